"""A run that a thread of its own follows to its end: its time, how it is stopped, room for the next."""

import threading
import time
from typing import Protocol

from queries.audit_models.engines.engine import OnEnd
from queries.workbench.limits import Limits
from queries.workbench.running import BusyError, Outcome


class Task(Protocol):
    """What such a run does."""

    def done(self, run: "FollowedRun") -> Outcome:
        """Do it, and tell the run how far it is. One that was stopped has an outcome too."""

    def interrupt(self, run: "FollowedRun") -> None:
        """Break off what is under way, if anything is: called once at most, from another thread."""


class FollowedRun:
    """See Process. `stopped_for` is "asked" or "time", and "" while nobody stopped it."""

    def __init__(self, task: Task, limits: Limits, *, is_preparing: bool) -> None:
        self.outcome: Outcome | None = None
        self.percent: int | None = None
        self.is_preparing = is_preparing
        self.began = time.monotonic()
        self.limits = limits
        self.stopped_for = ""
        self._task = task
        self._ended = threading.Event()

    def stop(self) -> None:
        """See Process."""
        self._stop("asked")

    def wait(self, seconds: float | None = None) -> Outcome | None:
        """See Process."""
        self._ended.wait(seconds)
        return self.outcome

    def seconds(self) -> float:
        """Since it began."""
        return round(time.monotonic() - self.began, 3)

    def follow(self, room: threading.Semaphore, on_end: OnEnd) -> None:
        """Do the work to its end: run in a thread of its own."""
        timer = threading.Timer(self.limits.seconds, self._stop, ("time",))
        timer.daemon = True
        timer.start()
        try:
            outcome = self._task.done(self)
        finally:
            timer.cancel()
            room.release()
        try:
            on_end(outcome)
        finally:
            self.outcome = outcome
            self._ended.set()

    def _stop(self, reason: str) -> None:
        if self.outcome is None and not self.stopped_for:
            self.stopped_for = reason
            self._task.interrupt(self)


def follow(
    task: Task, limits: Limits, room: threading.Semaphore, on_end: OnEnd, *, is_preparing: bool = False
) -> FollowedRun:
    """Begin it; `room` is for as many as may be at once. Raises BusyError."""
    if not room.acquire(blocking=False):
        raise BusyError
    run = FollowedRun(task, limits, is_preparing=is_preparing)
    threading.Thread(target=run.follow, args=(room, on_end), daemon=True).start()
    return run
