"""操作日志 as the audit administrator reads it: by kind, actor and day; and whether the chain is whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Engine, and_, func, select

from data.access.permission import permit
from data.access.roles import User
from data.engine import reading
from data.events import first_broken_link
from data.local_time import start_of_day
from data.schema import Account, Event


@dataclass(frozen=True)
class EventEntry:
    """One event; `actor_name` is the person's name where the actor has an account. `happened_at` is UTC."""

    event_id: int
    kind: str
    actor: str
    actor_name: str | None
    happened_at: datetime
    detail: str
    previous_digest: str
    digest: str


@dataclass(frozen=True)
class EventFilter:
    """Which events: kinds (none: all), part of the actor's user name, first and last day in China."""

    kinds: tuple[str, ...] = ()
    actor: str = ""
    first: date | None = None
    last: date | None = None


def event_log(
    engine: Engine, reader: User, wanted: EventFilter, *, limit: int, offset: int = 0
) -> tuple[list[EventEntry], int]:
    """(newest events first, number of all that match). Raises NotPermittedError."""
    permit(engine, reader, "read-events", "event log")
    where = and_(True, *_conditions(wanted))
    with reading(engine) as connection:
        found = connection.scalar(select(func.count()).select_from(Event).where(where)) or 0
        return list(event_entries(connection, where, limit=limit, offset=offset)), found


def event_entries(
    connection: Connection, where: ColumnElement[bool], *, limit: int | None = None, offset: int = 0
) -> Iterator[EventEntry]:
    """The events that `where` holds for, newest first. Who may read them is asked by the caller."""
    rows = connection.execute(
        select(
            Event.event_id,
            Event.kind,
            Event.actor,
            Account.display_name.label("actor_name"),
            Event.happened_at,
            Event.detail,
            Event.previous_digest,
            Event.digest,
        )
        .outerjoin(Account, Account.user_name == Event.actor)
        .where(where)
        .order_by(Event.event_id.desc())
        .limit(limit)
        .offset(offset)
    )
    return (EventEntry(*row) for row in rows)


def chain_state(engine: Engine, reader: User) -> tuple[int | None, int]:
    """(first broken link or None, number of events checked). Raises NotPermittedError."""
    permit(engine, reader, "read-events", "event chain")
    with reading(engine) as connection:
        return first_broken_link(connection)


def _conditions(wanted: EventFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.kinds:
        conditions.append(Event.kind.in_(wanted.kinds))
    if wanted.actor:
        conditions.append(Event.actor.contains(wanted.actor, autoescape=True))
    if wanted.first:
        conditions.append(Event.happened_at >= start_of_day(wanted.first))
    if wanted.last:
        conditions.append(Event.happened_at < start_of_day(wanted.last + timedelta(days=1)))
    return conditions
