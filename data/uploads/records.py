"""Proposals and staged rows as JSON, between the child that reads and the server that asked."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from data.uploads.choices import Choices, Proposal, Staged


def as_json(record: Proposal | Staged) -> dict[str, Any]:
    """A record with its files by their names alone."""
    values = asdict(record)
    if isinstance(record, Staged):
        values["files"] = [file.name for file in record.files]
        values["refused"] = record.refused.name if record.refused else None
    return values


def proposal_of(values: dict[str, Any]) -> Proposal:
    """A Proposal from what `as_json` made."""
    return Proposal(
        kind=values["kind"],
        choices=Choices(**values["choices"]),
        sheets=tuple(values["sheets"]),
        headings=tuple(values["headings"]),
        columns=tuple(values["columns"]),
        sample_rows=tuple(tuple(row) for row in values["sample_rows"]),
        row_estimate=values["row_estimate"],
        notes=tuple(values["notes"]),
    )


def staged_of(values: dict[str, Any], folder: Path) -> Staged:
    """A Staged from what `as_json` made, its files in `folder`."""
    lists = ("columns", "titles", "notes", "straight_files")
    return Staged(
        **{
            **values,
            **{name: tuple(values[name]) for name in lists},
            "files": tuple(folder / name for name in values["files"]),
            "refused": folder / values["refused"] if values["refused"] else None,
            "choices": Choices(**values["choices"]),
        }
    )
