"""Which wall a token belongs to, with and without the database."""

import logging

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from data.engine import now
from data.walls.display_pass import passed
from data.walls.displays import DisplayRefusedError, admit, token_hash

_log = logging.getLogger(__name__)


def known_wall(engine: Engine, token: str) -> str:
    """Name of the token's wall. While the database cannot be asked, its pass is (see display_pass.py).

    Raises DisplayRefusedError: "revoked" or "unknown_token" where the database says so, "unreachable" where
    it says nothing and the token has no sound pass.
    """
    try:
        return admit(engine, token).name
    except SQLAlchemyError:
        _log.warning("the token of a wall cannot be checked: the database cannot be used")
    try:
        name = passed(token_hash(token), now())
    except OSError:
        name = None
    if name is None:
        raise DisplayRefusedError("unreachable")
    return name
