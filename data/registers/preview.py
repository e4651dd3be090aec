"""What a person sees of an import into a register before it is written, and what is told of it afterwards."""

from dataclasses import dataclass

from data.intake.change import Change
from data.intake.preview import FilePreview


@dataclass(frozen=True)
class Entry:
    """One row of the file: what it is about, and what it changes; of a new record nothing is listed."""

    label: str
    sheet: str
    line: int
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Preview(FilePreview):
    """What importing one file does. Every row that is read is added, changed, unchanged or refused."""

    register: str
    added: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    unchanged: tuple[Entry, ...]
