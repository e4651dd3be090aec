"""Rows that are ready to become a version."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data.mapping.proposing import ColumnMapping
from data.warehouse import StoredColumn


@dataclass(frozen=True)
class ArrivingRows:
    """`columns` are those of the part that was written, `refused` the rows in quarantine.

    `quality_basis_points` is that of the version as a whole; the file's own is in the report.
    """

    columns: tuple[StoredColumn, ...]
    rows: int
    refused: int
    mapping: ColumnMapping
    quality_basis_points: int | None
    report: Mapping[str, Any]
