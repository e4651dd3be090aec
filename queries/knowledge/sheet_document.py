"""Cards as a DOCX to print: each on a page of its own, in the set-up of official documents."""

import io
from dataclasses import replace
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt
from sqlalchemy import Engine

from data.access.permission import permit
from data.access.present_user import present_user
from data.access.roles import User
from data.audit_models.notes import Note
from data.bureau import bureau
from data.codes import label
from data.engine import reading, writing
from data.events import KnowledgeCardsTaken, record
from data.language import _, listed
from data.local_time import in_china
from data.official_style import BODY, FIRST, TITLE, add_line, add_paragraph, set_page, writable
from queries.knowledge.sheet import Sheet, sheets

ACTION = "export-rows"
_NUMERALS = "一二三四五六七八九十"


def take_cards(engine: Engine, user: User, codes: tuple[str, ...]) -> bytes:
    """The DOCX file of these cards, recorded as having left the system.

    Raises NotPermittedError, also where the user has lost the right since the page was drawn.
    """
    with reading(engine) as connection:
        user = present_user(connection, user.user_name) or replace(user, roles=frozenset())
    permit(engine, user, ACTION, ", ".join(codes))
    with reading(engine) as connection:
        every = sheets(connection)
        name = bureau(connection).name
    chosen = [every[code] for code in codes if code in every]
    content = sheets_document(chosen, name)
    with writing(engine) as connection:
        record(connection, user.user_name, KnowledgeCardsTaken(tuple(sheet.card.code for sheet in chosen)))
    return content


def sheets_document(chosen: list[Sheet], name: str) -> bytes:
    """The file; `name` is the bureau's."""
    book = Document()
    set_page(book)
    book.core_properties.author = name
    book.core_properties.title = writable("、".join(sheet.card.title for sheet in chosen))[:250]
    book.core_properties.comments = ""
    for place, sheet in enumerate(chosen):
        if place:
            book.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        _sheet(book, sheet, name)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _sheet(book: Any, sheet: Sheet, name: str) -> None:
    card = sheet.card
    add_line(book, card.title, TITLE, 22, WD_ALIGN_PARAGRAPH.CENTER)
    version = (
        f"V{card.version} · {in_china(card.written_at):%Y-%m-%d}"
        if card.written_at
        else _("shipped with the program")
    )
    facts = (card.code, label("card_kind", card.kind), sheet.sector, name, version)
    add_line(book, " · ".join(facts), BODY, 12, WD_ALIGN_PARAGRAPH.CENTER)
    parts: list[tuple[str, list[str]]] = [
        (_("What it is for"), [card.purpose]),
        (_("Method in steps"), _numbered(card.steps)),
        (_("Data needed"), [listed(sheet.data)] if sheet.data else []),
        (
            _("Audit models"),
            _numbered(
                [
                    _("{title}: {choice}").format(title=f"{model.code} {model.title}", choice=model.logic)
                    for model in sheet.models
                ]
            ),
        ),
        (_("Legal basis"), [*_numbered(card.legal_basis), *_articles(sheet)]),
        (_("Typical findings"), _numbered(card.typical_findings)),
        (_("Cases"), [_noted(code, note) for code, note in sheet.cases]),
        (
            _("False alarms to know of"),
            [_noted(code, note) for code, note in sheet.false_alarms],
        ),
    ]
    for place, (title, lines) in enumerate(part for part in parts if part[1]):
        heading = add_line(book, f"{_NUMERALS[place]}、{title}", FIRST, 16, WD_ALIGN_PARAGRAPH.LEFT)
        heading.paragraph_format.first_line_indent = Pt(32)
        heading.paragraph_format.keep_with_next = True
        for line in lines:
            add_paragraph(book).add_run(writable(line))


def _noted(code: str, note: Note) -> str:
    """A case or a false alarm, and of which model."""
    named = _("{name} ({words})").format(name=note.title, words=code)
    return _("{title}: {choice}").format(title=named, choice=note.words)


def _articles(sheet: Sheet) -> list[str]:
    """The articles that the models stand on; those that nobody has compared with the text say so."""
    if not sheet.laws:
        return []
    told = [
        law if is_checked else _("{law} (to be checked)").format(law=law) for law, is_checked in sheet.laws
    ]
    return [_("Articles that the models stand on: {laws}.").format(laws=_("; ").join(told))]


def _numbered(lines: tuple[str, ...] | list[str]) -> list[str]:
    return [f"{number}. {line}" for number, line in enumerate(lines, 1)]
