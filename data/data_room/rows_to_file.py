"""Rows that the command line writes into a file: whose, what for, and their line of the receipt ledger.

Whoever has a shell on the server has its files as well, so nobody's decision is waited for. Acting as an
account, the command takes the number of the approval that there is on paper; either way the ledger says what
left.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from data.access.permission import permit
from data.access.roles import COMMAND_LINE, User
from data.bureau import bureau
from data.data_room.dataset_use import record_use
from data.data_room.movements import Movement, write_movement
from data.data_room.outputs import OutputError, ReadDataset, check_no_secret
from data.data_room.return_limits import strictest, usual_limit
from data.data_room.undertakings import need_undertaking
from data.digest import sha256_of
from data.engine import reading, writing
from data.events import RowsWritten, record, take_turn
from data.language import _
from data.schema import Dataset

ACTION = "export-rows"


@dataclass(frozen=True)
class Written:
    """What goes into the file: described for a person, from which datasets, what for and for whom."""

    described: str
    datasets: tuple[ReadDataset, ...]
    purpose: str = ""
    recipient: str = ""
    approval_number: str = ""


def permit_rows_to_file(engine: Engine, user: User, written: Written) -> None:
    """Raise before anything is written where the rows may not leave.

    An account needs the right to export, a valid undertaking, a purpose, a recipient and the number of the
    approval. Rows of a state secret never leave as a file. Raises OutputError, UndertakingMissingError and
    NotPermittedError (both recorded).
    """
    if user != COMMAND_LINE:
        permit(engine, user, ACTION, written.described)
        need_undertaking(engine, user, ACTION, written.described)
        if not all(words.strip() for words in (written.purpose, written.recipient, written.approval_number)):
            raise OutputError(
                _("Acting as an account, say --purpose, --recipient and --approval for rows in a file.")
            )
    with reading(engine) as connection:
        check_no_secret({row.classification for row in _sources(connection, written)})


def record_rows_to_file(engine: Engine, user: User, written: Written, file: Path, rows: int) -> None:
    """Write the event and the line for a file that was written; what came from no dataset has none."""
    if not written.datasets:
        return
    digest = sha256_of(file)
    purpose = written.purpose.strip() or _("Taken by the command line")
    recipient = written.recipient.strip() or _("Keeper of the server")
    with writing(engine) as connection:
        take_turn(connection)
        sources, day = _sources(connection, written), bureau(connection).as_of
        event = RowsWritten(
            datasets=[row.name for row in sources],
            rows=rows,
            file_name=file.name,
            sha256=digest,
            purpose=purpose,
            recipient=recipient,
            approval_number=written.approval_number.strip(),
            dataset_ids=[row.dataset_id for row in sources],
        )
        only = sources[0] if len(sources) == 1 else None
        line = Movement(
            kind="receipt",
            fact_date=day,
            described=written.described,
            counterparty=recipient,
            person=user.user_name,
            taker=user.user_name if user != COMMAND_LINE else None,
            purpose=purpose,
            dataset_id=only.dataset_id if only else None,
            version_number=written.datasets[0].version_number if only else None,
            row_count=rows,
            sha256=digest,
            project_id=only.project_id if only else None,
            section_code=user.section_code or (only.section_code if only else None),
            approval_number=written.approval_number.strip() or None,
            return_due_date=usual_limit(strictest(row.classification for row in sources), day),
        )
        write_movement(connection, line, record(connection, user.user_name, event))
    for read in written.datasets:
        record_use(engine, user, read.dataset_id, "export")


def _sources(connection: Connection, written: Written) -> list[Row[Any]]:
    numbers = [read.dataset_id for read in written.datasets]
    found = select(Dataset.__table__).where(Dataset.dataset_id.in_(numbers)).order_by(Dataset.name)
    return list(connection.execute(found))
