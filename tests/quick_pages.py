"""AppTest asks a thousand times a second whether a page has run, and takes the core from it each time.

And for each page that it opens it looks at the disk for where all the others are.
"""

from functools import cache
from pathlib import Path, PosixPath
from threading import Thread
from typing import Protocol

from streamlit.testing.v1 import app_test, local_script_runner


class Running(Protocol):
    """What runs a page: AppTest's LocalScriptRunner."""

    _script_thread: Thread | None

    def script_stopped(self) -> bool: ...

    def request_stop(self) -> None: ...

    def join(self) -> None: ...


class KnownPath(PosixPath):
    """A path whose place on the disk is looked up once."""

    @cache  # noqa: B019 - there are as many as there are pages
    def resolve(self, strict: bool = False) -> Path:
        return Path(self).resolve(strict)


def open_quickly() -> None:
    """From now on AppTest waits for the end of a page's thread, and knows where the pages are."""
    local_script_runner.require_widgets_deltas = _has_run
    app_test.Path = KnownPath


def _has_run(runner: Running, timeout: float = 3) -> None:
    if runner._script_thread is not None:
        runner._script_thread.join(timeout)
    if not runner.script_stopped():
        runner.request_stop()
        runner.join()
        raise RuntimeError(f"the page was not through after {timeout} s")
