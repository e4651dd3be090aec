"""What people of the demonstration asked to take out of the data room, and what was handed over and returned.

Everything is invented. The acts lie in the past of the bureau's own day, which the functions of the data room
would not allow; so the rows are written here, each on an event of the kind that its act records.
"""

import io
import json
import tomllib
from collections.abc import Sequence
from datetime import date, datetime, time
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import xlsxwriter
from sqlalchemy import Connection, Engine, exists, insert, select, update

from data.codes import MOVEMENT_KIND
from data.data_room.dataset_access import Access, masked_select, masks
from data.data_room.movements import Movement, write_movement
from data.data_room.outputs import outputs_folder
from data.engine import reading, writing
from data.events import HandOverRecorded, MovementClosed, OutputAsked, OutputDecided, OutputTaken, record
from data.schema import Account, DataMovement, Dataset, MovementClosing, OutputApproval, OutputDataset
from data.warehouse import Version, versions

_FILE = Path(__file__).with_suffix(".toml")
_KEEPER = "dataroom"
_MASKED = Access(is_listed=True, may_read=True, is_unmasked=False)


def is_handed_out(connection: Connection) -> bool:
    """Whether hand_out() was here."""
    first = tomllib.loads(_FILE.read_text(encoding="utf-8"))["output"][0]["described"]
    return bool(connection.scalar(select(exists().where(OutputApproval.described == first))))


def hand_out(engine: Engine) -> None:
    """Write the requests with their files, then the lines of the ledger; once, after the datasets."""
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    with reading(engine) as connection:
        known = {row.dataset_type: row for row in connection.execute(select(Dataset.__table__))}
        every = {kind: versions(connection, row.dataset_id) for kind, row in known.items()}
        people = dict(connection.execute(select(Account.user_name, Account.display_name)).all())
    asked = [_version_on(every[entry["dataset"]], entry["asked"]) for entry in told["output"]]
    contents = [
        _workbook(version, entry["rows"]) for version, entry in zip(asked, told["output"], strict=True)
    ]
    with writing(engine) as connection:
        for entry, content, version in zip(told["output"], contents, asked, strict=True):
            _output(connection, entry, content, known[entry["dataset"]], version)
        for entry in told["handed"]:
            _handed(connection, entry, known.get(entry.get("dataset")), every, people)


def _version_on(every: Sequence[Version], day: date) -> Version:
    """The newest version that had come by that day, else the first."""
    return next((version for version in reversed(every) if version.loaded_at.date() <= day), every[0])


def _workbook(version: Version, count: int) -> bytes:
    """The first rows of a dataset, as whoever has no share without masks sees them."""
    with duckdb.connect() as duck:
        found = duck.execute(f"select * from ({masked_select(version, _MASKED)}) limit {count}")
        rows = [[column[0] for column in found.description or ()], *found.fetchall()]
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("明细")
        for line, row in enumerate(rows):
            for place, value in enumerate(row):
                sheet.write_string(line, place, "" if value is None else str(value))
    return content.getvalue()


def _output(
    connection: Connection, entry: dict[str, Any], content: bytes, dataset: Any, version: Version
) -> None:
    digest = sha256(content).hexdigest()
    file = outputs_folder() / f"{digest[:32]}.xlsx"
    file.write_bytes(content)
    decided = entry.get("decided")
    output_id: int = connection.execute(
        insert(OutputApproval)
        .values(
            user_name=entry["asker"],
            described=entry["described"],
            file=file.name,
            sha256=digest,
            row_count=entry["rows"],
            purpose=entry["purpose"],
            recipient=entry["recipient"],
            asked_at=_at(entry["asked"]),
            decided_by=entry.get("decided_by"),
            decided_at=_at(decided) if decided else None,
            is_granted="approval_number" in entry if decided else None,
            approval_number=entry.get("approval_number"),
            note=entry.get("note"),
            taken_at=_at(entry["taken"]) if "taken" in entry else None,
        )
        .returning(OutputApproval.output_approval_id)
    ).scalar_one()
    connection.execute(
        insert(OutputDataset).values(
            output_approval_id=output_id,
            dataset_id=dataset.dataset_id,
            version_number=version.number,
            masks=json.dumps(dict(masks(version, _MASKED)), ensure_ascii=False),
        )
    )
    purpose, recipient = entry["purpose"], entry["recipient"]
    record(
        connection,
        entry["asker"],
        OutputAsked(entry["described"], entry["rows"], digest, purpose, recipient),
    )
    number = entry.get("approval_number", "")
    if decided:
        told = OutputDecided(entry["described"], entry["asker"], bool(number), number, entry.get("note", ""))
        record(connection, entry["decided_by"], told)
    if "taken" not in entry:
        return
    taken = OutputTaken(
        entry["described"], entry["rows"], digest, purpose, recipient, number, entry["return"]
    )
    line = Movement(
        kind="receipt",
        fact_date=entry["taken"],
        described=entry["described"],
        counterparty=recipient,
        person=entry["asker"],
        taker=entry["asker"],
        purpose=purpose,
        dataset_id=dataset.dataset_id,
        version_number=version.number,
        row_count=entry["rows"],
        sha256=digest,
        section_code=dataset.section_code,
        approval_number=number,
        return_due_date=entry["return"],
    )
    _write(connection, line, record(connection, entry["asker"], taken))


def _handed(
    connection: Connection,
    entry: dict[str, Any],
    dataset: Any,
    every: dict[str, tuple[Version, ...]],
    people: dict[str, str],
) -> None:
    version = _version_on(every[entry["dataset"]], entry["day"]) if dataset is not None else None
    described = f"{dataset.title}（{entry['described']}）" if dataset is not None else entry["described"]
    taker = entry.get("taker")
    recipient = f"{entry['recipient']}（{people[taker]}）" if taker else entry["recipient"]
    assert entry["kind"] in MOVEMENT_KIND
    told = HandOverRecorded(
        movement_kind=entry["kind"],
        described=described,
        recipient=recipient,
        taker=taker or "",
        fact_date=entry["day"],
        purpose=entry["purpose"],
        approval_number=entry["approval_number"],
        return_due_date=entry.get("return"),
        corrects=None,
    )
    line = Movement(
        kind=entry["kind"],
        fact_date=entry["day"],
        described=described,
        counterparty=recipient,
        person=_KEEPER,
        taker=taker,
        purpose=entry["purpose"],
        dataset_id=dataset.dataset_id if dataset is not None else None,
        version_number=version.number if version else None,
        row_count=version.row_count if version else None,
        sha256=version.original_sha256 if version else None,
        section_code=dataset.section_code if dataset is not None else None,
        approval_number=entry["approval_number"],
        return_due_date=entry.get("return"),
    )
    number = _write(connection, line, record(connection, _KEEPER, told))
    if "closed" not in entry:
        return
    witness = entry.get("witness", "")
    closed = MovementClosed(number, described, entry["ended"], entry["closed"], witness, "")
    connection.execute(
        insert(MovementClosing).values(
            data_movement_id=number,
            kind=entry["ended"],
            fact_date=entry["closed"],
            witness=witness or None,
            event_id=record(connection, _KEEPER, closed),
        )
    )


def _write(connection: Connection, line: Movement, event_id: int) -> int:
    number = write_movement(connection, line, event_id)
    moved = update(DataMovement).where(DataMovement.data_movement_id == number)
    connection.execute(moved.values(moved_at=_at(line.fact_date)))
    return number


def _at(day: date) -> datetime:
    return datetime.combine(day, time(2))  # ten in the morning in China
