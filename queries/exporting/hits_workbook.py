"""The hits of a run as a workbook: the sentence of each, the columns of the result, and what was asked."""

import io
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from data.language import _, listed
from queries.audit_models.hits import SeenRun, all_hits
from queries.audit_models.model import ResultColumn
from queries.audit_models.said import in_words, said, summary_of
from queries.exporting.workbook import TEXT_ONLY, check_row_count
from queries.exporting.workbook_cells import Styles

_WIDE, _WIDEST, _TALL = 18, 80, 30
_LONGEST = 32_000
_FEN = 100


def hits_workbook(seen: SeenRun, more: Iterable[tuple[str, str]]) -> bytes:
    """The XLSX file, masked as the reader sees the hits; `more` are (label, text) for the last sheet.

    Raises TooManyRowsError before making anything.
    """
    check_row_count(seen.facts.row_count or 0)
    content, columns = io.BytesIO(), seen.model.columns
    with xlsxwriter.Workbook(content, {"constant_memory": True} | TEXT_ONLY) as book:
        styles = Styles(book)
        sheet = book.add_worksheet(_("Hits"))
        sheet.freeze_panes(1, 0)
        sheet.set_row(0, _TALL)
        sheet.set_column(0, 0, _WIDEST)
        sheet.set_column(1, len(columns), _WIDE)
        for place, words in enumerate([_("Why it was flagged"), *map(_head, columns.values())]):
            sheet.write_string(0, place, words, styles.header)
        for line, row in enumerate(all_hits(seen), start=1):
            sentence = summary_of(seen.model, row, seen.facts.params)
            sheet.write_string(line, 0, sentence[:_LONGEST], styles.text)
            for place, (name, column) in enumerate(columns.items(), start=1):
                _write(sheet, (line, place), column, in_words(column, row[name]), styles)
        _explanation(book, [*_asked(seen), *more], styles)
    return content.getvalue()


def _head(column: ResultColumn) -> str:
    title = str(column.title)
    return _("{title} (yuan)").format(title=title) if column.type == "money" else title


def _write(sheet: Any, place: tuple[int, int], column: ResultColumn, value: Any, styles: Styles) -> None:
    match column.type, value:
        case _, None:
            return
        case _, str():
            sheet.write_string(*place, value[:_LONGEST], styles.text)
        case "money", _:
            sheet.write_number(*place, float(Decimal(value) / _FEN), styles.money)
        case "rate", _:
            sheet.write_number(*place, float(value), styles.rate)
        case _, bool():
            sheet.write_string(*place, _("Yes") if value else _("No"), styles.text)
        case _, datetime():
            sheet.write_datetime(*place, value, styles.moment)
        case _, date():
            sheet.write_datetime(*place, value, styles.date)
        case _, int() | float() | Decimal():
            sheet.write_number(*place, float(value), styles.number)
        case _:
            sheet.write_string(*place, str(value)[:_LONGEST], styles.text)


def _asked(seen: SeenRun) -> list[tuple[str, str]]:
    model, facts = seen.model, seen.facts
    read = (
        _("{dataset}, version {number}").format(dataset=each.dataset_title, number=each.number)
        for each in facts.read
    )
    values = (
        f"{param.title} = {said(facts.params.get(name), param.type)}" for name, param in model.params.items()
    )
    return [
        (_("Audit model"), f"{model.code} {model.title}"),
        (_("Version of the model"), str(facts.model_version)),
        (_("Run"), str(facts.run_id)),
        (_("Thresholds"), listed(values)),
        (_("Data"), listed(read)),
    ]


def _explanation(book: Any, lines: list[tuple[str, str]], styles: Styles) -> None:
    sheet = book.add_worksheet(_("Explanation"))
    sheet.set_column(0, 0, _WIDE)
    sheet.set_column(1, 1, _WIDEST)
    for line, (label, text) in enumerate(lines):
        sheet.write_string(line, 0, label, styles.label)
        sheet.write_string(line, 1, text[:_LONGEST], styles.wrapped)
