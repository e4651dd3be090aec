"""整改反馈表 as XLSX: a unit's findings under rectification, with cells for its answers."""

from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

import xlsxwriter
from sqlalchemy import Connection, Engine, select

from data.access.permission import permit
from data.access.present_user import present_user
from data.access.roles import User
from data.bureau import bureau
from data.closing.answer_sheet import ANSWERED, ANSWERS, COLUMNS, FORMAT, check_value
from data.codes import MONEY_KIND
from data.engine import now, reading, writing
from data.events import RowsExported, record
from data.language import _
from data.local_time import in_china
from data.schema import Finding
from data.stem_of import stem_of
from queries.compose import conditions, relations_read
from queries.exporting.reply_sheet import HEAD, Form, ReplySheet, Stamp, reply_sheet
from queries.exporting.workbook import TEXT_ONLY, check_row_count
from queries.exporting.workbook_cells import write_date, write_fen, write_text
from queries.filters import Filters, Scope
from queries.source import Source

EXPORTING, WORKING = "export-rows", "work-findings"
_WIDTHS = {"title": 46, "account": 46, "check": 32, "answer": 16, "amount": 16, "rectified": 16, "money": 20}
_FORM = Form(FORMAT, COLUMNS, ANSWERED, "money", "fact_date", _WIDTHS)


class NothingToSendError(ValueError):
    """The unit has nothing under rectification; the message says so, in the reader's language."""


@dataclass(frozen=True)
class AskedUnit:
    """A responsible unit with findings under rectification that the reader may see."""

    unit_id: int
    name: str
    findings: int


@dataclass(frozen=True)
class _Line:
    finding_id: int
    finding_code: str
    title: str
    amount_fen: int | None
    rectified_fen: int | None
    due_date: date | None


def asked_units(source: Source, as_of: date, scope: Scope) -> tuple[AskedUnit, ...]:
    """Who can be sent a sheet, those with most findings first."""
    where, parameters = conditions(source, None, Filters(as_of=as_of), scope)
    rows = source.rows(
        f"""{relations_read(source, "from finding_work_as_of", [as_of])}
        select t.responsible_unit_id, any_value(t.responsible_unit), count(*)
        from finding_work_as_of as t
        where {where} and t.work_stage = 'rectifying'
        group by t.responsible_unit_id order by count(*) desc, t.responsible_unit_id""",
        parameters,
    )
    return tuple(AskedUnit(*row) for row in rows)


def export_answer_sheet(engine: Engine, source: Source, user: User, as_of: date, unit: AskedUnit) -> bytes:
    """The sheet for a unit, for the user as the database has them now; the export is recorded.

    Raises NotPermittedError (recorded), NothingToSendError, and TooManyRowsError.
    """
    made_at = now()
    with reading(engine) as connection:
        reader = present_user(connection, user.user_name) or replace(user, roles=frozenset())
        bureau_name = bureau(connection).name
    for action in (EXPORTING, WORKING):
        permit(engine, reader, action, "answer_sheet")
    scope = Scope(region=reader.region_code, section=reader.section_code)
    lines = _lines(source, as_of, scope, unit.unit_id)
    if not lines:
        raise NothingToSendError(_("This unit has nothing under rectification."))
    check_row_count(len(lines))
    with reading(engine) as connection:
        checks = _checks(connection, lines, unit.unit_id)
    made_by = f"{reader.display_name} ({reader.user_name})"
    title = " · ".join((_("Rectification sheet"), bureau_name, unit.name))
    content = _workbook(lines, checks, Stamp(title, bureau_name, made_by, in_china(made_at)))
    event = RowsExported(
        subject="answer_sheet",
        filters={"as_of": as_of, "unit": unit.name},
        rows=len(lines),
        file_name=answer_file_name(unit.name, as_of),
    )
    with writing(engine) as connection:
        record(connection, reader.user_name, event, at=made_at)
    return content


def answer_file_name(unit: str, as_of: date) -> str:
    """Name of the file: what it is, who is to fill it in, and the day."""
    return stem_of(f"{_('Rectification sheet')}_{unit}", as_of) + ".xlsx"


def _lines(source: Source, as_of: date, scope: Scope, unit_id: int) -> list[_Line]:
    where, parameters = conditions(source, None, Filters(as_of=as_of), scope)
    rows = source.rows(
        f"""{relations_read(source, "from finding_work_as_of", [as_of])}
        select t.finding_id, t.finding_code, t.title, t.amount_fen, t.rectified_fen, t.due_date
        from finding_work_as_of as t
        where {where} and t.work_stage = 'rectifying' and t.responsible_unit_id = $unit_id
        order by t.due_date nulls last, t.finding_id""",
        parameters | {"unit_id": unit_id},
    )
    return [_Line(*row) for row in rows]


def _checks(connection: Connection, lines: list[_Line], unit_id: int) -> dict[int, str]:
    """The check value of each finding at the revision it has now."""
    found: dict[int, str] = {}
    ids = [line.finding_id for line in lines]
    for first in range(0, len(ids), 500):
        question = select(Finding.finding_id, Finding.revision, Finding.recorded_at)
        for row in connection.execute(question.where(Finding.finding_id.in_(ids[first : first + 500]))):
            found[row.finding_id] = check_value(row.finding_id, row.revision, unit_id, row.recorded_at)
    return found


def _workbook(lines: list[_Line], checks: dict[int, str], stamp: Stamp) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True} | TEXT_ONLY) as book:
        told = _(
            "Fill in the yellow cells only, save, and send the file back as it is, with the proof. Rows"
            " without a result are left alone. Format {format}."
        ).format(format=FORMAT)
        _fill(reply_sheet(book, _FORM, stamp, _("Rectification sheet"), told), lines, checks)
    return file.getvalue()


def _fill(reply: ReplySheet, lines: list[_Line], checks: dict[int, str]) -> None:
    sheet, styles, places = reply.sheet, reply.styles, reply.places
    for number, line in enumerate(lines, start=HEAD + 1):
        write_text(sheet, number, places["finding_code"], line.finding_code, styles.wrapped)
        write_text(sheet, number, places["title"], line.title, styles.wrapped)
        for name, amount in (("amount", line.amount_fen), ("rectified", line.rectified_fen)):
            if amount is not None:
                write_fen(sheet, number, places[name], amount, styles)
        if line.due_date is not None:
            write_date(sheet, number, places["due_date"], line.due_date, styles)
        reply.cells_to_fill(number, checks[line.finding_id])
    answers = [_(title) for title in ANSWERS.values()]
    reply.allow(len(lines), {"answer": answers, "money_kind": [_(title) for title in MONEY_KIND.values()]})
