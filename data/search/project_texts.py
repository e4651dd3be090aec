"""What an audit project and its reports are found by."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, func, select

from data.codes import PROJECT_TYPE, REPORT_KIND
from data.language import in_chinese, mark
from data.schema import Project, Report, Unit
from data.search.entry import Entry

_P = Project
_REGION = func.coalesce(_P.region_code, Unit.region_code).label("region")


def project_texts(
    connection: Connection, refs: Sequence[str], above: Mapping[str, tuple[str, ...]]
) -> list[Entry]:
    """The projects of these numbers."""
    rows = connection.execute(
        select(
            _P.project_id,
            _P.name,
            _P.project_code,
            _P.project_type,
            _P.plan_year,
            _P.section_code,
            _REGION,
            Unit.name.label("unit"),
        )
        .join(Unit, Unit.unit_id == _P.unit_id, isouter=True)
        .where(_P.project_id.in_([int(ref) for ref in refs]))
    )
    return [
        Entry(
            kind="project",
            ref_id=str(row.project_id),
            title=row.name,
            texts=_filled(
                (mark("Unit"), row.unit),
                (mark("Project type"), _word(PROJECT_TYPE, row.project_type)),
                (mark("Project code"), row.project_code),
            ),
            year=row.plan_year,
            region_code=row.region,
            regions=above.get(row.region, ()),
            section_code=row.section_code,
        )
        for row in rows
    ]


def document_texts(
    connection: Connection, refs: Sequence[str], above: Mapping[str, tuple[str, ...]]
) -> list[Entry]:
    """The reports and decisions of these numbers; whose they are is their project's word."""
    rows = connection.execute(
        select(
            Report.report_id,
            Report.report_kind,
            Report.document_number,
            Report.project_id,
            Report.source,
            Report.issued_date,
            func.coalesce(Report.year, _P.plan_year).label("year"),
            _P.name.label("project"),
            _P.section_code,
            _REGION,
            Unit.name.label("unit"),
        )
        .join(_P, _P.project_id == Report.project_id, isouter=True)
        .join(Unit, Unit.unit_id == _P.unit_id, isouter=True)
        .where(Report.report_id.in_([int(ref) for ref in refs]))
    )
    return [
        Entry(
            kind="document",
            ref_id=str(row.report_id),
            title=f"{row.document_number} {_word(REPORT_KIND, row.report_kind)}",
            texts=_filled(
                (mark("Project"), row.project), (mark("Unit"), row.unit), (mark("Source"), row.source)
            ),
            year=row.year,
            region_code=row.region,
            regions=above.get(row.region, ()),
            section_code=row.section_code,
            fact_date=row.issued_date,
            part_of=str(row.project_id or ""),
        )
        for row in rows
    ]


def _word(codes: Mapping[str, str], code: str | None) -> str:
    return in_chinese(codes.get(code or "", code or ""))


def _filled(*texts: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((label, text) for label, text in texts if text)
