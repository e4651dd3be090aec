"""A checked query on its way: started in a child process (child.py), watched, stopped, ended.

The child gets the SQL, views over files that hold nothing its writer may not see, and no secret: an empty
environment, a folder of its own, a process group of its own. It ends in its time, when it is stopped, and
with us; a thread watches it, whether anybody still looks at the page or not.
"""

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from data.bound_values import told
from data.duck import identifier, quoted
from data.settings import var_dir
from queries.workbench.child_process import child_process
from queries.workbench.limits import Limits
from queries.workbench.places import masked_copy
from queries.workbench.readable import Readable

AT_ONCE = 2  # queries of one server: memory and threads are given to each
_PATH = re.compile(r"/[^\s\"']*\.parquet\w*")
_free = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True)
class Outcome:
    """How a query ended. `outcome` is of QUERY_OUTCOME, `reason` says why it was stopped or failed.

    `cut` is "rows" or "size" where there would have been more rows; `file` holds the rows that there are.
    """

    outcome: str
    reason: str = ""  # time, memory, spill, asked, copy_time; engine, data
    message: str = ""  # what the engine said, without any path
    rows: int = 0
    seconds: float = 0.0
    cut: str = ""
    file: Path | None = None
    counts: tuple[int, ...] = ()


class BusyError(RuntimeError):
    """As many queries run as may at once."""


class Run:
    """One query under way, over `readables`. `outcome` is None until it has ended.

    `began` is on the monotonic clock.
    """

    def __init__(
        self,
        sql: str,
        process: subprocess.Popen[str],
        folder: Path,
        *,
        limits: Limits,
        readables: tuple[Readable, ...],
        result: Path,
    ) -> None:
        self.sql, self.limits, self.readables = sql, limits, readables
        self._result = result
        self.outcome: Outcome | None = None
        self.is_preparing = True
        self.began = time.monotonic()
        self.percent: int | None = None  # of the work, as far as the engine knows
        self._process, self._folder = process, folder
        self._killed_for = ""
        self._ended = threading.Event()

    def stop(self) -> None:
        """End the query because somebody asks for it. A query that has ended stays as it is."""
        self._kill("asked")

    def wait(self, seconds: float | None = None) -> Outcome | None:
        """The outcome, waiting for it that long at most; None where the query is still running."""
        self._ended.wait(seconds)
        return self.outcome

    def watch(self, files: dict[str, str], on_end: Callable[[Outcome], None] | None) -> None:
        """Follow the child to its end: run in a thread of its own. `files` says how paths are called."""
        try:
            outcome = self._followed(files)
        finally:
            self._kill("crash")
            if self._process.stdin:
                self._process.stdin.close()
            self._tidy()
            _free.release()
        try:
            if on_end:
                on_end(outcome)
        finally:
            self.outcome = outcome
            self._ended.set()

    def _tidy(self) -> None:
        """A child that was killed leaves behind what it wrote aside; only a result stays."""
        shutil.rmtree(self._folder / "spill", ignore_errors=True)
        (self._folder / "copy.parquet").unlink(missing_ok=True)

    def _followed(self, files: dict[str, str]) -> Outcome:
        told: dict[str, Any] = {}
        timer = self._timer(self.limits.copy_seconds, "copy_time")
        for line in self._process.stdout or ():
            told = json.loads(line)
            if told["step"] == "progress":
                self.percent = told["percent"]
            elif told["step"] == "prepared":
                timer.cancel()
                self.is_preparing = False
                self.began = time.monotonic()
                timer = self._timer(self.limits.seconds, "time")
        self._process.wait()
        timer.cancel()
        return self._judged(told, files)

    def _judged(self, told: dict[str, Any], files: dict[str, str]) -> Outcome:
        if told.get("step") != "ended":
            # Nothing but its limits ends the child without a word: an allocation that failed, or the kernel.
            reason = self._killed_for or "memory"
            return Outcome("stopped", reason, seconds=round(time.monotonic() - self.began, 3))
        return Outcome(
            told["outcome"],
            told.get("reason", ""),
            _without_paths(told.get("message", ""), files),
            told.get("rows", 0),
            told["seconds"],
            told.get("cut", ""),
            self._result if told["outcome"] == "done" else None,
            tuple(told.get("counts", ())),
        )

    def _timer(self, seconds: int, reason: str) -> threading.Timer:
        timer = threading.Timer(seconds, self._kill, (reason,))
        timer.daemon = True
        timer.start()
        return timer

    def _kill(self, reason: str) -> None:
        if self._process.poll() is None:
            self._killed_for = self._killed_for or reason
            with contextlib.suppress(ProcessLookupError):  # it may end in this moment
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


@dataclass(frozen=True)
class Copying:
    """All rows of a reviewed query as a Parquet file, with its values bound, and what to count beside it.

    `counts` are (SQL, values) that give one number each.
    """

    values: Mapping[str, Any]
    counts: tuple[tuple[str, Mapping[str, Any]], ...]
    result: Path


def start(
    sql: str,
    readables: Sequence[Readable],
    limits: Limits,
    on_end: Callable[[Outcome], None] | None = None,
    copying: Copying | None = None,
) -> Run:
    """Start a query that was checked against `readables`; only those that it reads are worth giving.

    `on_end` is called in a thread that knows nothing of the caller's context. Raises BusyError where AT_ONCE
    queries run already, and OSError where no process can be started.
    """
    if not _free.acquire(blocking=False):
        raise BusyError
    try:
        child = child_process()
    except BaseException:
        _free.release()
        raise
    process, folder = child.process, child.folder
    result = copying.result if copying else folder / "result.arrow"
    run = Run(sql, process, folder, limits=limits, readables=tuple(readables), result=result)
    job, files = _job(sql, readables, limits, folder)
    job |= {"result": str(result), "is_copied": copying is not None}
    if copying:
        counts = [{"sql": each, "values": dict(values)} for each, values in copying.counts]
        job |= {"values": dict(copying.values), "counts": counts}
    thread = threading.Thread(target=run.watch, args=(files, on_end), daemon=True)
    thread.start()
    if process.stdin:
        with contextlib.suppress(BrokenPipeError):  # it could not even begin, and its watcher says so
            process.stdin.write(json.dumps(job, default=told) + "\n")
            process.stdin.flush()
    return run


def _job(
    sql: str, readables: Sequence[Readable], limits: Limits, folder: Path
) -> tuple[dict[str, Any], dict[str, str]]:
    """What the child is told, and the name of the dataset behind each path that an error could show."""
    copies, views = [], []
    files: dict[str, str] = {}
    for readable in readables:
        select = readable.select
        behind = readable.files
        if readable.is_masked:
            copy = masked_copy(select)
            copies.append({"select": select, "file": str(copy)})
            select, behind = f"select * from read_parquet({quoted(copy)})", (copy,)
        # The columns by their names: a file has hidden ones, such as its own path.
        columns = ", ".join(identifier(column.name) for column in readable.columns)
        views.append({"name": identifier(readable.name), "select": f"select {columns} from ({select})"})
        files |= {str(file): readable.name for file in behind}
    told = asdict(limits) | {
        "sql": sql,
        "folder": str(folder),
        "copies": copies,
        "views": views,
        "files": list(files),
    }
    return told, files


def _without_paths(message: str, files: dict[str, str]) -> str:
    for file, name in files.items():
        message = message.replace(file, name)
    return _PATH.sub("…", message.replace(str(var_dir()), "…"))
