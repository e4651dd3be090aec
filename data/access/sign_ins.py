"""Checking a password: the counter of wrong ones, the lock, and the same answer for unknown as for wrong.

The attempt is counted before the password is looked at and taken back when it was right. So a thousand
attempts at the same moment get as many tries as one after the other, on every server, across restarts.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, select, update

from data.access import sessions
from data.access.account_name import as_user_name
from data.access.passwords import UNKNOWN_ACCOUNT_HASH, matches
from data.engine import now, writing
from data.events import AccountChanged, SignedIn, SignInRefused, record
from data.schema import Account
from data.settings import number

UNNAMED = "?"  # what was typed is no user name; it may be a password in the wrong field, so it is not kept


@dataclass(frozen=True)
class SignIn:
    """Outcome of an attempt: ok, wrong (also for an unknown account), locked or disabled.

    `disabled` is said only to who knows the password. `locked_until` is UTC and set for locked alone,
    `session_id` for ok alone.
    """

    outcome: str
    locked_until: datetime | None = None
    session_id: str | None = None


def sign_in(engine: Engine, user_name: str, password: str, *, at: datetime | None = None) -> SignIn:
    """Check the password and, where it is right, start a session. One event tells of it."""
    return _attempt(engine, user_name, password, at or now(), opens_session=True)


def check_password(engine: Engine, user_name: str, password: str, *, at: datetime | None = None) -> SignIn:
    """Check the password of somebody who is signed in; wrong ones count as they do at sign-in."""
    return _attempt(engine, user_name, password, at or now(), opens_session=False)


def _attempt(engine: Engine, typed_name: str, password: str, at: datetime, *, opens_session: bool) -> SignIn:
    user_name = as_user_name(typed_name)
    with writing(engine) as connection:
        account = _account(connection, user_name)
        if account is None:
            record(connection, user_name or UNNAMED, SignInRefused(reason="unknown"), at=at)
        elif account.locked_until is not None and account.locked_until > at:
            record(connection, account.user_name, SignInRefused(reason="locked"), at=at)
            return SignIn("locked", locked_until=account.locked_until)
        else:
            locked_until = _count(connection, account, at)
    is_right = matches(password, account.password_hash if account is not None else UNKNOWN_ACCOUNT_HASH)
    if account is None:
        return SignIn("wrong")
    with writing(engine) as connection:
        if not is_right:
            return _refuse(connection, account.user_name, locked_until, at)
        return _admit(connection, account, at, opens_session=opens_session)


def _account(connection: Connection, user_name: str | None) -> Row[Any] | None:
    return connection.execute(
        select(Account.__table__).where(Account.user_name == user_name).with_for_update()
    ).first()


def _count(connection: Connection, account: Row[Any], at: datetime) -> datetime | None:
    """Count an attempt; returns until when the account is locked if this was the last one it had."""
    failed = (0 if account.locked_until is not None else account.failed_sign_ins) + 1
    is_last = failed >= number("AUDIT_MAX_FAILED_SIGN_INS")
    locked_until = at + timedelta(minutes=number("AUDIT_LOCK_MINUTES")) if is_last else None
    connection.execute(
        update(Account)
        .where(Account.account_id == account.account_id)
        .values(failed_sign_ins=failed, locked_until=locked_until)
    )
    return locked_until


def _refuse(connection: Connection, user_name: str, locked_until: datetime | None, at: datetime) -> SignIn:
    record(connection, user_name, SignInRefused(reason="password"), at=at)
    if locked_until is None:
        return SignIn("wrong")
    change = AccountChanged(user_name, {"locked_until": None}, {"locked_until": locked_until})
    record(connection, user_name, change, at=at)
    return SignIn("locked", locked_until=locked_until)


def _admit(connection: Connection, account: Row[Any], at: datetime, *, opens_session: bool) -> SignIn:
    connection.execute(
        update(Account)
        .where(Account.account_id == account.account_id)
        .values(failed_sign_ins=0, locked_until=None)
    )
    current = _account(connection, account.user_name)
    # Looking at the password took a while: it may have been changed, or the account disabled, meanwhile.
    if current is None or current.is_disabled or current.password_hash != account.password_hash:
        record(connection, account.user_name, SignInRefused(reason="disabled"), at=at)
        return SignIn("disabled")
    if not opens_session:
        return SignIn("ok")
    session_id = sessions.begin(connection, current.account_id, at)
    record(connection, current.user_name, SignedIn(), at=at)
    return SignIn("ok", session_id=session_id)
