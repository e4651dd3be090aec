"""Whether a command finds the database that it needs."""

import sys

from sqlalchemy.exc import SQLAlchemyError

from data.access.cookie_key import has_cookie_key
from data.engine import connect_to
from data.migrate import is_current, is_missing
from data.settings import database_url

_WITHOUT_DATABASE = {"init", "settings", "docs", "template", "restore"}


def has_database(command: str) -> bool:
    """True where it is there at the version of the program, or where the command needs none.

    A server that has served before starts also while its database is away: walls go on with their last
    figures, everybody else is told, and all recover by themselves.
    """
    if command in _WITHOUT_DATABASE:
        return True
    outlives = command == "serve" and has_cookie_key()
    url = database_url()
    try:
        return is_current(connect_to(url)) or (outlives and is_missing(url))
    except SQLAlchemyError:
        if not outlives:
            raise
        print("连不上数据库，先行启动；恢复后自动可用。", file=sys.stderr)
        return True
