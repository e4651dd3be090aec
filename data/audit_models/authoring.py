"""The life of a text that somebody writes: draft, submitted, sent back or published, withdrawn.

What a text says is judged by queries/audit_models; here stands who may do what with it, and when.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select, update

from data.access.permission import permit, refuse
from data.access.roles import User
from data.audit_models.entries import Entry, enter
from data.audit_models.texts import digest_of
from data.bureau import bureau
from data.engine import now, reading, writing
from data.events import ModelTextMoved, record, take_turn
from data.language import _
from data.schema import AuditModel, AuditModelText

WRITE, PUBLISH = "write-models", "publish-models"
_OPEN = ("draft", "returned")


class AuthoringError(ValueError):
    """The step cannot be taken; the message says why, in the reader's language."""


@dataclass(frozen=True)
class TextFacts:
    """One text and where it stands. Moments are UTC."""

    text_id: int
    model_code: str
    version: int
    body: str
    state: str  # see data/codes.py: MODEL_STATE
    author: str
    written_at: datetime
    submitted_at: datetime | None
    reviewer: str | None
    reviewed_at: datetime | None
    review_note: str | None
    revision: int


def texts(connection: Connection, *, states: tuple[str, ...] = (), author: str = "") -> tuple[TextFacts, ...]:
    """Texts that were written here, the newest first, in these states and of that author where given."""
    wanted = select(AuditModelText.__table__).where(AuditModelText.author != "")
    if states:
        wanted = wanted.where(AuditModelText.state.in_(states))
    if author:
        wanted = wanted.where(AuditModelText.author == author)
    rows = connection.execute(wanted.order_by(AuditModelText.audit_model_text_id.desc()))
    return tuple(_facts(row) for row in rows)


def text_facts(connection: Connection, text_id: int) -> TextFacts | None:
    """One text; None where there is none of that number."""
    row = connection.execute(
        select(AuditModelText.__table__).where(AuditModelText.audit_model_text_id == text_id)
    ).first()
    return _facts(row) if row else None


def text_in_force(connection: Connection, code: str) -> tuple[int, str] | None:
    """Version and text of the model that is in force under that code; None where none is."""
    row = connection.execute(
        select(AuditModelText.version, AuditModelText.body)
        .join(AuditModel, AuditModel.audit_model_text_id == AuditModelText.audit_model_text_id)
        .where(AuditModel.model_code == code, AuditModel.withdrawn_date.is_(None))
    ).first()
    return (row.version, row.body) if row else None


def newest_version(connection: Connection, code: str) -> int:
    """The highest version of a model that was ever published; 0 where there is none."""
    versions = connection.scalars(
        select(AuditModelText.version).where(
            AuditModelText.model_code == code,
            AuditModelText.state.in_(("published", "superseded", "withdrawn")),
        )
    )
    return max(versions, default=0)


def save_draft(
    engine: Engine, user: User, code: str, version: int, body: str, *, text: tuple[int, int] | None = None
) -> int:
    """Write a draft, or a new state of one's own (`text` is its number and the revision seen); its number.

    Raises AuthoringError and NotPermittedError (recorded).
    """
    permit(engine, user, WRITE, code)
    with writing(engine) as connection:
        take_turn(connection)
        values = {
            "model_code": code,
            "version": version,
            "sha256": digest_of(body),
            "body": body,
            "state": "draft",
            "written_at": now(),
        }
        if text is None:
            text_id = connection.scalars(
                insert(AuditModelText)
                .values(author=user.user_name, **values)
                .returning(AuditModelText.audit_model_text_id)
            ).one()
        else:
            facts = _seen(connection, *text)
            if facts.author != user.user_name or facts.state not in _OPEN:
                raise AuthoringError(_("Only its author changes a text, and only before it is submitted."))
            text_id = facts.text_id
            _change(connection, facts, **values)
        record(connection, user.user_name, ModelTextMoved(code, version, "draft"))
    return int(text_id)


def submit(engine: Engine, user: User, text_id: int, revision: int) -> None:
    """Give a text of one's own to review. Raises AuthoringError and NotPermittedError (recorded)."""
    permit(engine, user, WRITE, str(text_id))
    with writing(engine) as connection:
        take_turn(connection)
        facts = _seen(connection, text_id, revision)
        if facts.author != user.user_name or facts.state not in _OPEN:
            raise AuthoringError(_("Only its author submits a text, and only once."))
        _change(connection, facts, state="submitted", submitted_at=now())
        record(connection, user.user_name, ModelTextMoved(facts.model_code, facts.version, "submitted"))


def take_back(engine: Engine, user: User, text_id: int, revision: int) -> None:
    """Make a submitted text of one's own a draft again. Raises AuthoringError and NotPermittedError."""
    _own_moved(engine, user, (text_id, revision), ("submitted",), "draft")


def discard(engine: Engine, user: User, text_id: int, revision: int) -> None:
    """Give up a draft of one's own; the row stays. Raises AuthoringError and NotPermittedError."""
    _own_moved(engine, user, (text_id, revision), _OPEN, "discarded")


def _own_moved(engine: Engine, user: User, text: tuple[int, int], of: tuple[str, ...], state: str) -> None:
    permit(engine, user, WRITE, str(text[0]))
    with writing(engine) as connection:
        take_turn(connection)
        facts = _seen(connection, *text)
        if facts.author != user.user_name or facts.state not in of:
            raise AuthoringError(_("Only its author can do this, and not any more: look at the text again."))
        _change(connection, facts, state=state)
        record(connection, user.user_name, ModelTextMoved(facts.model_code, facts.version, state))


def send_back(engine: Engine, user: User, text_id: int, revision: int, note: str) -> None:
    """Send a submitted text back with the reason. Raises AuthoringError and NotPermittedError (recorded)."""
    if not note.strip():
        raise AuthoringError(_("Say why."))
    with reviewing(engine, user, text_id, revision) as (connection, facts):
        _change(connection, facts, **_reviewed(user, "returned", note))
        moved = ModelTextMoved(facts.model_code, facts.version, "returned", note.strip())
        record(connection, user.user_name, moved)


def publish(engine: Engine, user: User, text_id: int, revision: int, entry: Entry, *, note: str = "") -> None:
    """Make a submitted text the version in force of its model: another than its author, with its entry.

    Raises AuthoringError and NotPermittedError (recorded).
    """
    with reviewing(engine, user, text_id, revision) as (connection, facts):
        if entry.version <= newest_version(connection, entry.model_code):
            raise AuthoringError(
                _("Version {version} of the model {code} was published before.").format(
                    version=entry.version, code=entry.model_code
                )
            )
        _change(connection, facts, **_reviewed(user, "published", note))
        enter(connection, entry, facts.text_id)
        moved = ModelTextMoved(entry.model_code, entry.version, "published", note.strip())
        record(connection, user.user_name, moved)


def withdraw(engine: Engine, user: User, code: str, note: str) -> None:
    """Take a model of the bureau's own out of force; its runs stay. Raises like `publish`."""
    permit(engine, user, PUBLISH, code)
    if not note.strip():
        raise AuthoringError(_("Say why."))
    with writing(engine) as connection:
        take_turn(connection)
        row = connection.execute(select(AuditModel.__table__).where(AuditModel.model_code == code)).first()
        if row is None or row.is_shipped or row.withdrawn_date is not None:
            raise AuthoringError(_("Only models of the bureau's own that are in force can be withdrawn."))
        day = bureau(connection).as_of
        changed = update(AuditModel).where(AuditModel.model_code == code)
        connection.execute(changed.values(withdrawn_date=day))
        record(connection, user.user_name, ModelTextMoved(code, row.version, "withdrawn", note.strip()))


@contextmanager
def reviewing(
    engine: Engine, user: User, text_id: int, revision: int
) -> Iterator[tuple[Connection, TextFacts]]:
    """A transaction over a submitted text that the user may decide on: nobody decides on their own."""
    permit(engine, user, PUBLISH, str(text_id))
    with reading(engine) as connection:
        facts = text_facts(connection, text_id)
    if facts is not None and facts.author == user.user_name:
        refuse(engine, user, PUBLISH, facts.model_code)
    with writing(engine) as connection:
        take_turn(connection)
        facts = _seen(connection, text_id, revision)
        if facts.state != "submitted":
            raise AuthoringError(_("The text does not await a review."))
        yield connection, facts


def _seen(connection: Connection, text_id: int, revision: int) -> TextFacts:
    facts = text_facts(connection, text_id)
    if facts is None or not facts.author:
        raise AuthoringError(_("There is no such text."))
    if facts.revision != revision:
        raise AuthoringError(_("Somebody else has changed the text meanwhile; look at it again."))
    return facts


def _reviewed(user: User, state: str, note: str) -> dict[str, Any]:
    return {
        "state": state,
        "reviewer": user.user_name,
        "reviewed_at": now(),
        "review_note": note.strip() or None,
    }


def _change(connection: Connection, facts: TextFacts, **values: Any) -> None:
    connection.execute(
        update(AuditModelText)
        .where(AuditModelText.audit_model_text_id == facts.text_id)
        .values(revision=facts.revision + 1, **values)
    )


def _facts(row: Row[Any]) -> TextFacts:
    return TextFacts(
        text_id=row.audit_model_text_id,
        model_code=row.model_code,
        version=row.version,
        body=row.body,
        state=row.state,
        author=row.author,
        written_at=row.written_at,
        submitted_at=row.submitted_at,
        reviewer=row.reviewer,
        reviewed_at=row.reviewed_at,
        review_note=row.review_note,
        revision=row.revision,
    )
