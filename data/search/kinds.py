"""The kinds of things that are found by their words, each with what reads its texts and what lists it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from data.knowledge.cards import card_texts, cards_there
from data.schema import AuditModel, Document, Finding, ModelNote, Project, Report
from data.search.entry import Entry
from data.search.finding_texts import finding_texts
from data.search.model_texts import case_texts, model_texts
from data.search.office_texts import diary_texts, entries_that_count, office_document_texts
from data.search.project_texts import document_texts, project_texts

Reader = Callable[[Connection, Sequence[str], Mapping[str, tuple[str, ...]]], list[Entry]]


@dataclass(frozen=True)
class Kind:
    """`texts` reads things by number or code; `there` lists all there are."""

    texts: Reader
    there: Callable[[Connection], list[str]]


def _all(question: Select[Any]) -> Callable[[Connection], list[str]]:
    return lambda connection: [str(number) for number in connection.scalars(question)]


# Warning rules, quick tests and coverage rules come with the program: queries/search/rules.py enters them.
KINDS: dict[str, Kind] = {
    "finding": Kind(finding_texts, _all(select(Finding.finding_id).order_by(Finding.finding_id))),
    "project": Kind(project_texts, _all(select(Project.project_id).order_by(Project.project_id))),
    "document": Kind(document_texts, _all(select(Report.report_id).order_by(Report.report_id))),
    "office_document": Kind(
        office_document_texts, _all(select(Document.document_id).order_by(Document.document_id))
    ),
    "diary_entry": Kind(diary_texts, _all(entries_that_count())),
    "model": Kind(
        model_texts, _all(select(AuditModel.model_code).where(AuditModel.withdrawn_date.is_(None)))
    ),
    "case": Kind(case_texts, _all(select(ModelNote.model_note_id).order_by(ModelNote.model_note_id))),
    "card": Kind(card_texts, cards_there),
}
