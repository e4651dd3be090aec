"""The rows that a query gave as a file: CSV and JSON on the command line, XLSX to take out."""

import csv
import io
import json
import math
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from data.language import _
from queries.exporting.inert_text import inert
from queries.exporting.workbook import TEXT_ONLY
from queries.workbench.result import names_of, rows_of, shown

_CELL_LETTERS = 32_000
_TALL_HEADER, _WIDE, _WIDEST = 24, 16, 100
_FIRST_EXCEL_YEAR = 1900


def as_csv(file: Path) -> str:
    """The whole result as CSV with a heading, exact, and inert in a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([inert(name) for name in names_of(file)])
    for row in rows_of(file):
        writer.writerow([inert(value) if isinstance(value, str) else _exact(value) for value in row])
    return text.getvalue()


def as_json(file: Path) -> list[dict[str, Any]]:
    """The whole result as records for JSON; numbers with a fraction are exact as text."""
    names = names_of(file)
    return [dict(zip(names, map(_plain, row), strict=True)) for row in rows_of(file)]


def as_xlsx(file: Path, said: list[tuple[str, str]]) -> bytes:
    """The whole result as a workbook; a second sheet says what `said` holds, (label, text) by line."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"constant_memory": True} | TEXT_ONLY) as book:
        head = book.add_format({"bold": True, "bg_color": "#E6ECF4", "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        dates = [
            book.add_format({"num_format": form, "align": "left"})
            for form in ("yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss")
        ]
        sheet = book.add_worksheet(_("Rows"))
        names = names_of(file)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, max(0, len(names) - 1), _WIDE)
        sheet.set_row(0, _TALL_HEADER)
        for column, name in enumerate(names):
            sheet.write_string(0, column, name, head)
        for line, row in enumerate(rows_of(file), 1):
            for column, value in enumerate(row):
                _write(sheet, (line, column), value, dates)
        second = book.add_worksheet(_("Query"))
        second.set_column(0, 0, _WIDE)
        second.set_column(1, 1, _WIDEST)
        for line, (label, text) in enumerate(said):
            second.write_string(line, 0, label, head)
            second.write_string(line, 1, text[:_CELL_LETTERS], wrapped)
    return content.getvalue()


def _write(sheet: Any, place: tuple[int, int], value: Any, dates: list[Any]) -> None:
    match shown(value):
        case None:
            return
        case bool() as answer:
            sheet.write_boolean(*place, answer)
        case int() | float() as figure if math.isfinite(figure):
            sheet.write_number(*place, figure)
        case datetime() as then if then.year >= _FIRST_EXCEL_YEAR:
            sheet.write_datetime(*place, then.replace(tzinfo=None), dates[1])
        case date() as then if not isinstance(then, datetime) and then.year >= _FIRST_EXCEL_YEAR:
            sheet.write_datetime(*place, then, dates[0])
        case other:
            sheet.write_string(*place, str(other)[:_CELL_LETTERS])


def _exact(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, dict | list) else value


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else str(value)
        case dict() | list():
            return json.loads(json.dumps(value, ensure_ascii=False, default=str))
        case bytes():
            return value.hex()
        case None | bool() | int() | float() | str():
            return value
    return str(value)
