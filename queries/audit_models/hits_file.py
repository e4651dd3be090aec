"""The suspects of a run as a CSV file: whom each is about, how much, why, and the evidence columns."""

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

from queries.audit_models.hits import SeenRun, all_hits
from queries.audit_models.said import summary_of
from queries.exporting.inert_text import inert

FIRST = ("entity_id", "entity_name", "amount", "summary")
_FEN = Decimal(100)


def write_hits(seen: SeenRun, file: Path) -> int:
    """Write them as the reader sees them; returns how many. `amount` is in 元. Raises OSError."""
    names = [name for name in seen.model.columns if name not in FIRST]
    rows = 0
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        lines = csv.writer(opened)
        lines.writerow((*FIRST, *names))
        for row in all_hits(seen):
            lines.writerow([_cell(value) for value in (*_first(seen, row), *(row[name] for name in names))])
            rows += 1
    return rows


def _first(seen: SeenRun, row: dict[str, Any]) -> tuple[Any, ...]:
    model = seen.model
    fen = row[model.amount] if model.amount else None
    yuan = fen if fen is None or isinstance(fen, str) else (Decimal(fen) / _FEN).quantize(Decimal("0.01"))
    return row[model.entity.id], row[model.entity.name], yuan, summary_of(model, row, seen.facts.params)


def _cell(value: Any) -> Any:
    return inert(value) if isinstance(value, str) else value
