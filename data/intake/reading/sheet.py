"""What a file holds once it is read."""

from dataclasses import dataclass

from data.intake.values.words import Cell


@dataclass(frozen=True)
class Sheet:
    """Rows of cells, each row with the line it begins on in the file.

    `filled` are the (row, column) places, counted from 0, that only repeat the value of a merged cell.
    """

    name: str
    rows: list[list[Cell]]
    lines: list[int]
    is_visible: bool = True
    filled: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class Source:
    """One file: its name, the SHA-256 of its bytes, its sheets."""

    file_name: str
    sha256: str
    sheets: tuple[Sheet, ...]
