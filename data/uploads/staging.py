"""The two questions asked of an upload: how would it be read, and its rows."""

import csv
import shutil
from pathlib import Path

import duckdb
import pyarrow as pa

from data.language import _
from data.uploads.apart import look_apart, stage_apart
from data.uploads.choices import Choices, Proposal, Staged
from data.uploads.delimited import propose_delimited, stage_delimited
from data.uploads.faults import UploadRefusedError
from data.uploads.json_lines import propose_json_lines, stage_json_lines
from data.uploads.kinds import kind_of
from data.uploads.straight import Straighten
from data.uploads.work import Asked, Progress, Work

# What readers say of files that nobody foresaw: they are refused like others, the reason goes to the log.
_READER_FAULTS = (duckdb.Error, pa.ArrowException, csv.Error, UnicodeError)


def propose(file: Path, asked: Choices | None = None) -> Proposal:
    """How a file would be read, with what `asked` fixes. Reads a text file once to its end.

    Raises UploadRefusedError.
    """
    choices, kind = asked or Choices(), kind_of(file)
    try:
        return _proposal(kind, file, choices)
    except _READER_FAULTS as error:
        raise UploadRefusedError(_unreadable()) from error


def _proposal(kind: str, file: Path, choices: Choices) -> Proposal:
    if kind == "delimited":
        return propose_delimited(file, choices)
    if kind == "json_lines":
        return propose_json_lines(file, choices)
    return look_apart(kind, file, choices)


def stage(  # noqa: PLR0917 the folder and whom to tell follow the file everywhere
    file: Path,
    choices: Choices,
    folder: Path,
    progress: Progress | None = None,
    is_cancelled: Asked | None = None,
    straighten: Straighten | None = None,
) -> Staged:
    """The rows of a file as Parquet files in `folder`, an empty folder that is there and the caller's.

    What `choices` leaves open is decided from the content, in the same pass: `propose` need not go before.
    `progress` gets what is done and what there is to do, in bytes of a text file and rows of others (0:
    unknown). `straighten` says of a large text which rows need no second look.

    Raises UploadRefusedError, and UploadCancelledError soon after `is_cancelled` says so; both
    leave the folder empty.
    """
    work = Work(folder, progress, is_cancelled)
    try:
        return _staged(kind_of(file), file, choices, work, straighten)
    except _READER_FAULTS as error:
        _empty(folder)
        raise UploadRefusedError(_unreadable()) from error
    except BaseException:
        _empty(folder)
        raise


def _staged(kind: str, file: Path, choices: Choices, work: Work, straighten: Straighten | None) -> Staged:
    if kind == "delimited":
        return stage_delimited(file, choices, work, straighten)
    if kind == "json_lines":
        return stage_json_lines(file, choices, work)
    return stage_apart(kind, file, choices, work)


def _empty(folder: Path) -> None:
    for left in folder.iterdir():
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink()


def _unreadable() -> str:
    return _("The file cannot be read as a table. Save it again as XLSX or CSV and try once more.")
