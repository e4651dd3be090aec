"""公文登记: documents received and sent, what happens to them, and what they are about.

States are never written: they follow from the dated steps (queries/relations/as_of/document_as_of.sql). The
general office keeps the register; the section that has a document notes its handling and finishes it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, insert, select

from data.access.permission import permit, permit_place, refuse
from data.access.roles import User, can
from data.attachments import attach, take_of
from data.bureau import bureau
from data.codes import DOCUMENT_DIRECTION, DOCUMENT_STEP, DOCUMENT_TYPE, URGENCY
from data.documents.about import projects_of_documents
from data.engine import now, reading, writing
from data.events import DocumentLinked, DocumentRegistered, DocumentStepRecorded, record, take_turn
from data.language import _
from data.next_number import next_number
from data.schema import Document, DocumentLink, DocumentStep, Finding, Project, Section
from data.search.regions import regions_above

KEEPING, HANDLING, SEEING = "keep-documents", "report-tasks", "see-rows"
SUBJECT = "document"
LONGEST_TITLE, LONGEST_NOTE = 400, 1000
_OF_THE_SECTION = {"handled", "finished"}
_MARK = {"in": "收", "out": "发"}


class DocumentError(ValueError):
    """A rule stands against it; the message says which, in the reader's language."""


@dataclass(frozen=True)
class NewDocument:
    """A document to register; its register number is made."""

    direction: str
    document_type: str
    title: str
    counterparty: str
    registered_date: date
    document_number: str = ""
    urgency: str = "normal"
    due_date: date | None = None
    section_code: str | None = None
    responsible_person: str = ""


@dataclass(frozen=True)
class NewDocumentStep:
    """What happened to a document on a day; an extension has its new limit, an assignment its section."""

    kind: str
    fact_date: date
    note: str = ""
    new_due_date: date | None = None
    section_code: str | None = None


def may_handle(user: User, section_code: str | None) -> bool:
    """Whether the user notes the handling of a document of that section, and finishes it."""
    if can(user, KEEPING):
        return user.section_code in {None, section_code}
    return can(user, HANDLING) and user.section_code is not None and user.section_code == section_code


def register_document(engine: Engine, actor: User, document: NewDocument) -> int:
    """Register a document; returns its id. Raises DocumentError, and NotPermittedError (recorded)."""
    permit(engine, actor, KEEPING, document.title)
    permit_place(engine, actor, KEEPING, (document.section_code, actor.region_code), document.title)
    with writing(engine) as connection:
        take_turn(connection)
        _check_new(connection, document)
        code = _next_code(connection, document.direction, document.registered_date.year)
        document_id: int = connection.scalars(
            insert(Document)
            .values(
                register_code=code,
                direction=document.direction,
                document_type=document.document_type,
                document_number=document.document_number.strip() or None,
                title=document.title.strip(),
                counterparty=document.counterparty.strip(),
                urgency=document.urgency,
                registered_date=document.registered_date,
                due_date=document.due_date,
                section_code=document.section_code,
                responsible_person=document.responsible_person.strip() or None,
                recorded_at=now(),
            )
            .returning(Document.document_id)
        ).one()
        record(
            connection, actor.user_name, DocumentRegistered(code, document.title.strip(), document.due_date)
        )
    return document_id


def record_document_step(engine: Engine, actor: User, document_id: int, step: NewDocumentStep) -> None:
    """Record a step. Raises DocumentError, and NotPermittedError (recorded)."""
    document = _existing(engine, document_id)
    if not (step.kind in _OF_THE_SECTION and may_handle(actor, document.held_by)):
        permit(engine, actor, KEEPING, document.register_code)
        permit_place(engine, actor, KEEPING, (document.held_by, actor.region_code), document.register_code)
    with writing(engine) as connection:
        take_turn(connection)
        _check_step(connection, _row(connection, document_id), step)
        event = record(
            connection,
            actor.user_name,
            DocumentStepRecorded(document.register_code, step.kind, step.fact_date, step.new_due_date),
        )
        connection.execute(
            insert(DocumentStep).values(
                document_id=document_id,
                kind=step.kind,
                fact_date=step.fact_date,
                new_due_date=step.new_due_date,
                section_code=step.section_code,
                note=step.note.strip() or None,
                recorded_at=now(),
                event_id=event,
            )
        )


def link_document(engine: Engine, actor: User, document_id: int, *, code: str) -> None:
    """Say what a document is about: a project or a finding, by its number. A link that is there stays.

    Raises DocumentError, and NotPermittedError (recorded).
    """
    document = _existing(engine, document_id)
    if not may_handle(actor, document.held_by):
        permit(engine, actor, KEEPING, document.register_code)
        refuse(engine, actor, KEEPING, document.register_code)
    with writing(engine) as connection:
        take_turn(connection)
        wanted = code.strip()
        project_id = connection.scalar(select(Project.project_id).where(Project.project_code == wanted))
        finding_id = connection.scalar(select(Finding.finding_id).where(Finding.finding_code == wanted))
        if project_id is None and finding_id is None:
            raise DocumentError(_("No project and no finding has this number."))
        about = {"project_id": project_id} if project_id is not None else {"finding_id": finding_id}
        same = [getattr(DocumentLink, name) == number for name, number in about.items()]
        known = select(DocumentLink.document_link_id).where(DocumentLink.document_id == document_id, *same)
        if connection.scalar(known) is None:
            connection.execute(insert(DocumentLink).values(document_id=document_id, **about))
            record(connection, actor.user_name, DocumentLinked(document.register_code, wanted))


def attach_to_document(
    engine: Engine, actor: User, document_id: int, name: str, content: bytes, *, note: str = ""
) -> int:
    """Keep the text of a document, or what belongs to it. Raises AttachmentError and NotPermittedError."""
    document = _existing(engine, document_id)
    if not may_handle(actor, document.held_by):
        refuse(engine, actor, KEEPING, document.register_code)
    return attach(engine, actor, (SUBJECT, document_id), name, content, note=note)


def take_from_document(engine: Engine, actor: User, attachment_id: int) -> bytes:
    """The content of a file of a document, for who may see its row.

    Raises AttachmentError, KeyError for a number that is no such file, and NotPermittedError (recorded).
    """

    def permitted(reader: User, document_id: int) -> None:
        document = _existing(engine, document_id)
        permit(engine, reader, SEEING, document.register_code)
        is_elsewhere = reader.region_code is not None and not _lies_in(
            engine, document_id, reader.region_code
        )
        if reader.section_code not in {None, document.held_by} or is_elsewhere:
            refuse(engine, reader, SEEING, document.register_code)

    return take_of(engine, actor, SUBJECT, attachment_id, permitted)


def steps_of_document(connection: Connection, document_id: int, as_of: date) -> list[Row[Any]]:
    """The steps up to a day, in their order, each with the section it went to."""
    return list(
        connection.execute(
            select(DocumentStep.__table__, Section.name.label("section"))
            .outerjoin(Section, Section.section_code == DocumentStep.section_code)
            .where(DocumentStep.document_id == document_id, DocumentStep.fact_date <= as_of)
            .order_by(DocumentStep.fact_date, DocumentStep.document_step_id)
        )
    )


def _check_new(connection: Connection, document: NewDocument) -> None:
    if (
        document.direction not in DOCUMENT_DIRECTION
        or document.document_type not in DOCUMENT_TYPE
        or document.urgency not in URGENCY
    ):
        raise DocumentError(_("Choose one of the list."))
    for words in (document.title, document.counterparty):
        if not 0 < len(words.strip()) <= LONGEST_TITLE:
            raise DocumentError(
                _("Subject and counterparty have 1 to {length} characters.").format(length=LONGEST_TITLE)
            )
    if document.registered_date > bureau(connection).as_of:
        raise DocumentError(_("A document cannot be registered ahead of its day."))
    if document.due_date is not None and document.due_date < document.registered_date:
        raise DocumentError(_("The deadline lies before the day of registration."))
    _check_section(connection, document.section_code)


def _check_step(connection: Connection, document: Row[Any], step: NewDocumentStep) -> None:
    if step.kind not in DOCUMENT_STEP:
        raise DocumentError(_("Choose one of the list."))
    if not document.registered_date <= step.fact_date <= bureau(connection).as_of:
        raise DocumentError(_("The day lies between the registration and today."))
    if len(step.note) > LONGEST_NOTE:
        raise DocumentError(_("A note has at most {length} characters.").format(length=LONGEST_NOTE))
    is_finished = document.turn == "finished"
    if is_finished != (step.kind == "reopened"):
        raise DocumentError(_("It has moved on by now. Nothing was changed."))
    if document.turn_date is not None and step.fact_date < document.turn_date:
        # Else the older turn would go on to say how it stands.
        raise DocumentError(
            _("It was finished or taken up again on {day}; a step cannot lie before that.").format(
                day=document.turn_date.isoformat()
            )
        )
    if step.kind == "extended" and (step.new_due_date is None or step.new_due_date <= step.fact_date):
        raise DocumentError(_("An extension needs its new limit, which lies ahead."))
    if step.kind == "assigned" and step.section_code is None:
        raise DocumentError(_("Choose the section that handles it."))
    _check_section(connection, step.section_code)


def _check_section(connection: Connection, code: str | None) -> None:
    known = select(Section.section_code).where(Section.section_code == code)
    if code is not None and connection.scalar(known) is None:
        raise DocumentError(_("There is no such section."))


def _next_code(connection: Connection, direction: str, year: int) -> str:
    return next_number(connection, Document.register_code, f"{_MARK[direction]}{year}-", 4)


def _lies_in(engine: Engine, document_id: int, region_code: str) -> bool:
    """Whether one of the projects that a document is about lies in the region or below it."""
    with reading(engine) as connection:
        above = regions_above(connection)
        about = projects_of_documents(connection, [document_id])
    return any(region_code in above.get(each.region, ()) for each in about)


def _existing(engine: Engine, document_id: int) -> Row[Any]:
    with reading(engine) as connection:
        return _row(connection, document_id)


def _row(connection: Connection, document_id: int) -> Row[Any]:
    """A document with the section that has it (`held_by`) and its newest turn, finished or taken up again."""

    def newest(column: Any, *kinds: str) -> Any:
        return (
            select(column)
            .where(DocumentStep.document_id == document_id, DocumentStep.kind.in_(kinds))
            .order_by(DocumentStep.fact_date.desc(), DocumentStep.document_step_id.desc())
            .limit(1)
            .scalar_subquery()
        )

    assigned = newest(DocumentStep.section_code, "assigned")
    turns = ("finished", "reopened")
    found = connection.execute(
        select(
            Document.__table__,
            func.coalesce(assigned, Document.section_code).label("held_by"),
            newest(DocumentStep.kind, *turns).label("turn"),
            newest(DocumentStep.fact_date, *turns).label("turn_date"),
        ).where(Document.document_id == document_id)
    ).first()
    if found is None:
        raise DocumentError(_("There is no such document."))
    return found
