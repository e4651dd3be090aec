"""What a person sees of a plan before it is applied, and what is told of it afterwards."""

from dataclasses import dataclass
from datetime import date

from data.intake.change import Change
from data.intake.preview import FilePreview


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
class Preview(FilePreview):
    """What importing one file does. `rows` and `refused_rows` count rows of the file, the rest findings."""

    as_of: date
    added: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    unchanged: tuple[Entry, ...]
