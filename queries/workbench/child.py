"""Runs as a program of its own: one checked query, over views of what its writer may see, within limits.

The job comes as one line of JSON on standard input, which stays open: when it closes, whoever asked is gone,
and so are we. What happened goes to standard output as one line of JSON each: first that the copies are made,
at last how it ended. The rows go to a file of Arrow batches, or, for a query that we reviewed
(`is_copied`), to a Parquet file. Nothing of the project is imported here.
"""

import json
import os
import resource
import sys
import threading
import time
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

_MB = 1024**2
# Python, the libraries and their threads take this much of the address space beside what DuckDB may use.
_OVERHEAD_BYTES = 2 * 1024**3
_BATCH_ROWS = 2_000
_LOOKS_EVERY_SECONDS = 0.25
_TELLS_EVERY_SECONDS = 0.5


def _main() -> int:
    line = sys.stdin.readline()
    if not line:  # whoever made us ready had nothing to ask
        return 0
    job = json.loads(line, object_hook=_value)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    threading.Thread(target=_leave_full_disk, args=(job,), daemon=True).start()
    _limit(job)
    began, reason = time.monotonic(), "data"
    try:
        _make_copies(job)
        connection = _open_to_the_reader(job)
        _say(step="prepared")
        began, reason = time.monotonic(), "engine"
        ended = _copied(connection, job) if job["is_copied"] else _written(connection, job)
    except (MemoryError, duckdb.OutOfMemoryException):
        ended = {"outcome": "stopped", "reason": "memory"}
    except (duckdb.Error, OSError, ValueError) as error:
        # Until the data is there the statements are ours, and what is said of them is not for the reader.
        message = str(error)[:2000] if reason == "engine" else ""
        ended = {"outcome": "failed", "reason": reason, "message": message}
        if message.startswith("Out of Memory"):  # a recursion tells it as another kind of error
            ended = {"outcome": "stopped", "reason": "memory"}
    _say(step="ended", seconds=round(time.monotonic() - began, 3), **ended)
    return 0


def _value(each: dict[str, Any]) -> Any:
    """Values to be bound that JSON has no word for."""
    match each:
        case {"decimal": str(words)}:
            return Decimal(words)
        case {"date": str(words)}:
            return date.fromisoformat(words)
    return each


def _leave_with_parent() -> None:
    sys.stdin.read()
    os._exit(3)


def _leave_full_disk(job: dict[str, Any]) -> None:
    """End where more was written aside than may be: DuckDB 2.0 passes over its own limit by tens of times."""
    began, most = time.monotonic(), job["spill_mb"] * _MB
    while sum(_size(file) for file in _spill(job).glob("*")) <= most:
        time.sleep(_LOOKS_EVERY_SECONDS)
    seconds = round(time.monotonic() - began, 3)
    _say(step="ended", outcome="stopped", reason="spill", seconds=seconds)
    os._exit(0)


def _spill(job: dict[str, Any]) -> Path:
    return Path(job["folder"]) / "spill"


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except FileNotFoundError:  # it is not needed any more
        return 0


def _limit(job: dict[str, Any]) -> None:
    address_space = job["memory_mb"] * _MB + _OVERHEAD_BYTES
    file_size = max(job["spill_mb"], job["copy_mb"]) * _MB
    cpu_seconds = (job["seconds"] + job["copy_seconds"]) * job["threads"] + 10
    for kind, limit in (
        (resource.RLIMIT_AS, address_space),
        (resource.RLIMIT_FSIZE, file_size),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (limit, limit))
    os.nice(5)  # the server's own pages come first
    score = Path("/proc/self/oom_score_adj")
    if score.exists():
        score.write_text("1000", "ascii")  # should the machine run out of memory, this goes and nothing else


def _open(job: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(
        config={
            "memory_limit": f"{job['memory_mb']}MB",
            "temp_directory": str(_spill(job)),
            "threads": str(job["threads"]),
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
            # A name that is no table must not become a variable of this program.
            "python_enable_replacements": "false",
        }
    )
    connection.execute("set TimeZone = 'Asia/Shanghai'")
    connection.execute("set enable_progress_bar = true")  # else nothing can be told of how far a query is
    connection.execute("set enable_progress_bar_print = false")
    return connection


def _make_copies(job: dict[str, Any]) -> None:
    """Write what the writer of the query sees only through masks to files that hold nothing else."""
    for copy in job["copies"]:
        if Path(copy["file"]).exists():
            os.utime(copy["file"])
            continue
        unfinished = str(Path(job["folder"]) / "copy.parquet")
        connection = _open(job)
        connection.execute(f"copy ({copy['select']}) to {_text(unfinished)} (format parquet)")
        connection.close()
        Path(unfinished).rename(copy["file"])


def _open_to_the_reader(job: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    """DuckDB with the reader's views and nothing else, which nothing can open any more."""
    connection = _open(job)
    for view in job["views"]:
        connection.execute(f"create view {view['name']} as {view['select']}")
    written = [job["result"]] if job["is_copied"] else []
    allowed = ", ".join(_text(file) for file in (*job["files"], *written))
    connection.execute(f"set allowed_paths = [{allowed}]")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def _copied(connection: duckdb.DuckDBPyConnection, job: dict[str, Any]) -> dict[str, Any]:
    """Write every row to a Parquet file, with the values bound; then count what was asked to be counted."""
    threading.Thread(target=_tell_progress, args=(connection,), daemon=True).start()
    values = job["values"]
    copy = f"copy ({job['sql']}) to {_text(job['result'])} (format parquet)"
    rows = connection.execute(copy, values).fetchall()[0][0]
    counts = [connection.execute(each["sql"], each["values"]).fetchall()[0][0] for each in job["counts"]]
    return {"outcome": "done", "rows": rows, "counts": counts}


def _tell_progress(connection: duckdb.DuckDBPyConnection) -> None:
    while True:
        time.sleep(_TELLS_EVERY_SECONDS)
        share = connection.query_progress()
        if share > 0:
            _say(step="progress", percent=round(share))


def _written(connection: duckdb.DuckDBPyConnection, job: dict[str, Any]) -> dict[str, Any]:
    """Write batches until the cap of rows or of bytes, and say which was met."""
    import pyarrow as pa  # noqa: PLC0415 takes longer to load than DuckDB, and only this needs it

    written, cut = 0, ""
    try:
        reader = connection.sql(job["sql"]).to_arrow_reader(_BATCH_ROWS)
        with Path(job["result"]).open("wb") as file, pa.ipc.new_stream(file, reader.schema) as stream:
            for batch in reader:
                kept = batch.slice(0, job["rows"] - written)
                stream.write_batch(kept)
                written += kept.num_rows
                if kept.num_rows < batch.num_rows:
                    cut = "rows"
                elif file.tell() > job["result_mb"] * _MB:
                    cut = "size"
                if cut:
                    break
    except pa.ArrowMemoryError as error:
        raise MemoryError from error
    except pa.ArrowException as error:
        raise ValueError(str(error)) from error
    return {"outcome": "done", "rows": written, "cut": cut}


def _text(path: str) -> str:
    return "'" + path.replace("'", "''") + "'"


def _say(**what: Any) -> None:
    # One line at a time, whichever thread speaks.
    print(json.dumps(what, ensure_ascii=True), flush=True)


if __name__ == "__main__":
    status = _main()
    os._exit(status)  # all is said and written; to give every page of memory back one by one takes longer
