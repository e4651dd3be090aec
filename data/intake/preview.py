"""What every import shows before it writes: the file, what it could not take, and what it makes up."""

from dataclasses import dataclass

from data.intake.rows import Notice, Refusal


@dataclass(frozen=True)
class Stub:
    """A record that the file names and the database does not know: it is made and marked 待核."""

    kind: str  # the table: unit, project, section or problem_class
    code: str
    name: str


@dataclass(frozen=True)
class FilePreview:
    """What is told of a file, whatever it holds; `rows` counts its rows. For one data version only."""

    file_name: str
    sha256: str
    preset: str
    data_version: int
    rows: int
    refused: tuple[Refusal, ...]
    notices: tuple[Notice, ...]
    stubs: tuple[Stub, ...]

    @property
    def refused_rows(self) -> int:
        """Number of rows that are refused; one row may have several reasons."""
        return len({(refusal.sheet, refusal.line) for refusal in self.refused})
