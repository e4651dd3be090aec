"""Bookings of the rooms as they stand at this moment: of a week, of a person, and what waits for whom.

Unlike figures, which are as of the end of a day, a board says what holds now. Whoever looks sees that a room
is taken; by whom and what for only of bookings within the own section or region, and of the own ones.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, or_, select

from data.access.permission import is_in_place
from data.access.roles import User
from data.bureau import moment_of
from data.local_time import in_china, start_of_day
from data.schema import Account, Project, RoomBooking, Section

_NEWEST = 8  # bookings of one person that a page lists
_OPEN = RoomBooking.withdrawn_at.is_(None) & RoomBooking.is_granted.is_not(False)


@dataclass(frozen=True)
class Booking:
    """One booking; moments in China's time. `state` is one of BOOKING_STATE.

    What the reader may not know is None: `is_seen` says whether that is so.
    """

    booking_id: int
    room: str
    begins: datetime
    ends: datetime
    state: str
    is_own: bool
    is_seen: bool
    who: str | None
    section: str | None
    project: str | None
    purpose: str | None
    note: str | None
    decided_by: str | None
    entered: datetime | None
    left: datetime | None

    def touches(self, day: date) -> bool:
        """Whether part of it lies on the day."""
        return self.begins.date() <= day and self.ends > datetime.combine(day, datetime.min.time())


def bookings_of_week(connection: Connection, user: User, monday: date) -> tuple[Booking, ...]:
    """Granted bookings of the seven days, and undecided ones that the reader sees, in their order."""
    first, last = start_of_day(monday), start_of_day(monday + timedelta(days=7))
    found = _found(connection, user, _OPEN, RoomBooking.begins_at < last, RoomBooking.ends_at > first)
    return tuple(entry for entry in found if entry.is_seen or entry.state != "asked")


def own_bookings(connection: Connection, user: User) -> tuple[Booking, ...]:
    """The newest of one's own, whatever became of them."""
    return _found(connection, user, RoomBooking.user_name == user.user_name)[::-1][:_NEWEST]


def undecided_bookings(connection: Connection, user: User) -> tuple[Booking, ...]:
    """What waits for a decision and is not over, within the reader's reach."""
    waits = RoomBooking.is_granted.is_(None) & (RoomBooking.ends_at > moment_of(connection))
    return tuple(entry for entry in _found(connection, user, _OPEN, waits) if entry.is_seen)


def bookings_in_use(connection: Connection, user: User) -> tuple[Booking, ...]:
    """Granted bookings of today, and those of the last week whose room was not left or never entered."""
    moment = moment_of(connection)
    today = start_of_day(in_china(moment).date())
    is_due = RoomBooking.begins_at < today + timedelta(days=1)
    is_open = RoomBooking.left_at.is_(None) & (RoomBooking.ends_at > today - timedelta(days=7))
    wanted = (_OPEN, RoomBooking.is_granted.is_(True), is_due, or_(is_open, RoomBooking.left_at >= today))
    return tuple(entry for entry in _found(connection, user, *wanted) if entry.is_seen)


def _found(connection: Connection, user: User, *conditions: ColumnElement[bool]) -> tuple[Booking, ...]:
    moment = moment_of(connection)
    rows = connection.execute(
        select(
            RoomBooking.__table__,
            Account.display_name,
            Section.name.label("section"),
            Project.name.label("project"),
            Project.region_code,
        )
        .outerjoin(Account, Account.user_name == RoomBooking.user_name)
        .outerjoin(Section, Section.section_code == RoomBooking.section_code)
        .outerjoin(Project, Project.project_id == RoomBooking.project_id)
        .where(*conditions)
        .order_by(RoomBooking.begins_at, RoomBooking.room, RoomBooking.room_booking_id)
    )
    return tuple(_booking(connection, user, row, moment) for row in rows)


def _booking(connection: Connection, user: User, row: Row[Any], moment: datetime) -> Booking:
    is_own = row.user_name == user.user_name
    is_seen = is_own or is_in_place(connection, user, (row.section_code, row.region_code))
    return Booking(
        booking_id=row.room_booking_id,
        room=row.room,
        begins=in_china(row.begins_at),
        ends=in_china(row.ends_at),
        state=_state(row, moment),
        is_own=is_own,
        is_seen=is_seen,
        who=(row.display_name or row.user_name) if is_seen else None,
        section=row.section if is_seen else None,
        project=row.project if is_seen else None,
        purpose=row.purpose if is_seen else None,
        note=row.note if is_seen else None,
        decided_by=row.decided_by if is_seen else None,
        entered=in_china(row.entered_at) if row.entered_at else None,
        left=in_china(row.left_at) if row.left_at else None,
    )


def _state(row: Row[Any], moment: datetime) -> str:
    """As queries/relations/as_of/room_booking_as_of.sql has it at the end of a day, but at this moment."""
    if row.withdrawn_at is not None:
        return "withdrawn"
    if row.is_granted is None:
        return "lapsed" if row.ends_at <= moment else "asked"
    if not row.is_granted:
        return "refused"
    if row.left_at is not None:
        return "used"
    if row.entered_at is not None:
        return "in_use"
    return "unused" if row.ends_at <= moment else "granted"
