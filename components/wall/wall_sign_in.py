"""Signing in a wall by the token in its address: a user who sees figures, for this run alone."""

from sqlalchemy import Engine

from components.wall.big_screen_frame import big_screen_frame
from components.wall.wall_refusal import wall_refusal
from data.access.roles import DISPLAY, User
from data.walls.displays import DisplayRefusedError
from data.walls.known_wall import known_wall


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
