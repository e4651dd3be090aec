"""审计日志: everybody writes the own entries, and corrects them by another entry until they are locked.

No entry is ever changed or deleted: a correction takes the place of the one before, which stays on record;
an entry of no time at all takes it back. Every operation asks for its right itself and records its event.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, insert, or_, select

from data.access.permission import is_in_place, permit, refuse
from data.access.roles import User, can
from data.attachments import attach, take_of
from data.bureau import bureau
from data.codes import WORK_MODE
from data.diary.lock import first_open_day
from data.engine import now, reading, writing
from data.events import DiaryEntryWritten, record, take_turn
from data.language import _
from data.schema import DiaryEntry, Project, ProjectMember, Staff
from data.team.own_staff import own_staff

WRITING, SEEING_OTHERS = "see-rows", "see-staff"
SUBJECT = "diary_entry"
LONGEST_WORDS = 2000
HALF_HOURS_A_DAY = 48


class DiaryError(ValueError):
    """A rule stands against it; the message says which, in the reader's language."""


@dataclass(frozen=True)
class NewEntry:
    """What was done on a day, for how many half hours; without a project it belongs to none."""

    work_date: date
    project_id: int | None
    mode: str
    half_hours: int
    done: str


def half_hours_of(hours: float) -> int:
    """Hours as half hours. Raises DiaryError for hours that are neither whole nor half."""
    halves = round(hours * 2)
    if abs(hours * 2 - halves) > 1e-9:
        raise DiaryError(_("Hours are whole or half, such as 7.5."))
    return halves


def write_entry(engine: Engine, actor: User, entry: NewEntry) -> int:
    """Write an entry of one's own; returns its number.

    Raises DiaryError, and NotPermittedError (recorded).
    """
    permit(engine, actor, WRITING, str(entry.work_date))
    with writing(engine) as connection:
        take_turn(connection)
        person = _person(connection, actor)
        _check_open(connection, entry.work_date)
        if entry.half_hours < 1:
            raise DiaryError(_("An entry has at least half an hour."))
        return _insert(connection, actor, person, entry, replaces=None)


def correct_entry(engine: Engine, actor: User, entry_id: int, entry: NewEntry) -> int:
    """Put another entry in the place of one's own; returns its number. No time at all takes it back.

    Raises DiaryError, and NotPermittedError (recorded).
    """
    permit(engine, actor, WRITING, str(entry.work_date))
    before = _owned(engine, actor, entry_id)
    with writing(engine) as connection:
        take_turn(connection)
        person = _person(connection, actor)
        newer = select(DiaryEntry.diary_entry_id).where(DiaryEntry.replaces_id == entry_id)
        if connection.scalar(newer) is not None:
            raise DiaryError(_("It was corrected already. Nothing was changed."))
        _check_open(connection, before.work_date)
        _check_open(connection, entry.work_date)
        return _insert(connection, actor, person, entry, replaces=entry_id)


def entries_of(connection: Connection, staff_id: int, first: date, last: date) -> list[Row[Any]]:
    """The entries of a person in force from one day to another, the newest first, each with its project."""
    replaced = select(DiaryEntry.replaces_id).where(DiaryEntry.replaces_id.is_not(None))
    question = (
        select(DiaryEntry.__table__, Project.name.label("project"), Project.project_code)
        .outerjoin(Project, Project.project_id == DiaryEntry.project_id)
        .where(
            DiaryEntry.staff_id == staff_id,
            DiaryEntry.work_date.between(first, last),
            DiaryEntry.half_hours > 0,
            DiaryEntry.diary_entry_id.not_in(replaced),
        )
        .order_by(DiaryEntry.work_date.desc(), DiaryEntry.diary_entry_id.desc())
    )
    return list(connection.execute(question))


def history_of(connection: Connection, entry_id: int) -> list[Row[Any]]:
    """The entry and all that it has taken the place of, the newest first."""
    found: list[Row[Any]] = []
    number: int | None = entry_id
    while number is not None:
        row = connection.execute(
            select(DiaryEntry.__table__).where(DiaryEntry.diary_entry_id == number)
        ).one()
        found.append(row)
        number = row.replaces_id
    return found


def own_projects(connection: Connection, staff_id: int, day: date) -> dict[int, str]:
    """The projects that a person was on, on a day: what an entry can be about."""
    question = (
        select(Project.project_id, Project.name)
        .join(ProjectMember, ProjectMember.project_id == Project.project_id)
        .where(ProjectMember.staff_id == staff_id, *_on_day(day))
        .order_by(Project.plan_year.desc(), Project.name)
    )
    return dict(connection.execute(question).all())


def attach_to_entry(
    engine: Engine, actor: User, entry_id: int, name: str, content: bytes, *, note: str = ""
) -> int:
    """Keep a file as evidence of one's own entry, while it is open; the number of the attachment.

    Raises DiaryError, AttachmentError, and NotPermittedError (recorded).
    """
    permit(engine, actor, WRITING, f"diary entry {entry_id}")
    entry = _owned(engine, actor, entry_id)
    with reading(engine) as connection:
        _check_open(connection, entry.work_date)
    return attach(engine, actor, (SUBJECT, entry_id), name, content, note=note)


def take_from_entry(engine: Engine, actor: User, attachment_id: int) -> bytes:
    """The content of a file: for whose entry it is, and for who may see the staff of that section.

    Raises AttachmentError, KeyError for a number that is no such file, and NotPermittedError (recorded).
    """
    return take_of(
        engine,
        actor,
        SUBJECT,
        attachment_id,
        lambda reader, entry_id: _permit_reading(engine, reader, entry_id),
    )


def _permit_reading(engine: Engine, reader: User, entry_id: int) -> None:
    with reading(engine) as connection:
        entry = _row(connection, entry_id)
        own = own_staff(connection, reader.user_name)
        section = connection.scalar(select(Staff.section_code).where(Staff.staff_id == entry.staff_id))
        is_inside = is_in_place(connection, reader, (section, None))
    is_own = own is not None and own.staff_id == entry.staff_id and can(reader, WRITING)
    if not is_own and not (can(reader, SEEING_OTHERS) and is_inside):
        refuse(engine, reader, SEEING_OTHERS, f"diary entry {entry_id}")


def _insert(
    connection: Connection, actor: User, person: Row[Any], entry: NewEntry, *, replaces: int | None
) -> int:
    words = entry.done.strip()
    if not 0 < len(words) <= LONGEST_WORDS:
        raise DiaryError(_("Say in 1 to {length} characters what was done.").format(length=LONGEST_WORDS))
    if entry.mode not in WORK_MODE:
        raise DiaryError(_("Choose one of the list."))
    # What is taken back may be of a project that the person turned out not to be on.
    is_taken_back = replaces is not None and entry.half_hours == 0
    own = own_projects(connection, person.staff_id, entry.work_date)
    if entry.project_id is not None and not is_taken_back and entry.project_id not in own:
        raise DiaryError(_("You are not on the team of this project on that day."))
    told = _told(connection, person.staff_id, entry.work_date, but=replaces)
    if entry.half_hours < 0 or told + entry.half_hours > HALF_HOURS_A_DAY:
        raise DiaryError(
            _("A day has 24 hours; {hours:g} of them are written already.").format(hours=told / 2)
        )
    event = record(
        connection,
        actor.user_name,
        DiaryEntryWritten(
            person.staff_code, entry.work_date, entry.half_hours, is_correction=replaces is not None
        ),
    )
    number: int = connection.scalars(
        insert(DiaryEntry)
        .values(
            staff_id=person.staff_id,
            project_id=entry.project_id,
            work_date=entry.work_date,
            mode=entry.mode,
            half_hours=entry.half_hours,
            done=words,
            replaces_id=replaces,
            user_name=actor.user_name,
            recorded_at=now(),
            event_id=event,
        )
        .returning(DiaryEntry.diary_entry_id)
    ).one()
    return number


def _told(connection: Connection, staff_id: int, day: date, *, but: int | None) -> int:
    replaced = select(DiaryEntry.replaces_id).where(DiaryEntry.replaces_id.is_not(None))
    question = select(func.coalesce(func.sum(DiaryEntry.half_hours), 0)).where(
        DiaryEntry.staff_id == staff_id,
        DiaryEntry.work_date == day,
        DiaryEntry.diary_entry_id.not_in(replaced),
        DiaryEntry.diary_entry_id != (but or 0),
    )
    return int(connection.scalar(question) or 0)


def _on_day(day: date) -> tuple[Any, ...]:
    member = ProjectMember
    return (
        or_(member.from_date.is_(None), member.from_date <= day),
        or_(member.to_date.is_(None), member.to_date >= day),
    )


def _check_open(connection: Connection, day: date) -> None:
    today = bureau(connection).as_of
    if day > today:
        raise DiaryError(_("A day that has not come cannot be written of."))
    first = first_open_day(connection, today)
    if day < first:
        raise DiaryError(_("Entries before {day} are locked.").format(day=first.isoformat()))


def _person(connection: Connection, actor: User) -> Row[Any]:
    person = own_staff(connection, actor.user_name)
    if person is None:
        raise DiaryError(_("Your account belongs to no member of the staff."))
    return person


def _owned(engine: Engine, actor: User, entry_id: int) -> Row[Any]:
    with reading(engine) as connection:
        entry, person = _row(connection, entry_id), _person(connection, actor)
    if entry.staff_id != person.staff_id:
        refuse(engine, actor, WRITING, f"diary entry {entry_id}")
    return entry


def _row(connection: Connection, entry_id: int) -> Row[Any]:
    found = connection.execute(
        select(DiaryEntry.__table__).where(DiaryEntry.diary_entry_id == entry_id)
    ).first()
    if found is None:
        raise DiaryError(_("There is no such entry."))
    return found
