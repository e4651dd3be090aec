"""AppTest asks a thousand times a second whether a page has run, and takes the core from it each time."""

from threading import Thread
from typing import Protocol

from streamlit.testing.v1 import local_script_runner


class Running(Protocol):
    """What runs a page: AppTest's LocalScriptRunner."""

    _script_thread: Thread | None

    def script_stopped(self) -> bool: ...

    def request_stop(self) -> None: ...

    def join(self) -> None: ...


def wait_quietly() -> None:
    """From now on AppTest waits for the end of a page's thread, with the same patience."""
    local_script_runner.require_widgets_deltas = _has_run


def _has_run(runner: Running, timeout: float = 3) -> None:
    if runner._script_thread is not None:
        runner._script_thread.join(timeout)
    if not runner.script_stopped():
        runner.request_stop()
        runner.join()
        raise RuntimeError(f"the page was not through after {timeout} s")
