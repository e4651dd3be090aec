"""Signing in a wall by the token in its address: a user who sees figures, for this run alone."""

import logging

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from components.big_screen_frame import Screen, big_screen_frame
from components.wall_refusal import wall_refusal
from data.display_pass import passed
from data.displays import DisplayRefusedError, admit, token_hash
from data.engine import now
from data.roles import DISPLAY, User

# A wall that starts while the database is away tries again by itself.
_AGAIN_SECONDS = 15

_log = logging.getLogger(__name__)


def wall_sign_in(engine: Engine, token: str) -> User | None:
    """The wall's user; None after drawing why it may not show anything.

    While the database cannot be asked, a wall that it knew before goes on with its old figures (see
    data/display_pass.py); an unknown token is never believed.
    """
    try:
        return _user(admit(engine, token).name)
    except DisplayRefusedError as refused:
        big_screen_frame(Screen(notice=wall_refusal(refused.reason)))
        return None
    except SQLAlchemyError:
        _log.warning("the token of a wall cannot be checked: the database cannot be used")
    try:
        name = passed(token_hash(token), now())
    except OSError:
        name = None
    if name is not None:
        return _user(name)
    big_screen_frame(Screen(notice=wall_refusal("unreachable"), refresh_seconds=_AGAIN_SECONDS))
    return None


def _user(name: str) -> User:
    return User(f"display {name}", name, frozenset({DISPLAY}), has_account=False)
