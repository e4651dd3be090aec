"""The files of requests to take rows out: where they lie, whether they are unchanged, how they go."""

import time
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from data.access.roles import COMMAND_LINE
from data.bureau import moment_of
from data.data_room.outputs.requests import OutputError, OutputRequest
from data.digest import sha256_of
from data.engine import reading, writing
from data.events import OutputFilesDeleted, record
from data.language import _
from data.schema import OutputApproval
from data.settings import number
from data.warehouse import warehouse

_ORPHAN_SECONDS = 3600  # a file without a row this long after it was written belongs to no asking under way


def outputs_folder() -> Path:
    """Where files wait for their approval, and lie until they are taken."""
    folder = warehouse() / "outputs"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def file_of(request: OutputRequest) -> Path:
    """The file of a request. Raises OutputError where it is gone."""
    file = outputs_folder() / request.file
    if not file.is_file():
        raise OutputError(_("The file of this request is gone; ask again."))
    return file


def checked_file(request: OutputRequest) -> Path:
    """Like file_of(), but raises OutputError as well where it is not the one that was asked for."""
    file = file_of(request)
    if sha256_of(file) != request.sha256:
        raise OutputError(
            _("The file of this request was changed after it was asked for. Tell the system administrator.")
        )
    return file


def sweep_outputs(engine: Engine) -> int:
    """Delete files that nobody may take any more; returns how many. Asked at each start, and daily.

    Those are files of requests that were refused, taken or let lapse AUDIT_OUTPUT_DAYS days ago, and what a
    crash left of one that was withdrawn, or without a request.
    """
    with reading(engine) as connection:
        known = set(connection.scalars(select(OutputApproval.file)))
        done = [(key, outputs_folder() / file) for key, file in _done_with(connection)]
    there = [(key, file) for key, file in done if file.is_file()]
    if there:
        with writing(engine) as connection:
            record(connection, COMMAND_LINE.user_name, OutputFilesDeleted([key for key, __ in there]))
    orphans = [
        file
        for file in outputs_folder().iterdir()
        if file.name not in known and file.stat().st_mtime < time.time() - _ORPHAN_SECONDS
    ]
    for file in [*(file for __, file in there), *orphans]:
        file.unlink(missing_ok=True)
    return len(there) + len(orphans)


def _done_with(connection: Connection) -> list[tuple[int, str]]:
    before = moment_of(connection) - timedelta(days=number("AUDIT_OUTPUT_DAYS"))
    done = select(OutputApproval.output_approval_id, OutputApproval.file).where(
        OutputApproval.withdrawn_at.is_not(None)
        | (OutputApproval.decided_at <= before)
        & (OutputApproval.taken_at.is_(None) | (OutputApproval.taken_at <= before)),
    )
    return [(row.output_approval_id, row.file) for row in connection.execute(done)]
