"""Let a document about an official leave the system: ask for the right, make it, record it."""

from dataclasses import replace
from datetime import date

from sqlalchemy import Engine

from data.access.permission import permit
from data.access.present_user import present_user
from data.access.roles import User
from data.bureau import bureau
from data.engine import now, reading, writing
from data.events import RowsExported, record
from data.language import _, mark
from data.local_time import in_china
from data.stem_of import stem_of
from queries.cards.official_card import OfficialCard, official_card
from queries.cards.official_documents import Stamp, UnitFigure, problem_list, responsibility_notice
from queries.catalog import kpis
from queries.filters import Filters, Scope
from queries.run import value
from queries.source import Source

ACTION = "export-rows"
DOCUMENTS = {
    "responsibility_notice": mark("Notice of responsibility"),
    "problem_list": mark("List of problems"),
}
_UNIT_FIGURES = ("findings", "findings_open", "findings_overdue", "amount_by_kind", "repeat_findings_open")


class NoSuchOfficialError(LookupError):
    """There is no such official, or not for this reader."""


def export_official(
    engine: Engine, source: Source, user: User, document: str, *, official_id: int, as_of: date
) -> bytes:
    """The XLSX file of one of DOCUMENTS, as `user` may see the official now, as of that day.

    Raises NotPermittedError (and records the refusal), NoSuchOfficialError, KeyError for another document.
    """
    made_at = now()
    with reading(engine) as connection:
        reader = present_user(connection, user.user_name) or replace(user, roles=frozenset())
        bureau_name = bureau(connection).name
    permit(engine, reader, ACTION, document)
    scope = Scope(region=reader.region_code, section=reader.section_code)
    card = official_card(source, official_id, as_of, scope)
    if card is None:
        raise NoSuchOfficialError
    stamp = Stamp(bureau_name, f"{reader.display_name} ({reader.user_name})", in_china(made_at))
    if document == "responsibility_notice":
        content, rows = responsibility_notice(card, _figures(source, card, scope), stamp), len(card.posts)
    else:
        content, rows = problem_list(card, stamp), len(card.findings)
    event = RowsExported(
        subject=document,
        filters={"as_of": as_of, "official_id": official_id},
        rows=rows,
        file_name=document_name(document, card),
    )
    with writing(engine) as connection:
        record(connection, reader.user_name, event, at=made_at)
    return content


def document_name(document: str, card: OfficialCard) -> str:
    """Name of the file: the document, the official and the day."""
    return stem_of(f"{_(DOCUMENTS[document])}_{card.name}", card.as_of) + ".xlsx"


def _figures(source: Source, card: OfficialCard, scope: Scope) -> list[UnitFigure]:
    """The figures of the units that the official answers for now."""
    found = []
    for unit_id, unit in {post.unit_id: post.unit for post in card.held}.items():
        of_unit = Filters(as_of=card.as_of, drill=(("unit", str(unit_id)),))
        for name in _UNIT_FIGURES:
            kpi = kpis()[name]
            figure = value(source, kpi, of_unit, scope)
            found.append(UnitFigure(unit, str(kpi.title), figure.value, kpi.format))
    return found
