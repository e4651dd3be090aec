"""What was run in the SQL workbench: one row of the history and one event for every query, refused or not."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, insert, select

from data.access.roles import User
from data.engine import writing
from data.events import QueryRan, record
from data.schema import Dataset, QueryRun


@dataclass(frozen=True)
class RanQuery:
    """One run as it ended. `outcome` is of data/codes.py: QUERY_OUTCOME; `seconds` None: it never began."""

    sql: str
    datasets: tuple[str, ...]
    ran_at: datetime
    outcome: str
    message: str = ""
    rows: int | None = None
    seconds: float | None = None


def record_run(engine: Engine, user: User, ran: RanQuery) -> int:
    """Keep a run, with its event; returns its number."""
    with writing(engine) as connection:
        kept = connection.execute(
            insert(QueryRun).values(
                user_name=user.user_name,
                sql=ran.sql,
                ran_at=ran.ran_at,
                seconds=ran.seconds,
                row_count=ran.rows,
                outcome=ran.outcome,
                message=ran.message or None,
            )
        )
        named = select(Dataset.dataset_id).where(Dataset.name.in_(ran.datasets))
        numbers = sorted(connection.scalars(named))
        event = QueryRan(ran.outcome, list(ran.datasets), ran.rows or 0, ran.sql, numbers)
        record(connection, user.user_name, event)
        key = kept.inserted_primary_key
        return int(key[0]) if key else 0
