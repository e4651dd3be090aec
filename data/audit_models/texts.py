"""The texts of models: what a run refers to, so that it can be run again whatever was published since."""

import hashlib

from sqlalchemy import Connection, insert, select, update

from data.engine import now
from data.schema import AuditModelText

PUBLISHED, SUPERSEDED = "published", "superseded"


def digest_of(body: str) -> str:
    """SHA-256 of a text, in hexadecimal digits."""
    return hashlib.sha256(body.encode()).hexdigest()


def published_text(connection: Connection, code: str, version: int, body: str, author: str = "") -> int:
    """The id of this very text as the published one of that version; written where it is not there.

    Another text of the same version is superseded: it stays for the runs that used it.
    """
    table = AuditModelText
    same = (table.model_code == code, table.version == version, table.state == PUBLISHED)
    there = connection.execute(select(table.audit_model_text_id, table.sha256).where(*same)).first()
    if there is not None and there.sha256 == digest_of(body):
        return int(there.audit_model_text_id)
    if there is not None:
        connection.execute(update(table).where(*same).values(state=SUPERSEDED))
    return connection.scalars(
        insert(table)
        .values(
            model_code=code,
            version=version,
            sha256=digest_of(body),
            body=body,
            state=PUBLISHED,
            author=author,
            written_at=now(),
        )
        .returning(table.audit_model_text_id)
    ).one()


def author_of(connection: Connection, text_id: int) -> str:
    """Who wrote the text; "" where it came with the program. Raises KeyError."""
    found = connection.scalar(
        select(AuditModelText.author).where(AuditModelText.audit_model_text_id == text_id)
    )
    if found is None:
        raise KeyError(text_id)
    return str(found)


def is_own(connection: Connection, text_id: int) -> bool:
    """Whether somebody in the bureau wrote the text, so that nobody reviewed what its columns may tell.

    The text decides, not its code: a model may leave the program, or come back. Raises KeyError.
    """
    return bool(author_of(connection, text_id))


def body_of(connection: Connection, text_id: int) -> str:
    """The text of that id. Raises KeyError."""
    found = connection.scalar(
        select(AuditModelText.body).where(AuditModelText.audit_model_text_id == text_id)
    )
    if found is None:
        raise KeyError(text_id)
    return str(found)
