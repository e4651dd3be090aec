"""Runs as a program of its own: the derived relations of one model, as Parquet files, within limits.

The job comes as one line of JSON on standard input, which stays open: when it closes, whoever asked is gone,
and so are we. One line of JSON on standard output says how it ended.
"""

import json
import os
import resource
import sys
import threading
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from data.bound_values import from_kept
from data.duck import identifier, literal
from queries.audit_models.reading import read_model
from queries.audit_models.spatial.areas import of_table
from queries.audit_models.spatial.columns import keys_of, places_selects
from queries.audit_models.spatial.deriving import derived_table

_MB = 1024**2
_OVERHEAD_BYTES = 3 * 1024**3  # the libraries of shapes and projections map more than they use


def main() -> int:
    """Do the job of standard input."""
    job = json.loads(sys.stdin.readline())
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    memory = job["memory_mb"] * _MB + _OVERHEAD_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(5)  # the server's own pages come first
    try:
        told = {"outcome": "done", "files": _made(job)}
    except MemoryError:
        told = {"outcome": "stopped", "reason": "memory"}
    except (duckdb.Error, OSError, ValueError, pa.ArrowException) as error:
        told = {"outcome": "failed", "reason": "data", "message": str(error)[:2000]}
    print(json.dumps(told, ensure_ascii=True), flush=True)
    return 0


def _leave_with_parent() -> None:
    sys.stdin.read()
    os._exit(3)


def _made(job: dict[str, Any]) -> dict[str, str]:
    """The file of each derived relation."""
    model = read_model(job["text"])
    tables = _tables(job, places_selects(model))
    areas = of_table(pq.read_table(job["areas"]))
    values = from_kept(job["values"])
    keys, files = keys_of(model), {}
    for name, derived in model.derived.items():
        file = Path(job["folder"]) / f"derived_{name}.parquet"
        pq.write_table(derived_table(derived, tables, keys, areas, values), file)
        files[name] = str(file)
    return files


def _tables(job: dict[str, Any], selects: dict[str, str]) -> dict[str, pa.Table]:
    connection = duckdb.connect(config={"memory_limit": f"{job['memory_mb']}MB", "threads": "1"})
    for view in job["views"]:
        connection.execute(f"create view {identifier(view['name'])} as {view['select']}")
    allowed = ", ".join(literal(file) for file in job["files"])
    connection.execute(f"set allowed_paths = [{allowed}]")
    connection.execute("set enable_external_access = false")
    there = {view["name"] for view in job["views"]}
    return {name: connection.sql(sql).to_arrow_table() for name, sql in selects.items() if name in there}


if __name__ == "__main__":
    sys.exit(main())
