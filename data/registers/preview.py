"""What a person sees of an import into a register before it is written, and what is told of it afterwards."""

from dataclasses import dataclass

from data.intake.change import Change
from data.intake.rows import Notice, Refusal


@dataclass(frozen=True)
class Entry:
    """One row of the file: what it is about, and what it changes; of a new record nothing is listed."""

    label: str
    sheet: str
    line: int
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Stub:
    """A record that the file refers to and the database does not know: it is made and marked 待核."""

    kind: str  # unit, section or project
    code: str
    name: str


@dataclass(frozen=True)
class Preview:
    """What importing one file does. Every row that is read is added, changed, unchanged or refused.

    It holds for one data version only.
    """

    register: str
    file_name: str
    sha256: str
    preset: str
    data_version: int
    rows: int
    added: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    unchanged: tuple[Entry, ...]
    refused: tuple[Refusal, ...]
    notices: tuple[Notice, ...]
    stubs: tuple[Stub, ...]

    @property
    def refused_rows(self) -> int:
        """Number of rows that are refused; one row may have several reasons."""
        return len({(refusal.sheet, refusal.line) for refusal in self.refused})
