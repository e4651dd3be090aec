"""Writers of findings that are killed at work: what was acknowledged is there, and nothing is half."""

import sys
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import Engine

from bench.closing import FAULTS, prepare, work


def test_no_step_is_lost_and_none_is_half(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The large one is `python -m bench closing`: 20 writers for 60 seconds."""
    # A page that was tested in this process stands as its main module: the writers would begin by running it.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    prepare(engine)
    found = work(engine.url.render_as_string(hide_password=False), tmp_path, seconds=2.0, writers=3)
    assert found["steps"] >= found["acknowledged"] > 0
    assert [found[fault] for fault in FAULTS] == [0, 0, 0]
