"""One measured piece of work with models in a process of its own. Started by bench/models.py.

The last line that it prints is JSON: seconds of the work itself, and the most memory of this process and of
those that it started, in MB.
"""

# ruff: noqa: PLC0415 - each work loads what it needs and no more, because that is measured as well
import json
import os
import resource
import sys
import time
from pathlib import Path
from typing import Any

_KB = 1024
_LOOKS_EVERY_SECONDS = 0.1


def _copy(script: str, target: str) -> dict[str, Any]:
    """What somebody would write by hand: DuckDB with its own settings, the SQL, a file."""
    import duckdb

    with duckdb.connect() as duck:
        *settings, sql = Path(script).read_text("utf-8").split(";\n")
        for setting in settings:
            duck.execute(setting)
        rows = duck.execute(f"copy ({sql}) to '{target}' (format parquet)").fetchall()[0][0]
    return {"rows": rows}


def _run(code: str, dataset: str) -> dict[str, Any]:
    """The whole command, as cron calls it."""
    from contextlib import redirect_stdout
    from io import StringIO

    from manage import main

    said = StringIO()
    with redirect_stdout(said):
        status = main(["models", "run", code, "--on", dataset, "--json"])
    answer = json.loads(said.getvalue())
    if status or answer["not_run"]:
        raise RuntimeError(answer["not_run"])
    return {"rows": answer["rows"], "engine_seconds": answer["seconds"], "run": answer["run"]}


def _register(run: str, count: str) -> dict[str, Any]:
    from data.access.roles import COMMAND_LINE
    from queries.audit_models.registered import register_hits

    seen = _seen(run)
    started = time.perf_counter()
    registered = register_hits(_engine(), COMMAND_LINE, seen, range(int(count)))
    return {"rows": len(registered.suspect_ids), "seconds": time.perf_counter() - started}


def _compare(run: str, before: str) -> dict[str, Any]:
    from queries.audit_models.comparing import compared

    seen, earlier = _seen(run), _seen(before)
    started = time.perf_counter()
    new, gone = compared(seen.model, seen.facts, earlier.facts)
    return {"new": new, "gone": gone, "seconds": time.perf_counter() - started}


def _evidence(run: str, times: str) -> dict[str, Any]:
    """The source rows of hits from all over the run, each for the first time; the median of their seconds."""
    from statistics import median

    from queries.audit_models.evidence import evidence_of

    seen, seconds, cpu, rows = _seen(run), [], [], 0
    _prepare(seen)
    hits = seen.facts.row_count or 0
    for number in range(int(times) + 1):
        started, used = time.perf_counter(), time.process_time()
        parts = evidence_of(seen, number * hits // (int(times) + 1))
        seconds.append(time.perf_counter() - started)
        cpu.append(time.process_time() - used)
        rows = sum(part.count for part in parts)
    # The first one loads and opens what all others find open.
    return {"seconds": median(seconds[1:]), "cpu": median(cpu[1:]), "rows": rows}


def _page(run: str, times: str) -> dict[str, Any]:
    """The evidence page and its twin, for hits from all over the run."""
    from bench.hit_page import page_and_twin

    _prepare(_seen(run))
    hits, count = _seen(run).facts.row_count or 0, int(times) + 1
    return page_and_twin(int(run), [number * hits // count for number in range(count)])


def _prepare(seen: Any) -> None:
    """What the page of the run begins, and whoever looks at it seldom waits for."""
    from queries.audit_models.lookups import prepare

    while not prepare(seen):
        time.sleep(_LOOKS_EVERY_SECONDS)


def _seen(run: str) -> Any:
    from data.access.roles import COMMAND_LINE
    from data.audit_models.runs import run as run_of
    from data.engine import reading
    from queries.audit_models.hits import seen_run

    with reading(_engine()) as connection:
        return seen_run(connection, COMMAND_LINE, run_of(connection, int(run)))


def _engine() -> Any:
    from data.engine import connect_to
    from data.settings import database_url

    return connect_to(database_url())


def _megabytes(who: int) -> int:
    return int(resource.getrusage(who).ru_maxrss / _KB)


_WORK = {
    "copy": _copy,
    "run": _run,
    "register": _register,
    "compare": _compare,
    "evidence": _evidence,
    "page": _page,
}

if __name__ == "__main__":
    os.umask(0o077)
    work, *words = sys.argv[1:]
    began = time.perf_counter()
    told = _WORK[work](*words)
    told = {"seconds": time.perf_counter() - began} | told
    # Of itself as its own memory has it: getrusage() begins with that of the process that started it.
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    peak = next(line for line in lines if line.startswith("VmHWM:"))
    told |= {"own_mb": int(peak.split()[1]) // _KB, "child_mb": _megabytes(resource.RUSAGE_CHILDREN)}
    print(json.dumps(told), flush=True)
    if work == "run":
        os._exit(0)  # as manage.py ends
