"""One official document: how it stands, its steps, what it is about, and its files."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from data.attachments import AttachmentFacts, attachments_of
from data.documents.register import SUBJECT, steps_of_document
from data.schema import DocumentLink
from queries.catalog import kpis
from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source

_COLUMNS = (
    "t.document_id, t.register_code, t.document_direction, t.document_type, t.document_number, t.document, "
    "t.counterparty, t.urgency, t.registered_date, t.limit_date, t.finished_date, t.document_state, "
    "t.days_overdue, t.section_code, t.section, t.responsible_person"
)
_NAMED = {
    "project": "select t.project_code || ' ' || t.project from project_base as t where t.project_id = $id",
    "finding": "select t.finding_code || ' ' || t.title from finding_base as t where t.finding_id = $id",
}


@dataclass(frozen=True)
class DocumentTurn:
    """A dated step; `section` is the one it was assigned to."""

    kind: str
    fact_date: date
    new_due_date: date | None
    section: str | None
    note: str | None


@dataclass(frozen=True)
class LinkedThing:
    """A project or a finding that the document is about: what, its id, and what it is called."""

    what: str
    thing_id: int
    words: str


@dataclass(frozen=True)
class DocumentCard:
    """See queries/relations/as_of/document_as_of.sql; `links` are those that the reader may see."""

    as_of: date
    document_id: int
    register_code: str
    document_direction: str
    document_type: str
    document_number: str | None
    document: str
    counterparty: str
    urgency: str | None
    registered_date: date
    limit_date: date | None
    finished_date: date | None
    document_state: str
    days_overdue: int | None
    section_code: str | None
    section: str | None
    responsible_person: str | None
    steps: tuple[DocumentTurn, ...]
    links: tuple[LinkedThing, ...]
    files: tuple[AttachmentFacts, ...]


def document_card(
    source: Source, connection: Connection, document_id: int, as_of: date, scope: Scope
) -> DocumentCard | None:
    """The card, or None: the same for a document that is not there (yet) and for one outside the scope."""
    where, parameters = conditions(source, kpis()["documents"], Filters(as_of=as_of), scope)
    text = f"select {_COLUMNS} from document_as_of as t where t.document_id = $document_id and {where}"
    found = source.rows(
        f"{relations_read(source, text, [as_of], scope)} {text}", parameters | {"document_id": document_id}
    )
    if not found:
        return None
    steps = steps_of_document(connection, document_id, as_of)
    turns = tuple(
        DocumentTurn(step.kind, step.fact_date, step.new_due_date, step.section, step.note) for step in steps
    )
    links = _links(source, connection, document_id, as_of, scope)
    files = attachments_of(connection, SUBJECT, document_id)
    return DocumentCard(*(as_of, *found[0], turns, links, files))


def _links(
    source: Source, connection: Connection, document_id: int, as_of: date, scope: Scope
) -> tuple[LinkedThing, ...]:
    rows = connection.execute(
        select(DocumentLink.project_id, DocumentLink.finding_id)
        .where(DocumentLink.document_id == document_id)
        .order_by(DocumentLink.document_link_id)
    ).all()
    where, parameters = conditions(source, None, Filters(as_of=as_of), scope)
    found = []
    for project_id, finding_id in rows:
        what, number = ("project", project_id) if project_id is not None else ("finding", finding_id)
        text = f"{_NAMED[what]} and {where}"
        named = source.rows(text, parameters | {"id": number})
        if named:
            found.append(LinkedThing(what, int(number or 0), str(named[0][0])))
    return tuple(found)
