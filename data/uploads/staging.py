"""The two questions asked of an upload: how would it be read, and its rows."""

from pathlib import Path

from data.uploads.apart import look_apart, stage_apart
from data.uploads.choices import Choices, Proposal, Staged
from data.uploads.delimited import propose_delimited, stage_delimited
from data.uploads.json_lines import propose_json_lines, stage_json_lines
from data.uploads.kinds import kind_of
from data.uploads.work import Asked, Progress, Work


def propose(file: Path, asked: Choices | None = None) -> Proposal:
    """How a file would be read, with what `asked` fixes. Reads a text file once to its end.

    Raises UploadRefusedError.
    """
    choices, kind = asked or Choices(), kind_of(file)
    if kind == "delimited":
        return propose_delimited(file, choices)
    if kind == "json_lines":
        return propose_json_lines(file, choices)
    return look_apart(kind, file, choices)


def stage(
    file: Path,
    choices: Choices,
    folder: Path,
    progress: Progress | None = None,
    is_cancelled: Asked | None = None,
) -> Staged:
    """The rows of a file as Parquet files in `folder`, an empty folder that is there and the caller's.

    What `choices` leaves open is decided from the content, in the same pass: `propose` need not go before.
    `progress` gets what is done and what there is to do, in bytes of a text file and rows of others (0:
    unknown). Raises UploadRefusedError, and UploadCancelledError soon after `is_cancelled` says so; both
    leave the folder empty.
    """
    kind, work = kind_of(file), Work(folder, progress, is_cancelled)
    if kind == "delimited":
        return stage_delimited(file, choices, work)
    if kind == "json_lines":
        return stage_json_lines(file, choices, work)
    return stage_apart(kind, file, choices, work)
