"""数据分析室使用: asked for, decided by another person, withdrawn, and when who came and went.

Every operation asks for its right itself and records its event in the transaction of the change. A room is
granted to one booking at a time: asking and granting look for others in the transaction that writes, and two
people at once work one after the other, so the second is told. Moments are UTC without zone.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, exists, insert, select, update

from data.access.permission import permit, permit_place, refuse
from data.access.roles import User, can
from data.bureau import moment_of
from data.data_room.rooms import RoomError, rooms
from data.data_room.undertakings import need_undertaking
from data.engine import reading, writing
from data.events import (
    RoomAsked,
    RoomDecided,
    RoomVisitRecorded,
    RoomWithdrawn,
    record,
    take_turn,
)
from data.language import _
from data.local_time import in_china, start_of_day
from data.schema import Account, Project, RoomBooking

ASKING, KEEPING, DECIDING = "use-data", "keep-data-room", "approve-output"
LONGEST_PURPOSE = 400
_LONGEST_DAYS = 14  # a room booked for longer is not a booking but an office


@dataclass(frozen=True)
class WantedRoom:
    """Which room, from when to when, what for, and for which project, if any."""

    room: str
    begins_at: datetime
    ends_at: datetime
    purpose: str
    project_id: int | None = None


def may_decide(user: User) -> bool:
    """Whether the user decides on bookings: who approves the use of the data room, and who keeps it."""
    return can(user, DECIDING) or can(user, KEEPING)


def ask_room(engine: Engine, actor: User, wanted: WantedRoom) -> int:
    """Ask for a room; returns the number of the booking.

    Raises RoomError, and UndertakingMissingError and NotPermittedError (both recorded).
    """
    permit(engine, actor, ASKING, wanted.room)
    need_undertaking(engine, actor, ASKING, wanted.room)
    purpose = wanted.purpose.strip()
    if not 0 < len(purpose) <= LONGEST_PURPOSE:
        raise RoomError(_("Say in 1 to {length} characters what it is for.").format(length=LONGEST_PURPOSE))
    with writing(engine) as connection:
        take_turn(connection)
        moment = moment_of(connection)
        if wanted.room not in rooms(connection):
            raise RoomError(_("There is no such room any more."))
        _check_span(wanted, moment)
        section_code = _section(connection, actor, wanted.project_id)
        _check_free(connection, wanted.room, wanted.begins_at, wanted.ends_at)
        asked = connection.execute(
            insert(RoomBooking)
            .values(
                **vars(wanted) | {"purpose": purpose},
                user_name=actor.user_name,
                section_code=section_code,
                asked_at=moment,
            )
            .returning(RoomBooking.room_booking_id)
        )
        number: int = asked.scalar_one()
        span = _span(wanted.begins_at, wanted.ends_at)
        record(connection, actor.user_name, RoomAsked(wanted.room, span, purpose))
    return number


def decide_room(engine: Engine, actor: User, booking_id: int, *, is_granted: bool, note: str = "") -> None:
    """Grant a booking or not, with a note; a refusal says why. Nobody decides on their own.

    Raises RoomError where it was decided or withdrawn, its time is over or the room is taken by now, and
    NotPermittedError (recorded).
    """
    booking = _existing(engine, booking_id)
    permit(engine, actor, KEEPING if can(actor, KEEPING) else DECIDING, booking.room)
    permit_place(engine, actor, DECIDING, (booking.section_code, booking.region_code), booking.room)
    if actor.user_name == booking.user_name:
        refuse(engine, actor, DECIDING, booking.room)
    if not is_granted and not note.strip():
        raise RoomError(_("Say why it is not granted."))
    with writing(engine) as connection:
        take_turn(connection)
        booking, moment = _row(connection, booking_id), moment_of(connection)
        _check_undecided(booking)
        if is_granted:
            if booking.ends_at <= moment:
                raise RoomError(_("Its time is over."))
            _check_free(connection, booking.room, booking.begins_at, booking.ends_at)
        _change(
            connection,
            booking_id,
            decided_by=actor.user_name,
            decided_at=moment,
            is_granted=is_granted,
            note=note.strip() or None,
        )
        span = _span(booking.begins_at, booking.ends_at)
        event = RoomDecided(booking.room, span, booking.user_name, is_granted, note.strip() or None)
        record(connection, actor.user_name, event)


def withdraw_room(engine: Engine, actor: User, booking_id: int) -> None:
    """Who asked withdraws a booking that nobody decided on, or that has not begun.

    Raises RoomError, and NotPermittedError (recorded).
    """
    booking = _existing(engine, booking_id)
    permit(engine, actor, ASKING, booking.room)
    if actor.user_name != booking.user_name:
        refuse(engine, actor, ASKING, booking.room)
    with writing(engine) as connection:
        take_turn(connection)
        booking, moment = _row(connection, booking_id), moment_of(connection)
        if booking.withdrawn_at is not None or booking.is_granted is False:
            raise RoomError(_("It was withdrawn or refused already."))
        if booking.is_granted and booking.begins_at <= moment:
            raise RoomError(_("It has begun and cannot be withdrawn any more."))
        _change(connection, booking_id, withdrawn_at=moment)
        span = _span(booking.begins_at, booking.ends_at)
        record(connection, actor.user_name, RoomWithdrawn(booking.room, span))


def record_visit(
    engine: Engine, actor: User, booking_id: int, entered_at: datetime, left_at: datetime | None = None
) -> None:
    """Record, or correct, when the room of a granted booking was entered and left (None: not yet).

    Raises RoomError, and NotPermittedError (recorded).
    """
    booking = _existing(engine, booking_id)
    permit(engine, actor, KEEPING, booking.room)
    permit_place(engine, actor, KEEPING, (booking.section_code, booking.region_code), booking.room)
    with writing(engine) as connection:
        take_turn(connection)
        booking, moment = _row(connection, booking_id), moment_of(connection)
        if not booking.is_granted or booking.withdrawn_at is not None:
            raise RoomError(_("Only a granted booking is used."))
        if max(entered_at, left_at or entered_at) > moment:
            raise RoomError(_("A visit cannot lie in the future."))
        if entered_at < start_of_day(in_china(booking.begins_at).date()) or entered_at > booking.ends_at:
            raise RoomError(_("The room was booked for another time."))
        if left_at is not None and left_at < entered_at:
            raise RoomError(_("Nobody leaves before entering."))
        _change(connection, booking_id, entered_at=entered_at, left_at=left_at)
        event = RoomVisitRecorded(
            booking.room,
            booking.user_name,
            before={"entered_at": _said(booking.entered_at), "left_at": _said(booking.left_at)},
            after={"entered_at": _said(entered_at), "left_at": _said(left_at)},
        )
        record(connection, actor.user_name, event)


def _check_span(wanted: WantedRoom, moment: datetime) -> None:
    if wanted.ends_at <= wanted.begins_at:
        raise RoomError(_("It has to end after it begins."))
    if wanted.begins_at < moment:
        raise RoomError(_("It cannot begin in the past."))
    if wanted.ends_at - wanted.begins_at > timedelta(days=_LONGEST_DAYS):
        raise RoomError(_("A booking lasts {days} days at most.").format(days=_LONGEST_DAYS))


def _check_free(connection: Connection, room: str, begins_at: datetime, ends_at: datetime) -> None:
    """Raise RoomError where the room is granted to somebody for part of the time. Touching ends are free."""
    taken = connection.execute(
        select(RoomBooking.begins_at, RoomBooking.ends_at)
        .where(
            RoomBooking.room == room,
            RoomBooking.is_granted.is_(True),
            RoomBooking.withdrawn_at.is_(None),
            RoomBooking.begins_at < ends_at,
            RoomBooking.ends_at > begins_at,
        )
        .order_by(RoomBooking.begins_at)
    ).first()
    if taken is not None:
        words = _("The room {room} is taken {span}. Choose another time or another room.")
        raise RoomError(words.format(room=room, span=_span(taken.begins_at, taken.ends_at)))


def _check_undecided(booking: Row[Any]) -> None:
    if booking.withdrawn_at is not None:
        raise RoomError(_("Who asked has withdrawn it. Nothing was changed."))
    if booking.is_granted is not None:
        words = _("{who} has decided on it already. Nothing was changed.")
        raise RoomError(words.format(who=booking.decider or booking.decided_by))


def _section(connection: Connection, actor: User, project_id: int | None) -> str | None:
    """The section that uses the room: that of who asks, or else of the project."""
    if project_id is None:
        return actor.section_code
    if not connection.scalar(select(exists().where(Project.project_id == project_id))):
        raise RoomError(_("There is no such project."))
    of_project = select(Project.section_code).where(Project.project_id == project_id)
    return actor.section_code or connection.scalar(of_project)


def _existing(engine: Engine, booking_id: int) -> Row[Any]:
    with reading(engine) as connection:
        return _row(connection, booking_id)


def _row(connection: Connection, booking_id: int) -> Row[Any]:
    found = connection.execute(
        select(RoomBooking.__table__, Project.region_code, Account.display_name.label("decider"))
        .outerjoin(Account, Account.user_name == RoomBooking.decided_by)
        .outerjoin(Project, Project.project_id == RoomBooking.project_id)
        .where(RoomBooking.room_booking_id == booking_id)
    ).first()
    if found is None:
        raise RoomError(_("There is no such booking."))
    return found


def _change(connection: Connection, booking_id: int, **values: Any) -> None:
    which = RoomBooking.room_booking_id == booking_id
    connection.execute(update(RoomBooking).where(which).values(**values))


def _span(begins_at: datetime, ends_at: datetime) -> str:
    """From when to when in China: the day once where it is one."""
    begins, ends = in_china(begins_at), in_china(ends_at)
    last = f"{ends:%H:%M}" if begins.date() == ends.date() else f"{ends:%Y-%m-%d %H:%M}"
    return f"{begins:%Y-%m-%d %H:%M}–{last}"


def _said(moment: datetime | None) -> str | None:
    return f"{in_china(moment):%Y-%m-%d %H:%M}" if moment else None
