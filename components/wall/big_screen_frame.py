"""The frame of the big screen: one component that covers the page and draws scenes.

The browser keeps the last scene, plays scenes, tells their age and asks for each refresh by itself, so a lost
server or database changes one line of the head and nothing else. See docs/adr: the wall is one drawing.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from components.palette import palette
from components.wall.wall_memory import Remembered
from data.engine import now
from data.language import _
from data.local_time import in_china

_HERE = Path(__file__)
_component = st.components.v2.component(
    "big_screen",
    # One script: a component cannot import from its neighbours.
    js="\n".join(
        _HERE.with_name(name).read_text("utf-8")
        for name in ("big_screen_drawings.js", "big_screen_scene.js", "big_screen_frame.js")
    ).replace("/*CSS*/ ``", f"`{_HERE.with_suffix('.css').read_text('utf-8')}`"),
)
_ANSWER = "big_screen_answer"


@dataclass(frozen=True)
class Notice:
    """What a wall says instead of figures."""

    title: str
    text: str


@dataclass(frozen=True)
class Screen:
    """What the frame shows. `interval` in seconds, 0: it stays on `start`; `refresh_seconds` 0: never again.

    Where it is not complete, the next refresh follows at once.

    A wall has no cursor and no way back; a person has, and may open the rows behind a figure.
    """

    scenes: tuple[Remembered, ...] = ()
    start: str = ""
    is_fresh: bool = True
    is_complete: bool = True
    interval: int = 0
    refresh_seconds: int = 0
    is_wall: bool = True
    opens_rows: bool = False
    way_back: str | None = None
    notice: Notice | None = None


def big_screen_frame(screen: Screen) -> None:
    """Draw it over the whole page, in the colours of the night. Texts are shown as texts."""
    moment = now()
    # Each answer differs from the last, so that the browser is told of it also where no figure changed.
    answer = st.session_state[_ANSWER] = st.session_state.get(_ANSWER, 0) + 1
    fields = vars(screen) | {
        "notice": vars(screen.notice) if screen.notice else None,
        "scenes": [
            {"scene": held.scene, "age": (moment - held.good_at).total_seconds()} for held in screen.scenes
        ],
        "answer": answer,
        "moment": in_china(moment).isoformat(),
        "colours": _colours(),
        "words": _words(),
    }
    _component(key="big_screen", data=fields, on_asked_change=_nothing, height=1)


def _nothing() -> None:
    """The browser asked for a refresh: the run that follows is the answer."""


def _colours() -> dict[str, Any]:
    night = palette("dark")
    names = (
        "meets",
        "at_risk",
        "breach",
        "no_data",
        "neutral",
        "ink",
        "muted",
        "paper",
        "panel",
        "rule",
        "font",
    )
    return {name: getattr(night, name) for name in names} | {"series": night.series}


def _words() -> dict[str, str]:
    return {
        "asOf": _("Data as of"),
        "live": _("Connected"),
        "stale": _("No database"),
        "lost": _("No connection"),
        "age": _("{age} old"),
        "seconds": _("{number} s"),
        "minutes": _("{number} min"),
        "hours": _("{number} h"),
        "days": _("{number} d"),
        "paused": _("Paused, goes on in {number} s"),
        "noData": _("no data"),
        "more": _("{number} more"),
        "lately": _("New in 30 days"),
        "noWarnings": _("No warnings were added in the last 30 days"),
        "back": _("Back to the cockpit"),
        "demo": _("Demonstration data"),
        "weekdays": _("Sun Mon Tue Wed Thu Fri Sat"),
    }
