"""移送 register: a matter that has to go to another body, with its letter, its persons and its answer."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, select, update

from data.access.permission import permit, permit_place
from data.access.roles import User
from data.bureau import bureau
from data.engine import now, writing
from data.events import TransferKept, record, take_turn
from data.language import _
from data.ledger.finding_place import REGION_CODE, SECTION_CODE, Place
from data.schema import Finding, Project, Transfer, Unit

ACTION = "recheck-findings"
SUBJECT = "transfer"  # of attachments
_LONGEST = {"receiving_body": 400, "document_number": 64, "matter": 2_000, "persons": 2_000, "result": 2_000}
_MOST_PERSONS = 10_000


class TransferError(ValueError):
    """What is said about a transfer cannot stand; the message says why, in the reader's language."""


@dataclass(frozen=True)
class TransferFacts:
    """What is known of one matter; None and "" where nothing is."""

    receiving_body: str = ""
    matter: str = ""
    persons: str = ""
    person_count: int | None = None
    document_number: str = ""
    sent_date: date | None = None
    answer_due_date: date | None = None
    result: str = ""
    result_date: date | None = None


@dataclass(frozen=True)
class TransferSeen:
    """One matter of the register as it stands."""

    transfer_id: int
    finding_id: int
    finding_code: str
    title: str
    unit: str
    decided_date: date
    place: Place
    facts: TransferFacts


def transfer_seen(connection: Connection, transfer_id: int) -> TransferSeen | None:
    """The matter with that number; None where there is none."""
    row = connection.execute(
        select(
            Transfer,
            Finding.finding_code,
            Finding.title,
            Unit.name.label("unit"),
            SECTION_CODE.label("section_code"),
            REGION_CODE.label("region_code"),
        )
        .join(Finding, Finding.finding_id == Transfer.finding_id)
        .join(Project, Project.project_id == Finding.project_id)
        .join(Unit, Unit.unit_id == Finding.unit_id)
        .where(Transfer.transfer_id == transfer_id)
    ).one_or_none()
    return None if row is None else _seen(row)  # type: ignore[arg-type]


def _seen(row: Row[Any]) -> TransferSeen:
    return TransferSeen(
        transfer_id=row.transfer_id,
        finding_id=row.finding_id,
        finding_code=row.finding_code,
        title=row.title,
        unit=row.unit,
        decided_date=row.decided_date,
        place=(row.section_code, row.region_code),
        facts=TransferFacts(
            row.receiving_body or "",
            row.matter or "",
            row.persons or "",
            row.person_count,
            row.document_number or "",
            row.sent_date,
            row.answer_due_date,
            row.result or "",
            row.result_date,
        ),
    )


def keep_transfer(engine: Engine, user: User, seen: TransferSeen, facts: TransferFacts) -> None:
    """Write what is known of the matter now; `seen` is how the reader saw it.

    Raises TransferError, also where somebody else wrote meanwhile, and NotPermittedError (recorded).
    """
    permit(engine, user, ACTION, SUBJECT)
    permit_place(engine, user, ACTION, seen.place, SUBJECT)
    stripped: dict[str, Any] = {name: getattr(facts, name).strip() for name in _LONGEST}
    facts = replace(facts, **stripped)
    with writing(engine) as connection:
        take_turn(connection)
        there = transfer_seen(connection, seen.transfer_id)
        if there is None or there.facts != seen.facts:
            raise TransferError(_("Somebody else changed it meanwhile. Look again, then write."))
        _check(there, facts, bureau(connection).as_of)
        if facts == there.facts:
            return
        said, known = _words(facts), _words(there.facts)
        record(
            connection,
            user.user_name,
            TransferKept(
                finding_ids=[there.finding_id],
                transfer_id=there.transfer_id,
                before={name: known[name] for name in known if known[name] != said[name]},
                after={name: said[name] for name in said if known[name] != said[name]},
            ),
        )
        values = {name: value if value != "" else None for name, value in asdict(facts).items()}
        if facts.sent_date != there.facts.sent_date:
            values["recorded_at"] = now()
        connection.execute(update(Transfer).where(Transfer.transfer_id == there.transfer_id).values(**values))


def _words(facts: TransferFacts) -> dict[str, str | int | None]:
    """As the event log keeps it: names of persons stay in the register alone."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(facts).items()
        if name != "persons"
    }


def _check(there: TransferSeen, facts: TransferFacts, today: date) -> None:
    for name, most in _LONGEST.items():
        if len(getattr(facts, name)) > most:
            raise TransferError(_("One of the texts is longer than {most} characters.").format(most=most))
    if facts.person_count is not None and not 0 <= facts.person_count <= _MOST_PERSONS:
        raise TransferError(_("The number of persons is from 0 to {most}.").format(most=_MOST_PERSONS))
    if facts.sent_date is not None:
        if not facts.receiving_body:
            raise TransferError(_("Name the body that it was sent to."))
        _between(facts.sent_date, there.decided_date, today)
    elif facts.result_date is not None or facts.result or facts.answer_due_date is not None:
        raise TransferError(_("First say when it was sent: an answer and its limit come after that."))
    if facts.answer_due_date is not None and facts.sent_date and facts.answer_due_date < facts.sent_date:
        raise TransferError(_("The answer cannot be due before the matter was sent."))
    if facts.result_date is not None:
        if not facts.result:
            raise TransferError(_("Say what the answer was."))
        _between(facts.result_date, facts.sent_date or there.decided_date, today)


def _between(day: date, first: date, last: date) -> None:
    if not first <= day <= last:
        raise TransferError(
            _("The day {day} does not lie between {first} and {last}.").format(
                day=day.isoformat(), first=first.isoformat(), last=last.isoformat()
            )
        )
