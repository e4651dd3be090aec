"""Work on a DuckDB of its own in a thread: it can be looked at while it goes on, and stopped.

A page is not kept waiting by ten million rows, and whoever chose too much can think again. What is asked of
DuckDB is interrupted; work in Python asks `go_on` now and then. Nothing goes on longer than its limit.
"""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Generic, TypeVar

import duckdb

from data.duck import open_duck
from data.language import language, use_language

AT_ONCE = 3  # of one server: each may take the memory of a DuckDB
LIMIT_SECONDS = 600
_LOOKS_EVERY_SECONDS = 0.2
Result = TypeVar("Result")
_free = threading.BoundedSemaphore(AT_ONCE)


class WorkStoppedError(Exception):
    """The work was stopped: because somebody asked, or because its time was over."""


class BusyError(RuntimeError):
    """As much work goes on as may at once."""


class Work(Generic[Result]):
    """One piece of work under way; `began` is on the monotonic clock. Made by start()."""

    def __init__(self, do: Callable[[duckdb.DuckDBPyConnection, Callable[[], None]], Result]) -> None:
        self.began = time.monotonic()
        self.is_stopped_for = ""  # asked, time
        self._do, self._language = do, language()
        self._result: Result | None = None
        self._error: BaseException | None = None
        self._stopping, self._ended = threading.Event(), threading.Event()

    @property
    def is_over(self) -> bool:
        """Whether there is a result, or a reason why there is none."""
        return self._ended.is_set()

    @property
    def result(self) -> Result:
        """What came out. Raises what the work raised, and WorkStoppedError; only for work that is over."""
        if self._error is not None:
            raise self._error
        return self._result  # type: ignore[return-value]  # it ended without an error

    def wait(self, seconds: float) -> bool:
        """Whether the work is over, waiting for it that long at most."""
        return self._ended.wait(seconds)

    def stop(self, reason: str = "asked") -> None:
        """End the work soon; work that is over stays as it is."""
        self.is_stopped_for = self.is_stopped_for or reason
        self._stopping.set()

    def go_on(self) -> None:
        """Raise WorkStoppedError where the work shall end."""
        if self._stopping.is_set():
            raise WorkStoppedError

    def run(self) -> None:
        """Do it: in a thread of its own."""
        use_language(self._language)
        try:
            with open_duck() as duck:
                threading.Thread(target=self._watch, args=(duck,), daemon=True).start()
                self._result = self._do(duck, self.go_on)
                self.go_on()
        except BaseException as error:
            self._error = WorkStoppedError() if self._stopping.is_set() else error
        finally:
            _free.release()
            self._ended.set()

    def _watch(self, duck: duckdb.DuckDBPyConnection) -> None:
        """Interrupt one question after the other once the work shall end: an interrupt ends only one."""
        while not self._ended.wait(_LOOKS_EVERY_SECONDS):
            if time.monotonic() - self.began > LIMIT_SECONDS:
                self.stop("time")
            if self._stopping.is_set():
                with suppress(duckdb.Error):  # it may be closed in this moment
                    duck.interrupt()


def start(do: Callable[[duckdb.DuckDBPyConnection, Callable[[], Any]], Result]) -> Work[Result]:
    """Begin work: `do` gets a DuckDB and `go_on`. Raises BusyError where AT_ONCE pieces go on already."""
    if not _free.acquire(blocking=False):
        raise BusyError
    work = Work(do)
    threading.Thread(target=work.run, daemon=True).start()
    return work
