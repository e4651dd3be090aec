"""Signing in a wall by the token in its address: a user who sees figures, for this run alone."""

from sqlalchemy import Engine

from components.big_screen_frame import big_screen_frame
from components.wall_refusal import wall_refusal
from data.displays import DisplayRefusedError
from data.known_wall import known_wall
from data.roles import DISPLAY, User


def wall_sign_in(engine: Engine, token: str) -> User | None:
    """The wall's user; None after drawing why it may not show anything.

    While the database cannot be asked, a wall that it knew before goes on with its old figures; an unknown
    token is never believed.
    """
    try:
        name = known_wall(engine, token)
    except DisplayRefusedError as refused:
        big_screen_frame(wall_refusal(refused.reason))
        return None
    return User(f"display {name}", name, frozenset({DISPLAY}), has_account=False)
