"""The cases of a text that nobody reviewed yet, tried in a process of its own: it may take for ever.

A timer in the server would not do: DuckDB looks for an interruption between two pieces of work, and one call
of one function can be a piece without end, or one larger than all memory.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from data.bound_values import from_kept, told
from data.duck import open_duck, records
from data.language import _
from queries.audit_models.cases import Tried, derive, fault_of, skip_counts, table_of, used
from queries.audit_models.model import AuditModel, Case
from queries.audit_models.values import ValueRefusedError, values_of

SECONDS = 30  # of all cases together: each has a handful of rows
MEMORY_MB = 256
_MOST_ROWS = 1_000
_CHILD = Path(__file__).resolve().with_name("case_child.py")
_room = threading.BoundedSemaphore(2)

Statements = Iterator[tuple[str, list[Any]]]


def tried_apart(model: AuditModel) -> tuple[Tried, ...]:
    """Every case of the model with its fault, like `try_cases`. Raises OSError where no process starts."""
    jobs = [_job(model, case) for case in model.cases]
    answers = iter(_answers([job for job in jobs if "fault" not in job]))
    return tuple(
        Tried(case, _fault(case, job if "fault" in job else next(answers, None)))
        for case, job in zip(model.cases, jobs, strict=True)
    )


def _fault(case: Case, answer: Mapping[str, Any] | None) -> str:
    if answer is None:
        return _("it did not end within {seconds} seconds and {memory} MB").format(
            seconds=SECONDS, memory=MEMORY_MB
        )
    return str(answer["fault"]) if "fault" in answer else fault_of(case, answer["rows"], answer["skipped"])


def _job(model: AuditModel, case: Case) -> dict[str, Any]:
    """What the child is told of a case; {"fault": why} where it cannot even be told."""
    try:
        values = values_of(model, case.params)
        tables = [*_given(model, case), *_derived(model, case, values)]
    except (duckdb.Error, ValueRefusedError) as error:
        return {"fault": str(error)}
    return {
        "tables": [(sql.replace("create ", "create temp ", 1), row) for sql, row in tables],
        "sql": model.sql,
        "values": used(model.sql, values),
        "skips": [(sql, used(sql, values)) for sql in skip_counts(model)],
    }


def _given(model: AuditModel, case: Case) -> Statements:
    for relation in model.requires:
        yield from table_of(model, relation, case.tables.get(relation, ()))


def _derived(model: AuditModel, case: Case, values: Mapping[str, Any]) -> Statements:
    """What the model derives, computed here: no SQL of the text takes part in it."""
    if not model.derived:
        return
    with open_duck() as duck:
        for sql, given in _given(model, case):
            duck.execute(sql, given)
        derive(duck, model, case, values)
        for name in model.derived:
            kinds = duck.execute(f"describe {name}").fetchall()
            yield (
                f"create table {name} ({', '.join(f'{column} {kind}' for column, kind, *_rest in kinds)})",
                [],
            )
            for row in records(duck.execute(f"from {name}")):
                yield f"insert into {name} values ({', '.join('?' for __ in row)})", list(row.values())


def _answers(cases: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The answers to the cases, in order, as far as the child came within its time and memory."""
    if not cases:
        return []
    job = {"cases": cases, "seconds": SECONDS, "memory_mb": MEMORY_MB, "rows": _MOST_ROWS}
    with _room:
        child = subprocess.Popen(  # noqa: S603 our own program; what it is told is data
            [sys.executable, "-I", str(_CHILD)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.defpath, "LANG": "C.UTF-8"},
            text=True,
            encoding="utf-8",
        )
        timer = threading.Timer(SECONDS, child.kill)
        timer.start()
        try:
            said, __ = child.communicate(json.dumps(job, default=_told) + "\n")
        finally:
            timer.cancel()
    return [from_kept(line) for line in said.splitlines(keepends=True) if line.endswith("\n")]


def _told(value: Any) -> Any:
    """Days are told as texts: DuckDB reads them into the columns, a moment among them."""
    return told(value) if hasattr(value, "as_tuple") else str(value)
