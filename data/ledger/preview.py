"""What a person sees of a plan before it is applied, and what is told of it afterwards."""

from dataclasses import dataclass
from datetime import date

from data.intake.change import Change
from data.intake.rows import Notice, Refusal


@dataclass(frozen=True)
class Entry:
    """One finding of the file. `changes` is empty for one that is added or left alone."""

    finding_code: str
    title: str
    unit: str
    project: str
    amount_fen: int | None
    sheet: str
    line: int
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Stub:
    """A record that the file names and the database does not know: it is made and marked 待核."""

    kind: str  # unit, project, section or problem_class
    code: str
    name: str


@dataclass(frozen=True)
class Preview:
    """What importing one file does. `rows` and `refused_rows` count rows of the file, the rest findings.

    It holds for one data version only.
    """

    file_name: str
    sha256: str
    preset: str
    as_of: date
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
