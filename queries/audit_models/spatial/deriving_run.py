"""A model with derived relations on its way: first a child process computes them, then its SQL runs.

Both are followed by one thread and are stopped as one, within the limits of the run.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from data.bound_values import as_kept
from data.settings import var_dir
from queries.audit_models.engines.engine import OnEnd, Process, Work
from queries.audit_models.engines.followed_run import FollowedRun, follow
from queries.audit_models.spatial.areas import as_table
from queries.audit_models.spatial.given import Areas
from queries.workbench.places import new_run_folder
from queries.workbench.readable import Readable
from queries.workbench.running import BusyError, Outcome

AT_ONCE = 2  # memory is given to each
_ROOT = Path(__file__).resolve().parents[3]
_WAITS_SECONDS = 0.5  # before it asks again whether the SQL may run
_free = threading.BoundedSemaphore(AT_ONCE)

# From the files of the derived relations to the run of the SQL.
Then = Callable[[Mapping[str, Path], OnEnd], Process]


class _Deriving:
    """The derived relations of a work, and then its SQL."""

    def __init__(self, work: Work, relations: list[Readable], then: Then) -> None:
        self._work, self._relations, self._then = work, relations, then
        self._child: subprocess.Popen[str] | None = None
        self._inner: Process | None = None

    def done(self, run: FollowedRun) -> Outcome:
        """See Task."""
        folder = new_run_folder()
        try:
            return self._ran(run, folder)
        except OSError as error:
            return Outcome("failed", "data", str(error).replace(str(var_dir()), "…"))
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def interrupt(self, run: FollowedRun) -> None:
        """See Task."""
        del run
        if self._inner is not None:
            self._inner.stop()
        elif self._child is not None and self._child.poll() is None:
            with contextlib.suppress(ProcessLookupError):  # it may end in this moment
                os.killpg(self._child.pid, signal.SIGKILL)

    def _ran(self, run: FollowedRun, folder: Path) -> Outcome:
        told = self._derived(folder)
        if told["outcome"] != "done":
            reason = run.stopped_for or told["reason"]
            outcome = "stopped" if run.stopped_for else told["outcome"]
            return Outcome(outcome, reason, told.get("message", ""), seconds=run.seconds())
        files = {name: Path(file) for name, file in told["files"].items()}
        ended: list[Outcome] = []
        while not run.stopped_for:
            try:
                self._inner = self._then(files, ended.append)
                run.is_preparing = False
                break
            except BusyError:
                time.sleep(_WAITS_SECONDS)
        if self._inner is None:
            return Outcome("stopped", run.stopped_for, seconds=run.seconds())
        if run.stopped_for:  # just before there was anything to stop
            self._inner.stop()
        while self._inner.wait(_WAITS_SECONDS) is None:
            run.percent = self._inner.percent
        return ended[0]

    def _derived(self, folder: Path) -> dict[str, Any]:
        """What the child says; where it says nothing it was killed, or ran out of memory."""
        areas = folder / "areas.parquet"
        pq.write_table(as_table(self._work.areas or Areas()), areas)
        job = {
            "text": self._work.model.text,
            "values": as_kept(self._work.values),
            "views": [{"name": each.name, "select": each.select} for each in self._relations if each.files],
            "files": [str(file) for each in self._relations for file in each.files],
            "areas": str(areas),
            "folder": str(folder),
            "memory_mb": self._work.limits.memory_mb,
        }
        self._child = subprocess.Popen(
            [sys.executable, "-m", "queries.audit_models.spatial.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env={"PATH": os.defpath, "LANG": "C.UTF-8", "HOME": str(folder), "TMPDIR": str(folder)},
            start_new_session=True,
            text=True,
            encoding="utf-8",
        )
        child = self._child
        assert child.stdin is not None
        assert child.stdout is not None
        with contextlib.suppress(BrokenPipeError):  # it could not even begin
            child.stdin.write(json.dumps(job) + "\n")
            child.stdin.flush()
        line = child.stdout.readline()
        child.stdin.close()
        child.wait()
        return json.loads(line) if line else {"outcome": "stopped", "reason": "memory"}


def start_deriving(work: Work, relations: list[Readable], then: Then, on_end: OnEnd) -> FollowedRun:
    """Start it; `then` starts the SQL once the relations are there. Raises BusyError."""
    return follow(_Deriving(work, relations, then), work.limits, _free, on_end, is_preparing=True)
