"""数据来源: connected and disconnected, and what came from a source or failed to.

An arrival is recorded by hand, by a script that collects (`manage.py datasets arrival`), and by itself when a
version of a dataset of that source comes over the network or the upload route: data/warehouse/committing.py.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select, update

from data.access.permission import permit, permit_place
from data.access.roles import COMMAND_LINE, User
from data.bureau import bureau
from data.engine import now, reading, writing
from data.events import DataSourceChanged, SourceArrivalRecorded, record, take_turn
from data.language import _
from data.schema import DataSource, SourceArrival

ACTION = "keep-data-room"
LONGEST_MESSAGE = 2000


class SourceError(ValueError):
    """A rule stands against a change of a source or an arrival; the message says which."""


@dataclass(frozen=True)
class NewArrival:
    """What came from a source on a day, or failed to; a failure has a message and no rows."""

    fact_date: date
    is_failed: bool = False
    rows: int | None = None
    message: str | None = None


def source_id(connection: Connection, code: str) -> int:
    """The id of a source by its code. Raises SourceError where there is none."""
    found = connection.scalar(select(DataSource.data_source_id).where(DataSource.source_code == code))
    if found is None:
        raise SourceError(_("There is no data source {code}.").format(code=code))
    return found


def connect_source(
    engine: Engine,
    actor: User,
    data_source_id: int,
    connected_date: date | None,
    disconnected_date: date | None = None,
) -> None:
    """Set since when a source is connected (None: it never was), and when it was disconnected.

    Raises SourceError, and NotPermittedError (recorded).
    """
    _permit(engine, actor, data_source_id)
    with writing(engine) as connection:
        take_turn(connection)
        source = _existing(connection, data_source_id)
        for day in (connected_date, disconnected_date):
            _check_past(connection, day)
        since = source.connectable_date
        if connected_date is not None and since is not None and connected_date < since:
            raise SourceError(_("It can be connected since {day}, not before.").format(day=since.isoformat()))
        if connected_date is None and disconnected_date is not None:
            raise SourceError(_("What was never connected cannot be disconnected."))
        if (
            connected_date is not None
            and disconnected_date is not None
            and disconnected_date < connected_date
        ):
            raise SourceError(_("It cannot be disconnected before it is connected."))
        values = {"connected_date": connected_date, "disconnected_date": disconnected_date}
        before = {name: getattr(source, name) for name in values}
        if before == values:
            return
        which = DataSource.data_source_id == data_source_id
        connection.execute(update(DataSource).where(which).values(**values))
        changed = [name for name in values if values[name] != before[name]]
        event = DataSourceChanged(
            source_code=source.source_code,
            before={name: _said(before[name]) for name in changed},
            after={name: _said(values[name]) for name in changed},
        )
        record(connection, actor.user_name, event)


def record_arrival(engine: Engine, actor: User, data_source_id: int, arrival: NewArrival) -> int:
    """Record what a source sent or failed to send; returns the id of the arrival.

    Raises SourceError, and NotPermittedError (recorded).
    """
    _permit(engine, actor, data_source_id)
    message = (arrival.message or "").strip() or None
    if arrival.is_failed and message is None:
        raise SourceError(_("Say what failed."))
    if arrival.is_failed and arrival.rows:
        raise SourceError(_("A failure brought no rows."))
    if (arrival.rows or 0) < 0 or len(message or "") > LONGEST_MESSAGE:
        raise SourceError(_("The number of rows or the message is out of range."))
    with writing(engine) as connection:
        take_turn(connection)
        source = _existing(connection, data_source_id)
        _check_past(connection, arrival.fact_date)
        added = connection.execute(
            insert(SourceArrival)
            .values(
                data_source_id=data_source_id,
                fact_date=arrival.fact_date,
                is_failed=arrival.is_failed,
                row_count=arrival.rows,
                message=message,
                recorded_at=now(),
            )
            .returning(SourceArrival.source_arrival_id)
        )
        number: int = added.scalar_one()
        event = SourceArrivalRecorded(
            source_code=source.source_code,
            fact_date=arrival.fact_date,
            is_failed=arrival.is_failed,
            rows=arrival.rows,
            message=message,
        )
        record(connection, actor.user_name, event)
    return number


def _permit(engine: Engine, actor: User, data_source_id: int) -> None:
    """The command line is no person: who has a shell on the server keeps its sources."""
    with reading(engine) as connection:
        source = _existing(connection, data_source_id)
    if actor != COMMAND_LINE:
        permit(engine, actor, ACTION, source.source_code)
        permit_place(engine, actor, ACTION, (source.section_code, source.region_code), source.source_code)


def _existing(connection: Connection, data_source_id: int) -> Row[Any]:
    question = select(DataSource.__table__).where(DataSource.data_source_id == data_source_id)
    found = connection.execute(question).first()
    if found is None:
        raise SourceError(_("There is no such data source."))
    return found


def _check_past(connection: Connection, day: date | None) -> None:
    today = bureau(connection).as_of
    if day is not None and day > today:
        raise SourceError(_("A fact cannot lie after today, {day}.").format(day=today))


def _said(day: date | None) -> str | None:
    return day.isoformat() if day else None
