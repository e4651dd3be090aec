"""Runs as a program of its own: the cases of a text that nobody reviewed yet, within limits.

They come as one line of JSON on standard input: statements that make tables, the SELECT, what counts the rows
that cannot be judged. One line of JSON for each case goes to standard output, as soon as it is done: whoever
waits for them ends this program in its time. Nothing of the project is imported here.
"""

import json
import os
import resource
import sys
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import duckdb

_MB = 1024**2
# Python, the libraries and their threads take this much of the address space beside what DuckDB may use.
_OVERHEAD_BYTES = 1024**3


def _main() -> int:
    job = json.loads(sys.stdin.readline(), object_hook=_value)
    address_space = job["memory_mb"] * _MB + _OVERHEAD_BYTES
    for kind, limit in (
        (resource.RLIMIT_AS, address_space),
        (resource.RLIMIT_FSIZE, _MB),
        (resource.RLIMIT_CPU, job["seconds"]),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (limit, limit))
    os.nice(5)  # the server's own pages come first
    memory = f"{job['memory_mb']}MB"
    with duckdb.connect(config={"memory_limit": memory, "threads": "1", "temp_directory": ""}) as connection:
        connection.execute("set python_enable_replacements = false")
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
        for case in job["cases"]:
            print(json.dumps(_answer(connection, case, job["rows"]), default=_told), flush=True)
    return 0


def _answer(connection: duckdb.DuckDBPyConnection, case: dict[str, Any], most: int) -> dict[str, Any]:
    """{"rows": the first of them, "skipped": how many could not be judged}, or {"fault": why not}."""
    try:
        with connection.cursor() as own:  # no case leaves a table to the next
            for sql, values in case["tables"]:
                own.execute(sql, values)
            asked = own.execute(case["sql"], case["values"])
            names = [name for name, *_rest in asked.description or ()]
            rows = [dict(zip(names, row, strict=True)) for row in asked.fetchmany(most)]
            skipped = sum(own.execute(sql, values).fetchall()[0][0] for sql, values in case["skips"])
    except (duckdb.Error, ValueError) as error:
        return {"fault": str(error)[:2000]}
    return {"rows": rows, "skipped": skipped}


def _value(each: dict[str, Any]) -> Any:
    """Values to be bound that JSON has no word for."""
    match each:
        case {"decimal": str(words)}:
            return Decimal(words)
        case {"date": str(words)}:
            return date.fromisoformat(words)
    return each


def _told(value: Any) -> Any:
    """What JSON has in place of a value that it has no word for; data/bound_values.py reads it."""
    match value:
        case Decimal():
            return {"decimal": str(value)}
        case date() if not isinstance(value, datetime):
            return {"date": str(value)}
    return str(value)


if __name__ == "__main__":
    sys.exit(_main())
