"""The suspects of runs as a CSV file: whom each is about, how much, why, and the evidence columns."""

import csv
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from queries.audit_models.hits import SeenRun, all_hits
from queries.audit_models.said import summary_of
from queries.exporting.inert_text import inert

RUN = ("model", "version", "run")
FIRST = ("entity_id", "entity_name", "amount", "summary")
_FEN = Decimal(100)


def write_hits(seen: SeenRun, file: Path) -> int:
    """Write them as the reader sees them; returns how many. `amount` is in 元. Raises OSError."""
    return _write([seen], file, begins=())


def write_all_hits(runs: Sequence[SeenRun], file: Path) -> int:
    """Write the suspects of several runs into one file, each line begun by its model, version and run.

    The evidence columns are those of all the models, each name once; a line is empty in those that its own
    model does not have. Returns how many lines. Raises OSError.
    """
    return _write(runs, file, begins=RUN)


def _write(runs: Sequence[SeenRun], file: Path, *, begins: tuple[str, ...]) -> int:
    columns = dict.fromkeys(name for seen in runs for name in seen.model.columns)
    names = [name for name in columns if name not in FIRST]
    rows = 0
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        lines = csv.writer(opened)
        lines.writerow((*begins, *FIRST, *names))
        for seen in runs:
            facts = seen.facts
            run = (facts.model_code, facts.model_version, facts.run_id) if begins else ()
            for row in all_hits(seen):
                told = (*run, *_first(seen, row), *(row.get(name) for name in names))
                lines.writerow([_cell(value) for value in told])
                rows += 1
    return rows


def _first(seen: SeenRun, row: dict[str, Any]) -> tuple[Any, ...]:
    model = seen.model
    fen = row[model.amount] if model.amount else None
    yuan = fen if fen is None or isinstance(fen, str) else (Decimal(fen) / _FEN).quantize(Decimal("0.01"))
    return row[model.entity.id], row[model.entity.name], yuan, summary_of(model, row, seen.facts.params)


def _cell(value: Any) -> Any:
    return inert(value) if isinstance(value, str) else value
