"""A dataset as a reader of the workbench has it: its name, its columns, and the SELECT that masks them."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class ReadableColumn:
    """One column: its name in SQL, its title, its DuckDB type, and the mask the reader sees it under."""

    name: str
    title: str
    type: str
    mask: str | None = None  # see data/codes.py: COLUMN_MASK; None: seen as it is


@dataclass(frozen=True)
class Readable:
    """One dataset at its newest version. `select` is SQL over `files` with every mask applied."""

    name: str
    title: str
    columns: tuple[ReadableColumn, ...]
    select: str
    files: tuple[Path, ...]
    row_count: int = 0
    dataset_id: int = 0
    version_number: int = 0

    @property
    def is_masked(self) -> bool:
        """Whether the reader must not see the files as they are."""
        return any(column.mask for column in self.columns)
