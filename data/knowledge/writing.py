"""Writing a card: every change is a new version, with who wrote it; none is lost."""

from dataclasses import replace

from sqlalchemy import Connection, Engine, func, insert, select

from data.access.permission import permit
from data.access.roles import User
from data.codes import CARD_KIND, MODEL_SECTOR
from data.engine import now, writing
from data.events import KnowledgeCardWritten, record
from data.knowledge.card import Card
from data.knowledge.cards import cards
from data.language import _
from data.schema import KnowledgeCardVersion

ACTION = "write-knowledge"
LONGEST_TITLE, LONGEST_WORDS = 80, 4000
_OWN = "BJ-"


class KnowledgeCardError(ValueError):
    """A card that cannot be kept; the message says why, in the reader's language."""


def write_card(engine: Engine, user: User, card: Card, seen_version: int) -> str:
    """Keep a new version of the card, or a new card where its code is empty; its code.

    `seen_version` is the version that was changed. Raises KnowledgeCardError, also where somebody has written
    one since, and NotPermittedError (recorded).
    """
    permit(engine, user, ACTION, card.code)
    card = replace(card, title=" ".join(card.title.split()), purpose=card.purpose.strip())
    if not card.title or len(card.title) > LONGEST_TITLE:
        raise KnowledgeCardError(
            _("Give the card a title of {limit} letters at most.").format(limit=LONGEST_TITLE)
        )
    if not card.purpose or not card.steps:
        raise KnowledgeCardError(_("A card says what it is for, and has one step at least."))
    if max(len(words) for words in _texts(card).values()) > LONGEST_WORDS:
        raise KnowledgeCardError(
            _("A field of a card holds {limit} letters at most.").format(limit=f"{LONGEST_WORDS:,}")
        )
    if card.kind not in CARD_KIND or card.sector not in MODEL_SECTOR:
        raise KnowledgeCardError(_("Choose one of the list."))
    with writing(engine) as connection:
        code = card.code or _free_code(connection)
        newest = _newest_version(connection, code)
        if card.code and newest != seen_version:
            raise KnowledgeCardError(_("Somebody has written a newer version since; look at it first."))
        connection.execute(
            insert(KnowledgeCardVersion).values(
                card_code=code,
                version=newest + 1,
                kind=card.kind,
                sector=card.sector,
                is_withdrawn=card.is_withdrawn,
                author=user.user_name,
                written_at=now(),
                **_texts(card),
            )
        )
        record(
            connection,
            user.user_name,
            KnowledgeCardWritten(code, newest + 1, card.title, is_withdrawn=card.is_withdrawn),
        )
    return code


def _texts(card: Card) -> dict[str, str]:
    return {
        "title": card.title,
        "purpose": card.purpose,
        "steps": "\n".join(card.steps),
        "dataset_types": "\n".join(card.dataset_types),
        "model_codes": "\n".join(card.model_codes),
        "legal_basis": "\n".join(card.legal_basis),
        "typical_findings": "\n".join(card.typical_findings),
    }


def _newest_version(connection: Connection, code: str) -> int:
    newest = select(func.max(KnowledgeCardVersion.version)).where(KnowledgeCardVersion.card_code == code)
    return int(connection.scalar(newest) or 0)


def _free_code(connection: Connection) -> str:
    """The next number of the bureau's own cards."""
    every = connection.scalars(select(KnowledgeCardVersion.card_code).distinct())
    taken = {*every, *cards(connection)}
    number = 1
    while f"{_OWN}{number:02}" in taken:
        number += 1
    return f"{_OWN}{number:02}"
