"""Who is signed in: one row per sign-in, looked up on every run, gone when the sign-in is over.

The cookie only names the row, so a copied cookie dies with it: at sign-out, after AUDIT_IDLE_MINUTES without
activity, after AUDIT_SESSION_HOURS in any case, and whenever password, roles or binding change.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.exc import DBAPIError

from data.access.roles import User
from data.engine import now, reading, writing
from data.events import SignedOut, record
from data.schema import Account, AccountRole, AccountSession
from data.settings import number

_TOUCH_SECONDS = 60  # activity is written down once a minute: a click must not cost a write
_TOUCH_WAIT_MS = 100  # and never waits for an import that holds SQLite's write lock


@dataclass(frozen=True)
class Session:
    """A valid sign-in and the user as the database knows them at this moment."""

    session_id: str
    user: User
    must_change_password: bool


class SessionEndedError(Exception):
    """There is no such sign-in any more; `reason` is idle, expired or ended (by whatever else)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def begin(connection: Connection, account_id: int, at: datetime) -> str:
    """Start a session in the caller's transaction; returns its id, 128 random bits in hexadecimal."""
    oldest_start, oldest_activity = _limits(at)
    connection.execute(
        delete(AccountSession).where(
            AccountSession.account_id == account_id,
            (AccountSession.started_at <= oldest_start) | (AccountSession.last_active_at <= oldest_activity),
        )
    )
    session_id = secrets.token_hex(16)
    connection.execute(
        insert(AccountSession).values(
            session_id=session_id, account_id=account_id, started_at=at, last_active_at=at
        )
    )
    connection.execute(update(Account).where(Account.account_id == account_id).values(last_active_at=at))
    return session_id


def resume(
    engine: Engine, session_id: str, *, is_activity: bool = True, at: datetime | None = None
) -> Session:
    """The session as it stands now; raises SessionEndedError where it is over.

    `is_activity=False` looks without counting as activity of the user.
    """
    at = at or now()
    with reading(engine) as connection:
        row = connection.execute(
            select(
                Account.account_id,
                Account.user_name,
                Account.display_name,
                Account.region_code,
                Account.section_code,
                Account.is_disabled,
                Account.must_change_password,
                AccountSession.started_at,
                AccountSession.last_active_at,
            )
            .join(AccountSession, AccountSession.account_id == Account.account_id)
            .where(AccountSession.session_id == session_id)
        ).first()
        if row is None or row.is_disabled:
            raise SessionEndedError("ended")
        roles = connection.scalars(select(AccountRole.role).where(AccountRole.account_id == row.account_id))
        user = User(row.user_name, row.display_name, frozenset(roles), row.region_code, row.section_code)
    oldest_start, oldest_activity = _limits(at)
    if row.started_at <= oldest_start or row.last_active_at <= oldest_activity:
        reason = "expired" if row.started_at <= oldest_start else "idle"
        end(engine, session_id, reason)
        raise SessionEndedError(reason)
    if is_activity and at - row.last_active_at >= timedelta(seconds=_TOUCH_SECONDS):
        _touch(engine, session_id, row.account_id, at)
    return Session(session_id, user, row.must_change_password)


def end(engine: Engine, session_id: str, reason: str) -> None:
    """End one session and record it, once; `reason` is asked, idle or expired."""
    with writing(engine) as connection:
        user_name = connection.scalar(
            select(Account.user_name)
            .join(AccountSession, AccountSession.account_id == Account.account_id)
            .where(AccountSession.session_id == session_id)
        )
        ended = connection.execute(delete(AccountSession).where(AccountSession.session_id == session_id))
        if user_name is not None and ended.rowcount:
            record(connection, user_name, SignedOut(reason=reason))


def end_all(connection: Connection, account_id: int, *, keep: str | None = None) -> int:
    """End every session of an account but `keep` in the caller's transaction; returns their number."""
    ended = connection.execute(
        delete(AccountSession).where(
            AccountSession.account_id == account_id, AccountSession.session_id != (keep or "")
        )
    )
    return ended.rowcount


def _limits(at: datetime) -> tuple[datetime, datetime]:
    """Sessions started, or last active, at these moments or before are over at `at`."""
    return (
        at - timedelta(hours=number("AUDIT_SESSION_HOURS")),
        at - timedelta(minutes=number("AUDIT_IDLE_MINUTES")),
    )


def _touch(engine: Engine, session_id: str, account_id: int, at: datetime) -> None:
    with engine.connect() as connection:
        is_sqlite = engine.dialect.name == "sqlite"
        raw = connection.connection.driver_connection
        if is_sqlite and raw is not None:
            waited = raw.execute("pragma busy_timeout").fetchone()[0]
            raw.execute(f"pragma busy_timeout = {_TOUCH_WAIT_MS}")
        try:
            with connection.begin():
                connection.execute(
                    update(AccountSession)
                    .where(AccountSession.session_id == session_id)
                    .values(last_active_at=at)
                )
                connection.execute(
                    update(Account).where(Account.account_id == account_id).values(last_active_at=at)
                )
        except DBAPIError:
            pass  # somebody else is writing: the next click tries again
        finally:
            if is_sqlite and raw is not None:
                raw.execute(f"pragma busy_timeout = {waited}")
