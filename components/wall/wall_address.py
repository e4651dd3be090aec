"""The address of the big screen: which scenes, how long each stays, and the token of the wall."""

from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from queries.wall import SCENES

# Shorter, nobody can read a scene; longer, the wall looks as if it stood still.
SHORTEST_SECONDS, LONGEST_SECONDS = 5, 3600
_DISPLAY = "display"
_LONGEST_TOKEN = 200


@dataclass(frozen=True)
class WallAddress:
    """Names of SCENES in the order they play; `interval` in seconds, 0: the wall stays on its scene."""

    scenes: tuple[str, ...]
    interval: int


def wall_address() -> WallAddress:
    """What the address asks for; nothing in it is trusted.

    `scene` may name several, separated by commas or given again. Without a scene that is known, a wall that
    plays shows all of them and one that stays the first. An interval out of bounds is brought to its bound.
    """
    asked = ",".join(st.query_params.get_all("scene")).split(",")
    scenes = tuple(dict.fromkeys(name for name in asked if name in SCENES))
    interval = _seconds(st.query_params.get("interval", ""))
    return WallAddress(scenes or (tuple(SCENES) if interval else tuple(SCENES)[:1]), interval)


def display_token() -> str | None:
    """The token in the address, if there is one."""
    return st.query_params.get(_DISPLAY, "")[:_LONGEST_TOKEN] or None


def wall_query(token: str, wall: WallAddress, language: str) -> str:
    """The query of a wall's address."""
    parts = [("scene", ",".join(wall.scenes))]
    if wall.interval:
        parts.append(("interval", str(wall.interval)))
    if language != "zh":
        parts.append(("lang", language))
    return urlencode([*parts, (_DISPLAY, token)], safe=",")


def _seconds(asked: str) -> int:
    if not (asked.isascii() and asked.isdecimal()) or len(asked) > len(str(LONGEST_SECONDS)):
        return 0
    seconds = int(asked)
    return max(SHORTEST_SECONDS, min(LONGEST_SECONDS, seconds)) if seconds else 0
