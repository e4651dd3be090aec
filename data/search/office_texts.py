"""What an official document and an entry of the work diary are found by.

The diary says who did what: whoever may not see the staff does not find it (queries/search/wanted.py).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from data.codes import DOCUMENT_TYPE, WORK_MODE
from data.documents.about import projects_of_documents
from data.language import in_chinese, mark
from data.schema import DiaryEntry, Document, DocumentStep, Project, Staff
from data.search.attached import texts_of_files
from data.search.entry import Entry


def office_document_texts(
    connection: Connection, refs: Sequence[str], above: Mapping[str, tuple[str, ...]]
) -> list[Entry]:
    """The official documents of these numbers; whose they are as their figures have it.

    See queries/relations/as_of/document_as_of.sql: the section of the newest assignment, and the regions of
    all projects and findings that they are about. Where those are several, the names of the projects are not
    among its words: a reader of one region finds the document, and must not learn by trying names which
    projects elsewhere it is about.
    """
    numbers = [int(ref) for ref in refs]
    steps, projects = _steps(connection, numbers), _by_document(projects_of_documents(connection, numbers))
    files = texts_of_files(connection, "document", numbers)
    rows = connection.execute(
        select(Document.__table__).where(Document.document_id.in_(numbers)).order_by(Document.document_id)
    )
    entries = []
    for row in rows:
        about = projects.get(row.document_id, [])
        regions = list(dict.fromkeys(project.region for project in about if project.region))
        assigned = [step.section_code for step in steps.get(row.document_id, ()) if step.kind == "assigned"]
        entries.append(
            Entry(
                kind="office_document",
                ref_id=str(row.document_id),
                title=row.title,
                texts=_filled(
                    (mark("From or to"), row.counterparty),
                    *((mark("Course"), step.note) for step in steps.get(row.document_id, ())),
                    *((mark("Project"), name) for name in (_names(about) if len(regions) <= 1 else ())),
                    (mark("Document number"), row.document_number),
                    (mark("Register number"), row.register_code),
                    (mark("Type of document"), _word(DOCUMENT_TYPE, row.document_type)),
                    *files.get(row.document_id, ()),
                ),
                year=row.registered_date.year,
                region_code=regions[0] if len(regions) == 1 else None,
                places=tuple(regions),
                regions=tuple(dict.fromkeys(code for region in regions for code in above.get(region, ()))),
                section_code=next((code for code in reversed(assigned) if code), row.section_code),
                fact_date=row.registered_date,
            )
        )
    return entries


def _names(projects: Iterable[Any]) -> Iterable[str]:
    return dict.fromkeys(project.name for project in projects)


def entries_that_count() -> Select[int]:
    """The numbers of the entries that were neither corrected by another nor taken back, as a question."""
    later = select(DiaryEntry.replaces_id).where(DiaryEntry.replaces_id.is_not(None))
    numbers = select(DiaryEntry.diary_entry_id).where(DiaryEntry.half_hours > 0)
    return numbers.where(DiaryEntry.diary_entry_id.not_in(later)).order_by(DiaryEntry.diary_entry_id)


def diary_texts(
    connection: Connection, refs: Sequence[str], above: Mapping[str, tuple[str, ...]]
) -> list[Entry]:
    """The entries of these numbers that count; one that was corrected or taken back is left out."""
    del above
    numbers = [int(ref) for ref in refs]
    files = texts_of_files(connection, "diary_entry", numbers)
    rows = connection.execute(
        select(
            DiaryEntry.diary_entry_id,
            DiaryEntry.work_date,
            DiaryEntry.mode,
            DiaryEntry.done,
            Staff.staff_id,
            Staff.name,
            Staff.section_code,
            Project.name.label("project"),
        )
        .join(Staff, Staff.staff_id == DiaryEntry.staff_id)
        .join(Project, Project.project_id == DiaryEntry.project_id, isouter=True)
        .where(DiaryEntry.diary_entry_id.in_(numbers), DiaryEntry.diary_entry_id.in_(entries_that_count()))
    )
    return [
        Entry(
            kind="diary_entry",
            ref_id=str(row.diary_entry_id),
            title=f"{row.work_date.isoformat()} {row.name}",
            texts=_filled(
                (mark("Work done"), row.done),
                (mark("Project"), row.project),
                (mark("Mode of work"), _word(WORK_MODE, row.mode)),
                *files.get(row.diary_entry_id, ()),
            ),
            year=row.work_date.year,
            section_code=row.section_code,
            fact_date=row.work_date,
            part_of=str(row.staff_id),
        )
        for row in rows
    ]


def _steps(connection: Connection, numbers: Sequence[int]) -> Mapping[int, list[Any]]:
    return _by_document(
        connection.execute(
            select(DocumentStep.document_id, DocumentStep.kind, DocumentStep.section_code, DocumentStep.note)
            .where(DocumentStep.document_id.in_(numbers))
            .order_by(DocumentStep.fact_date, DocumentStep.document_step_id)
        )
    )


def _by_document(rows: Iterable[Any]) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.document_id].append(row)
    return found


def _word(codes: Mapping[str, str], code: str) -> str:
    return in_chinese(codes.get(code, code))


def _filled(*texts: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((label, text) for label, text in texts if text)
