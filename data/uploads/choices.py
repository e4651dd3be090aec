"""What is chosen about a file, what is proposed for it, and what it became: the three records others use."""

from dataclasses import dataclass
from pathlib import Path

from data.uploads.straight import Straight


@dataclass(frozen=True)
class Choices:
    """How a file is to be read; what is None is decided from its content.

    `encoding` is a name of ENCODINGS (encoding.py). `sheet` names a worksheet or a layer. `heading_row` is
    the last row of the heading, from 1; 0 means that the file has none.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    heading_row: int | None = None


@dataclass(frozen=True)
class Proposal:
    """What a file seems to be, for a person to look at before anything is stored.

    `kind` is a name of KINDS (kinds.py); `choices` are complete. `headings` are the titles as written,
    `columns` the names they get. `notes` say what was changed or is worth knowing.
    """

    kind: str
    choices: Choices
    sheets: tuple[str, ...]
    headings: tuple[str, ...]
    columns: tuple[str, ...]
    sample_rows: tuple[tuple[str | None, ...], ...]
    row_estimate: int | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Staged:
    """The rows of a file as Parquet files: BIGINT `_line` (place in the file, from 1) and `columns`.

    `refused` is a Parquet file of (line, reason, text), None where nothing was refused. `sha256` and `bytes`
    are those of the file as it was brought. `crs` names the reference system of the column `geometry`.

    `straight_files` hold the rows that `straight` says need no second look, as they will be stored; `rows`
    count them too, `files` do not hold them.
    """

    files: tuple[Path, ...]
    columns: tuple[str, ...]
    titles: tuple[str, ...]
    rows: int
    refused: Path | None
    refused_rows: int
    sha256: str
    bytes: int
    choices: Choices
    kind: str
    notes: tuple[str, ...] = ()
    crs: str | None = None
    straight: Straight | None = None
    straight_files: tuple[Path, ...] = ()
    straight_rows: int = 0
