"""登记归还、销毁: what was handed over came back, or was destroyed before a witness; recorded once."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine, insert, select

from data.access.permission import permit_whole, refuse
from data.access.roles import User
from data.bureau import bureau
from data.codes import MOVEMENT_CLOSING
from data.data_room.hand_over import KEEPING, KINDS
from data.engine import reading, writing
from data.events import MovementClosed, record, take_turn
from data.language import _
from data.schema import DataMovement, MovementClosing

CLOSINGS = tuple(kind for kind in MOVEMENT_CLOSING if kind != "corrected")  # which another line does
LONGEST_WITNESS = 100
LONGEST_NOTE = 500


class ClosingError(ValueError):
    """A return or a destruction that cannot be recorded; the message says why, in the current language."""


@dataclass(frozen=True)
class Closing:
    """How a line of the ledger ended, of MOVEMENT_CLOSING; a destruction has a witness."""

    kind: str
    fact_date: date
    witness: str = ""
    note: str = ""


@dataclass(frozen=True)
class OpenMovement:
    """A submission or receipt that was neither returned nor destroyed. `taker` is an account, if any."""

    line: int
    kind: str
    fact_date: date
    described: str
    counterparty: str
    person: str
    taker: str | None
    section_code: str | None
    return_due_date: date | None

    def days_overdue(self, day: date) -> int:
        """Days since it was due back; 0 where it is not overdue."""
        return max((day - self.return_due_date).days, 0) if self.return_due_date else 0


def open_movements(connection: Connection) -> tuple[OpenMovement, ...]:
    """What has to come back and is still out, the longest overdue first."""
    columns = [DataMovement.__table__.c[name] for name in list(OpenMovement.__dataclass_fields__)[1:]]
    still_out = (
        select(DataMovement.data_movement_id, *columns)
        .outerjoin(MovementClosing, MovementClosing.data_movement_id == DataMovement.data_movement_id)
        .where(
            DataMovement.kind.in_(KINDS),
            MovementClosing.movement_closing_id.is_(None),
            DataMovement.return_due_date.is_not(None),
        )
        .order_by(DataMovement.return_due_date, DataMovement.data_movement_id)
    )
    return tuple(OpenMovement(*row) for row in connection.execute(still_out))


def close_movement(engine: Engine, user: User, line: int, closing: Closing) -> None:
    """Record that the data of a line came back or was destroyed.

    Who has the data cannot say so alone: another person who keeps the data room does. A line that is closed
    stays closed. Raises ClosingError, and NotPermittedError (recorded).
    """
    permit_whole(engine, user, KEEPING, str(line))
    with reading(engine) as connection:
        taker = connection.scalar(select(DataMovement.taker).where(DataMovement.data_movement_id == line))
    if taker == user.user_name:
        refuse(engine, user, KEEPING, str(line))
    _check(closing)
    with writing(engine) as connection:
        take_turn(connection)
        moved = connection.execute(
            select(DataMovement.kind, DataMovement.fact_date, DataMovement.described).where(
                DataMovement.data_movement_id == line
            )
        ).first()
        if moved is None or moved.kind not in KINDS:
            raise ClosingError(
                _("There is no submission or receipt with the number {line}.").format(line=line)
            )
        _check_day(connection, closing.fact_date, moved.fact_date)
        closed = select(MovementClosing.kind).where(MovementClosing.data_movement_id == line)
        if connection.scalar(closed) is not None:
            raise ClosingError(
                _("This line is closed already; what is mistaken is corrected by another line.")
            )
        event = MovementClosed(
            line=line,
            described=moved.described,
            closing_kind=closing.kind,
            fact_date=closing.fact_date,
            witness=closing.witness.strip(),
            note=closing.note.strip(),
        )
        event_id = record(connection, user.user_name, event)
        connection.execute(
            insert(MovementClosing).values(
                data_movement_id=line,
                kind=closing.kind,
                fact_date=closing.fact_date,
                witness=closing.witness.strip() or None,
                note=closing.note.strip() or None,
                event_id=event_id,
            )
        )


def _check(closing: Closing) -> None:
    if closing.kind not in CLOSINGS:
        raise ClosingError(_("Data is either returned or destroyed."))
    if closing.kind == "destroyed" and not closing.witness.strip():
        raise ClosingError(_("A destruction has a witness: say who saw it."))
    if len(closing.witness.strip()) > LONGEST_WITNESS or len(closing.note.strip()) > LONGEST_NOTE:
        raise ClosingError(_("A note has at most {length} characters.").format(length=LONGEST_NOTE))


def _check_day(connection: Connection, day: date, moved: date) -> None:
    today = bureau(connection).as_of
    if day > today:
        raise ClosingError(_("A fact cannot lie after today, {day}.").format(day=today))
    if day < moved:
        raise ClosingError(
            _("It was handed over on {day} and cannot have come back before.").format(day=moved)
        )
