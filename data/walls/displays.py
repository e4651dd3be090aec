"""大屏令牌: what signs in a wall. Made and revoked by an administrator; only its hash is kept.

A token is 32 random bytes, so nobody guesses one and a wall is never locked out. It stands in the address of
the wall and is shown once, where it was made.
"""

import hashlib
import json
import logging
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from data.access.permission import permit
from data.access.roles import User
from data.engine import now, reading, writing
from data.events import DisplayRefused, DisplayTokenMade, DisplayTokenRevoked, record, take_turn
from data.language import _
from data.schema import DisplayToken, Event
from data.walls.display_pass import drop_pass, give_pass

LONGEST_NAME = 40
_TOKEN_BYTES = 32
# A wall asks several times a minute: when it was last there is written down less often.
_SEEN_EVERY = timedelta(minutes=5)
# A revoked wall that nobody took down is one entry an hour in the log, not one per refresh.
_REFUSED_EVERY = timedelta(hours=1)
_UNNAMED = "?"  # nobody knows whose the token is, and the token itself is kept nowhere

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Display:
    """A wall; moments are UTC."""

    display_token_id: int
    name: str
    created_by: str
    created_at: datetime
    revoked_at: datetime | None
    last_seen_at: datetime | None


class DisplayError(Exception):
    """A rule stands against the operation; the message says which, in the language of the context."""


class DisplayRefusedError(Exception):
    """A token lets nobody in: `reason` is "revoked", "unknown_token" or "unreachable" (see known_wall.py)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def displays(engine: Engine, actor: User) -> list[Display]:
    """Every token ever made, newest first."""
    permit(engine, actor, "manage-displays")
    with reading(engine) as connection:
        found = connection.execute(_SELECT.order_by(DisplayToken.display_token_id.desc()))
        return [_display(row) for row in found]


def make_display(engine: Engine, actor: User, name: str) -> str:
    """Make a token for the wall called `name` (where it hangs); returns it, known only here."""
    name = " ".join(name.split())
    permit(engine, actor, "manage-displays", name)
    if not 0 < len(name) <= LONGEST_NAME:
        raise DisplayError(_("The wall's name has 1 to {length} characters.").format(length=LONGEST_NAME))
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    with writing(engine) as connection:
        take_turn(connection)
        is_used = (DisplayToken.name == name) & DisplayToken.revoked_at.is_(None)
        if connection.scalar(select(DisplayToken.display_token_id).where(is_used)) is not None:
            raise DisplayError(_("There is a wall {name} already. Revoke its token first.").format(name=name))
        row = {
            "name": name,
            "token_hash": token_hash(token),
            "created_by": actor.user_name,
            "created_at": now(),
        }
        connection.execute(insert(DisplayToken).values(row))
        record(connection, actor.user_name, DisplayTokenMade(name))
    return token


def revoke_display(engine: Engine, actor: User, display_token_id: int) -> None:
    """Revoke a token: its wall shows no more figures from its next refresh on. Nothing is deleted."""
    permit(engine, actor, "manage-displays")
    with writing(engine) as connection:
        row = connection.execute(
            select(DisplayToken.__table__)
            .where(DisplayToken.display_token_id == display_token_id)
            .with_for_update()
        ).first()
        if row is None:
            raise DisplayError(_("There is no such wall."))
        if row.revoked_at is not None:
            return
        _set(connection, display_token_id, revoked_at=now())
        record(connection, actor.user_name, DisplayTokenRevoked(row.name))
    _without_pass(row.token_hash)


def admit(engine: Engine, token: str, *, at: datetime | None = None) -> Display:
    """The wall that the token belongs to; notes that it was there, and gives it its pass for an outage.

    Raises DisplayRefusedError for a token that is unknown or revoked, and SQLAlchemyError where the database
    cannot be asked.
    """
    at = at or now()
    hashed = token_hash(token)
    asked = _SELECT.where(DisplayToken.token_hash == hashed)
    with reading(engine) as connection:
        row = connection.execute(asked).first()
    if row is not None and (row.last_seen_at is None or row.last_seen_at + _SEEN_EVERY <= at):
        # Whoever revokes the token waits here: the pass is written before it is taken away, or not at all.
        with writing(engine) as connection:
            row = connection.execute(asked.with_for_update()).first()
            if row is not None and row.revoked_at is None:
                _set(connection, row.display_token_id, last_seen_at=at)
                _with_pass(hashed, row.name, at)
    if row is None or row.revoked_at is not None:
        reason = "unknown_token" if row is None else "revoked"
        _without_pass(hashed)
        try:
            _note_refusal(engine, DisplayRefused(reason=reason, name=row.name if row else ""), at)
        except SQLAlchemyError:  # nobody comes in because the log cannot be written
            _log.warning("the refusal of a wall could not be recorded")
        raise DisplayRefusedError(reason)
    return _display(row)


def token_hash(token: str) -> str:
    """What is kept of a token: SHA-256, hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


_SELECT = select(
    DisplayToken.display_token_id,
    DisplayToken.name,
    DisplayToken.created_by,
    DisplayToken.created_at,
    DisplayToken.revoked_at,
    DisplayToken.last_seen_at,
)


def _display(row: Row[*tuple[Any, ...]]) -> Display:
    return Display(**row._mapping)


def _set(connection: Connection, display_token_id: int, **values: datetime) -> None:
    connection.execute(
        update(DisplayToken).where(DisplayToken.display_token_id == display_token_id).values(**values)
    )


def _with_pass(hashed: str, name: str, at: datetime) -> None:
    try:
        give_pass(hashed, name, at)
    except OSError:  # the wall works without; only an outage would leave it dark
        _log.warning("the pass of a wall could not be written")


def _without_pass(hashed: str) -> None:
    try:
        drop_pass(hashed)
    except OSError:
        _log.warning("the pass of a wall could not be taken away; its next refusal tries again")


def _note_refusal(engine: Engine, refused: DisplayRefused, at: datetime) -> None:
    detail = json.dumps(asdict(refused), ensure_ascii=False, sort_keys=True)
    lately = (
        (Event.kind == refused.kind) & (Event.happened_at > at - _REFUSED_EVERY) & (Event.detail == detail)
    )
    with writing(engine) as connection:
        if connection.scalar(select(Event.event_id).where(lately).limit(1)) is None:
            record(connection, refused.name or _UNNAMED, refused, at=at)
