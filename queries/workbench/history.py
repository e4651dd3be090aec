"""What a person ran in the workbench, and the queries that they may take up again."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, or_, select

from data.access.roles import User
from data.schema import Account, QueryRun, SavedQuery

_RUNS_SHOWN = 200


@dataclass(frozen=True)
class PastRun:
    """One run of one's own; the moment is UTC."""

    query_run_id: int
    sql: str
    ran_at: datetime
    seconds: float | None
    row_count: int | None
    outcome: str
    message: str | None


@dataclass(frozen=True)
class Saved:
    """A kept query; `owner_name` is what its owner is called."""

    saved_query_id: int
    title: str
    sql: str
    owner: str
    owner_name: str
    is_shared: bool
    saved_at: datetime


def own_runs(connection: Connection, user: User, limit: int = _RUNS_SHOWN) -> tuple[PastRun, ...]:
    """The user's own runs, the newest first: nobody reads another person's."""
    columns = [QueryRun.__table__.c[name] for name in PastRun.__dataclass_fields__]
    wanted = (
        select(*columns)
        .where(QueryRun.user_name == user.user_name)
        .order_by(QueryRun.query_run_id.desc())
        .limit(limit)
    )
    return tuple(PastRun(*row) for row in connection.execute(wanted))


def saved_queries(connection: Connection, user: User) -> tuple[Saved, ...]:
    """The user's own queries and those shared with everybody who uses data, by title; own ones first."""
    wanted = (
        select(
            SavedQuery.saved_query_id,
            SavedQuery.title,
            SavedQuery.sql,
            SavedQuery.owner,
            Account.display_name,
            SavedQuery.is_shared,
            SavedQuery.saved_at,
        )
        .outerjoin(Account, Account.user_name == SavedQuery.owner)
        .where(or_(SavedQuery.owner == user.user_name, SavedQuery.is_shared))
        .order_by((SavedQuery.owner == user.user_name).desc(), SavedQuery.title)
    )
    return tuple(
        Saved(row[0], row[1], row[2], row[3], row[4] or row[3], row[5], row[6])
        for row in connection.execute(wanted)
    )
