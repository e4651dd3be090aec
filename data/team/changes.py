"""信息填报: a person proposes a change of their own data, and personnel staff accept it or not.

Nobody writes the own data directly, and nobody decides on the own proposal. What is accepted is written in
the transaction of the decision: a column of the staff register, or a dated record beside it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select, update

from data.access.permission import permit, permit_place, refuse
from data.access.roles import User
from data.bureau import bureau
from data.codes import EDUCATION, STAFF_FIELD, STAFF_RECORD
from data.engine import now, reading, writing
from data.events import StaffChangeDecided, StaffChangeProposed, record, take_turn
from data.language import _
from data.schema import Staff, StaffChange, StaffRecord
from data.team.own_staff import own_staff
from data.team.record_kinds import choices_of

PROPOSING, DECIDING = "see-rows", "maintain-staff"
LONGEST_VALUE, LONGEST_REASON = 100, 400
_DATES = ("birth_date", "joined_date")
_YOUNGEST, _OLDEST = 16, 80


class StaffChangeError(ValueError):
    """A rule stands against it; the message says which, in the reader's language."""


@dataclass(frozen=True)
class WantedChange:
    """`field` is of STAFF_FIELD, `value` a code, a day as 2026-03-02 or a name; a record has its day."""

    field: str
    value: str
    fact_date: date | None = None
    reason: str = ""


def propose_change(engine: Engine, actor: User, wanted: WantedChange) -> int:
    """Propose a change of one's own data; returns its number.

    Raises StaffChangeError, and NotPermittedError (recorded).
    """
    permit(engine, actor, PROPOSING, wanted.field)
    with writing(engine) as connection:
        take_turn(connection)
        person = own_staff(connection, actor.user_name)
        if person is None:
            raise StaffChangeError(_("Your account belongs to no member of the staff."))
        value = _checked(wanted, bureau(connection).as_of)
        if _open_on(connection, person.staff_id, wanted.field):
            raise StaffChangeError(_("A change of this is waiting for a decision already."))
        old = None if wanted.field in STAFF_RECORD else getattr(person, wanted.field)
        number: int = connection.scalars(
            insert(StaffChange)
            .values(
                staff_id=person.staff_id,
                field=wanted.field,
                old_value=None if old is None else str(old),
                new_value=value,
                fact_date=wanted.fact_date if wanted.field in STAFF_RECORD else None,
                reason=wanted.reason.strip() or None,
                proposed_by=actor.user_name,
                proposed_at=now(),
            )
            .returning(StaffChange.staff_change_id)
        ).one()
        record(connection, actor.user_name, StaffChangeProposed(person.staff_code, wanted.field))
    return number


def decide_change(engine: Engine, actor: User, number: int, *, is_accepted: bool, note: str = "") -> None:
    """Accept a proposed change or not; a refusal says why.

    Raises StaffChangeError where it was decided already, and NotPermittedError (recorded).
    """
    change = _existing(engine, number)
    permit(engine, actor, DECIDING, change.staff_code)
    permit_place(engine, actor, DECIDING, (change.section_code, None), change.staff_code)
    if change.proposed_by == actor.user_name:
        refuse(engine, actor, DECIDING, change.staff_code)
    if not is_accepted and not note.strip():
        raise StaffChangeError(_("Say why it is not accepted."))
    with writing(engine) as connection:
        take_turn(connection)
        change = _row(connection, number)
        if change.is_accepted is not None:
            raise StaffChangeError(_("It was decided on already. Nothing was changed."))
        if is_accepted:
            _check_unchanged(connection, change)
            _write(connection, change)
        connection.execute(
            update(StaffChange)
            .where(StaffChange.staff_change_id == number)
            .values(
                decided_by=actor.user_name,
                decided_at=now(),
                is_accepted=is_accepted,
                note=note.strip() or None,
            )
        )
        event = StaffChangeDecided(change.staff_code, change.field, is_accepted, note.strip() or None)
        record(connection, actor.user_name, event)


def waiting_changes(connection: Connection, user: User) -> list[Row[Any]]:
    """What waits for a decision by the user, the oldest first: within the own section, and not the own.

    The staff are of no region: whoever is bound to one sees and decides nothing.
    """
    if user.region_code is not None:
        return []
    rows = connection.execute(
        _question()
        .where(StaffChange.is_accepted.is_(None), StaffChange.proposed_by != user.user_name)
        .order_by(StaffChange.proposed_at, StaffChange.staff_change_id)
    )
    return [row for row in rows if user.section_code in {None, row.section_code}]


def changes_of(connection: Connection, staff_id: int) -> list[Row[Any]]:
    """What was proposed of a person, the newest first, with what became of it."""
    newest = StaffChange.staff_change_id.desc()
    return list(connection.execute(_question().where(StaffChange.staff_id == staff_id).order_by(newest)))


def _question() -> Any:
    return select(StaffChange.__table__, Staff.staff_code, Staff.name, Staff.section_code).join(
        Staff, Staff.staff_id == StaffChange.staff_id
    )


def _checked(wanted: WantedChange, today: date) -> str:
    if wanted.field not in STAFF_FIELD:
        raise StaffChangeError(_("This is not changed by proposal."))
    value = wanted.value.strip()
    if not 0 < len(value) <= LONGEST_VALUE or len(wanted.reason) > LONGEST_REASON:
        raise StaffChangeError(_("A value has 1 to {length} characters.").format(length=LONGEST_VALUE))
    if wanted.field in STAFF_RECORD:
        if wanted.fact_date is None or wanted.fact_date > today:
            raise StaffChangeError(_("Give the day from which it holds; it cannot lie ahead."))
        codes = choices_of(wanted.field)
        if codes is not None and value not in codes:
            raise StaffChangeError(_("Choose one of the list."))
    elif wanted.field == "education" and value not in EDUCATION:
        raise StaffChangeError(_("Choose one of the list."))
    elif wanted.field in _DATES:
        _check_day(wanted.field, value, today)
    return value


def _check_day(field: str, value: str, today: date) -> None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise StaffChangeError(_("A day is written like 2026-03-02.")) from None
    years = today.year - day.year
    if day > today or (field == "birth_date" and not _YOUNGEST <= years <= _OLDEST):
        raise StaffChangeError(_("This day cannot be."))


def _check_unchanged(connection: Connection, change: Row[Any]) -> None:
    """What was accepted is the change from the value that was proposed against, not from a newer one."""
    if change.field in STAFF_RECORD:
        return
    present = connection.scalar(select(getattr(Staff, change.field)).where(Staff.staff_id == change.staff_id))
    if (None if present is None else str(present)) != change.old_value:
        raise StaffChangeError(
            _("The register says something else by now than when this was proposed. Decline it.")
        )


def _write(connection: Connection, change: Row[Any]) -> None:
    if change.field not in STAFF_RECORD:
        value = date.fromisoformat(change.new_value) if change.field in _DATES else change.new_value
        which = Staff.staff_id == change.staff_id
        connection.execute(update(Staff).where(which).values({change.field: value}))
        return
    known = {"staff_id": change.staff_id, "kind": change.field, "value": change.new_value}
    same = [getattr(StaffRecord, name) == value for name, value in known.items()]
    already = select(StaffRecord.staff_record_id).where(*same, StaffRecord.fact_date == change.fact_date)
    if connection.scalar(already) is None:
        connection.execute(insert(StaffRecord).values(**known, fact_date=change.fact_date, recorded_at=now()))


def _open_on(connection: Connection, staff_id: int, field: str) -> bool:
    waiting = select(StaffChange.staff_change_id).where(
        StaffChange.staff_id == staff_id, StaffChange.field == field, StaffChange.is_accepted.is_(None)
    )
    return connection.scalar(waiting) is not None


def _existing(engine: Engine, number: int) -> Row[Any]:
    with reading(engine) as connection:
        return _row(connection, number)


def _row(connection: Connection, number: int) -> Row[Any]:
    found: Row[Any] | None = connection.execute(
        _question().where(StaffChange.staff_change_id == number)
    ).first()
    if found is None:
        raise StaffChangeError(_("There is no such proposal."))
    return found
