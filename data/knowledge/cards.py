"""The cards in force: the bureau's newest version of each, else the shipped one."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from data.codes import CARD_KIND, MODEL_SECTOR
from data.knowledge.card import Card, shipped_cards
from data.language import in_chinese, mark
from data.schema import KnowledgeCardVersion
from data.search.entry import Entry

_V = KnowledgeCardVersion


def cards(connection: Connection, language: str = "zh") -> dict[str, Card]:
    """Every card in force by code; what the bureau wrote is in Chinese, whatever the language."""
    own = {card.code: card for card in _newest(connection)}
    every = shipped_cards(language) | own
    return {code: every[code] for code in sorted(every) if not every[code].is_withdrawn}


def versions(connection: Connection, code: str) -> tuple[Card, ...]:
    """The versions of a card that the bureau wrote, the newest first."""
    rows = connection.execute(select(_V.__table__).where(_V.card_code == code).order_by(_V.version.desc()))
    return tuple(_card(row) for row in rows)


def cards_there(connection: Connection) -> list[str]:
    """The codes of the cards in force."""
    return list(cards(connection))


def card_texts(
    connection: Connection, refs: Sequence[str], above: Mapping[str, tuple[str, ...]]
) -> list[Entry]:
    """What the cards of these codes are found by."""
    del above
    there = cards(connection)
    return [_entry(there[ref]) for ref in refs if ref in there]


def _entry(card: Card) -> Entry:
    return Entry(
        kind="card",
        ref_id=card.code,
        title=card.title,
        texts=(
            (mark("Purpose"), card.purpose),
            *((mark("Step of the method"), step) for step in card.steps),
            *((mark("Typical finding"), finding) for finding in card.typical_findings),
            *((mark("Legal basis"), law) for law in card.legal_basis),
            (mark("Sector"), in_chinese(MODEL_SECTOR.get(card.sector, card.sector))),
            (mark("Kind"), in_chinese(CARD_KIND.get(card.kind, card.kind))),
        ),
        fact_date=card.written_at.date() if card.written_at else None,
        is_open=True,
    )


def _newest(connection: Connection) -> list[Card]:
    newest = select(func.max(_V.knowledge_card_version_id)).group_by(_V.card_code)
    rows = connection.execute(select(_V.__table__).where(_V.knowledge_card_version_id.in_(newest)))
    return [_card(row) for row in rows]


def _card(row: Any) -> Card:
    return Card(
        code=row.card_code,
        kind=row.kind,
        sector=row.sector,
        title=row.title,
        purpose=row.purpose,
        steps=_lines(row.steps),
        dataset_types=_lines(row.dataset_types),
        model_codes=_lines(row.model_codes),
        legal_basis=_lines(row.legal_basis),
        typical_findings=_lines(row.typical_findings),
        version=row.version,
        author=row.author,
        written_at=row.written_at,
        is_withdrawn=row.is_withdrawn,
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
