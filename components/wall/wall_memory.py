"""The last good scenes of a wall: computed anew where the data allow, else as they were, with their age.

Kept in the session, and on disk for a restart of the server while the database is away. Whatever goes wrong
with the data (database gone, copy cannot be made, disk full), a wall shows what it knew.
"""

import hashlib
import logging
import time
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import streamlit as st

from components.session import bureau_now, take_stock, version
from components.wall.scene import FORM
from components.wall.wall_scene import wall_scene
from data.access.roles import User
from data.engine import now
from data.language import language
from data.walls import wall_files

_MEMORY = "wall_scenes"
_OUTAGE = "wall_outage"
# The moment on disk need not be to the second: a scene that does not change is rewritten once a minute.
_REWRITTEN_SECONDS = 60
# After a change of the figures the scene that is looked at is renewed at once, the others with what follows.
_SECONDS_AT_ONCE = 1.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Remembered:
    """A scene as plain values, the state of the data it was computed from, and when it was last in force."""

    scene: dict[str, Any]
    state: str
    good_at: datetime
    written_at: datetime | None = None


@dataclass(frozen=True)
class Memory:
    """The scenes that are known, in their order; `is_fresh` unless the data could not be asked.

    It is not complete while some scenes wait to be computed: the next refresh goes on with them.
    """

    scenes: tuple[Remembered, ...]
    is_fresh: bool
    is_complete: bool


def wall_memory(names: tuple[str, ...], first: str, user: User) -> Memory:
    """Renew as many of the scenes as the time allows, `first` before the others."""
    memory: dict[str, Remembered] = st.session_state.setdefault(_MEMORY, {})
    keys = {name: _key(name, user) for name in sorted(names, key=lambda name: name != first)}
    is_fresh = is_complete = True
    try:
        take_stock()
        state = f"{version()} {bureau_now()}"
        until = time.monotonic() + _SECONDS_AT_ONCE
        is_late = False
        for name, key in keys.items():
            before = memory.get(key)
            if is_late and (before is None or before.state != state):
                is_complete = False
                continue
            memory[key] = _renewed(name, key, state, before)
            is_late = time.monotonic() > until
        st.session_state.pop(_OUTAGE, None)
    except Exception:
        is_fresh = False
        if not st.session_state.get(_OUTAGE):  # once per outage, not once per refresh
            st.session_state[_OUTAGE] = True
            _log.exception("a wall shows old figures")
    for key in keys.values():
        if key not in memory and (found := _read(key)) is not None:
            memory[key] = found
    known = tuple(memory[keys[name]] for name in names if keys[name] in memory)
    return Memory(known, is_fresh, is_complete)


def _key(name: str, user: User) -> str:
    # A scene that an earlier version wrote in another form is not this one.
    seen = (name, user.region_code, user.section_code, language(), FORM)
    return hashlib.sha256(repr(seen).encode()).hexdigest()


def _renewed(name: str, key: str, state: str, before: Remembered | None) -> Remembered:
    if before is not None and before.state == state:
        found = Remembered(before.scene, state, now(), before.written_at)
    else:
        found = Remembered(asdict(wall_scene(name)), state, now())
    if found.written_at and (now() - found.written_at).total_seconds() < _REWRITTEN_SECONDS:
        return found
    try:
        wall_files.keep(key, {"good_at": found.good_at.isoformat(), "scene": found.scene})
    except OSError:
        _log.warning("the last good figures of a wall could not be kept on disk")
    return Remembered(found.scene, state, found.good_at, now())


def _read(key: str) -> Remembered | None:
    content = wall_files.kept(key)
    try:
        return (
            Remembered(content["scene"], "", datetime.fromisoformat(content["good_at"])) if content else None
        )
    except (KeyError, TypeError, ValueError):
        return None
