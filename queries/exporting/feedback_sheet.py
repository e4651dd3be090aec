"""反馈表 as XLSX: suspects go out to whoever checks them, with cells for answers; the rest is protected."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO

import xlsxwriter
from sqlalchemy import Engine

from data.access.permission import permit
from data.access.present_user import present_user
from data.access.roles import COMMAND_LINE, User
from data.bureau import bureau
from data.codes import label
from data.engine import now, reading, writing
from data.events import RowsExported, record
from data.language import _
from data.local_time import in_china
from data.stem_of import stem_of
from data.suspects.feedback_sheet import ANSWERED, COLUMNS, FORMAT, check_value
from data.suspects.transitions import ANSWERS
from queries.catalog import kpis
from queries.cell_words import cell_words
from queries.exporting.reply_sheet import HEAD, Form, ReplySheet, Stamp, reply_sheet
from queries.exporting.workbook import TEXT_ONLY, check_row_count, stamped_sheet
from queries.exporting.workbook_cells import Styles, write_date, write_fen, write_text, write_whole
from queries.exporting.workbook_definition import Asked, write_definition
from queries.filters import Filters, Scope
from queries.names import names
from queries.run import value
from queries.source import Source
from queries.suspects.to_send import SentLine, lines_to_send, receivers

ACTION, WORKING = "export-rows", "work-suspects"
_KPI = "suspects_issued"
_WIDTHS = {
    "summary": 48,
    "account": 44,
    "model": 22,
    "entity": 26,
    "amount": 16,
    "confirmed": 18,
    "check": 30,
}
_FORM = Form(FORMAT, COLUMNS, ANSWERED, "confirmed", "checked_date", _WIDTHS)


class NothingToSendError(ValueError):
    """No suspect waits for an answer there; the message says so, in the reader's language."""


def export_feedback_sheet(
    engine: Engine,
    source: Source,
    user: User,
    as_of: date,
    *,
    receiver: str | None = None,
    suspect_ids: Sequence[int] | None = None,
) -> bytes:
    """What waits for an answer of the receiver (`Receiver.key`), or what of these numbers does, as a sheet.

    Raises NotPermittedError (and records the refusal) for who may not export or work on suspects,
    NothingToSendError, and TooManyRowsError.
    """
    made_at = now()
    reader, scope = user, Scope()
    with reading(engine) as connection:
        if user != COMMAND_LINE:
            reader = present_user(connection, user.user_name) or replace(user, roles=frozenset())
            scope = Scope(region=reader.region_code, section=reader.section_code)
    if user != COMMAND_LINE:
        permit(engine, reader, ACTION, "feedback_sheet")
        permit(engine, reader, WORKING, "feedback_sheet")
    with reading(engine) as connection:
        bureau_name = bureau(connection).name
        lines = lines_to_send(source, connection, as_of, scope, receiver=receiver, suspect_ids=suspect_ids)
    if not lines:
        raise NothingToSendError(_("No suspect waits for an answer there."))
    check_row_count(len(lines))
    filters, kpi = Filters(as_of=as_of), kpis()[_KPI]
    user_name = f"{reader.display_name} ({reader.user_name})"
    asked = Asked(
        filters,
        value(source, kpi, filters, scope),
        None,
        names(source, filters, scope),
        "",
        scope,
        bureau_name,
        user_name,
        in_china(made_at),
    )
    to = next((each.name for each in receivers(source, as_of, scope) if each.key == receiver), "")
    content = _workbook(lines, asked, to)
    event = RowsExported(
        subject="feedback_sheet",
        filters={"as_of": as_of, "receiver": receiver or ""},
        rows=len(lines),
        file_name=feedback_file_name(to, as_of),
    )
    with writing(engine) as connection:
        record(connection, reader.user_name, event, at=made_at)
    return content


def feedback_file_name(to: str, as_of: date) -> str:
    """Name of the file: what it is, who is to fill it in, and the day."""
    words = "_".join(part for part in (_("Feedback on suspects"), to) if part)
    return stem_of(words, as_of) + ".xlsx"


def _workbook(lines: Sequence[SentLine], asked: Asked, to: str) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True} | TEXT_ONLY) as book:
        title = " · ".join(part for part in (_("Feedback on suspects"), asked.bureau_name, to) if part)
        stamp = Stamp(title, asked.bureau_name, asked.user_name, asked.made_at)
        told = _(
            "Fill in the yellow cells only, save, and send the file back as it is. Rows without a result"
            " of the check are left alone. Format {format}."
        ).format(format=FORMAT)
        _fill(reply_sheet(book, _FORM, stamp, _("Feedback"), told), lines)
        words = _("Definition and filters")
        sheet = stamped_sheet(book, words, asked.bureau_name, asked.user_name, asked.made_at)
        styles = Styles(book, numbers="left")
        write_definition(sheet, styles, kpis()[_KPI], asked, row_count=len(lines), truncated=0)
    return file.getvalue()


def _fill(reply: ReplySheet, lines: Sequence[SentLine]) -> None:
    sheet, styles, places = reply.sheet, reply.styles, reply.places
    for number, line in enumerate(lines, start=HEAD + 1):
        write_whole(sheet, number, places["suspect_id"], line.suspect_id, styles)
        model = str(cell_words("audit_model", line.model))
        for name, text in (("model", model), ("entity", line.entity_reference), ("summary", line.summary)):
            write_text(sheet, number, places[name], text, styles.wrapped)
        if line.suspect_fen is not None:
            write_fen(sheet, number, places["amount"], line.suspect_fen, styles)
        if line.due_date is not None:
            write_date(sheet, number, places["due_date"], line.due_date, styles)
        check = check_value(line.suspect_id, line.revision, line.receiver, line.recorded_at)
        reply.cells_to_fill(number, check)
    reply.allow(len(lines), {"answer": [label("suspect_state", state) for state in ANSWERS.values()]})
