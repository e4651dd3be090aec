"""The rows behind a figure as an XLSX workbook: a typed sheet, and a sheet that says what was asked.

Imported text is inert in it: every text is written as a string, never as a formula, a number or a link.
"""

from datetime import datetime
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter

from data.language import _
from data.settings import number
from queries.catalog import Kpi
from queries.exporting.workbook_cells import Styles, column_width, columns_shown, header, writer
from queries.exporting.workbook_definition import Asked, write_definition
from queries.filters import EVERYTHING, Filters, Scope
from queries.names import Names
from queries.run import Figure
from queries.targets import Target

EXCEL_ROWS = 1_048_576  # of one sheet, with the header
# What comes from outside stays text.
TEXT_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_HEADER_HEIGHT = 30  # points: room for a title on two lines


class TooManyRowsError(ValueError):
    """More rows than one export may hold; the message says how many, in the current language."""


def row_limit() -> int:
    """Largest number of rows in one export: the setting, and what a sheet can hold."""
    return min(number("AUDIT_EXPORT_ROWS"), EXCEL_ROWS - 1)


def check_row_count(rows: int) -> None:
    """Raise TooManyRowsError where an export would be too large: asked before anything is made."""
    if rows > row_limit():
        raise TooManyRowsError(
            _("{rows} rows are more than the {limit} that one export may hold. Narrow the filters.").format(
                rows=f"{rows:,}", limit=f"{row_limit():,}"
            )
        )


def workbook(
    kpi: Kpi,
    rows: pd.DataFrame,
    filters: Filters,
    figure: Figure,
    *,
    bureau_name: str,
    user_name: str,
    made_at: datetime,
    target: Target | None = None,
    names: Names | None = None,
    search: str = "",
    scope: Scope = EVERYTHING,
) -> bytes:
    """The XLSX file, in the current language. Raises TooManyRowsError before making anything.

    `rows` as queries.rows.detail gives them, perhaps narrowed by `search`; `figure` is the KPI under the same
    filters and scope, `target` what it is judged by. `made_at` is local time.
    """
    check_row_count(len(rows))
    asked = Asked(filters, figure, target, names or {}, search, scope, bureau_name, user_name, made_at)
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"constant_memory": True} | TEXT_ONLY) as book:
        book.set_properties(
            {"title": str(kpi.title), "author": user_name, "company": bureau_name, "created": made_at}
        )
        truncated = _write_rows(book, Styles(book), rows, asked)
        sheet = _sheet(book, _("Definition and filters"), asked)
        styles = Styles(book, numbers="left")
        write_definition(sheet, styles, kpi, asked, row_count=len(rows), truncated=truncated)
    return file.getvalue()


def _write_rows(book: Any, styles: Styles, rows: pd.DataFrame, asked: Asked) -> int:
    """Write the first sheet; returns how many cells were cut to what a cell can hold."""
    sheet = _sheet(book, _("Rows"), asked)
    shown = columns_shown(rows)
    last = max(len(shown) - 1, 0)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), last)
    sheet.repeat_rows(0)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{EXCEL_ROWS}"})
    for place, name in enumerate(shown):
        sheet.set_column(place, place, column_width(name, rows[name]))
    sheet.set_row(0, _HEADER_HEIGHT)
    for place, name in enumerate(shown):
        sheet.write_string(0, place, header(name), styles.header)
    writers = [writer(name, sheet, styles) for name in shown]
    columns = [rows[name].astype(object).where(rows[name].notna(), None).tolist() for name in shown]
    truncated = 0
    for line, values in enumerate(zip(*columns, strict=True), start=1):
        for place, value in enumerate(values):
            if value is not None:
                truncated += writers[place](line, place, value)
    return truncated


def _sheet(book: Any, title: str, asked: Asked) -> Any:
    return stamped_sheet(book, title, asked.bureau_name, asked.user_name, asked.made_at)


def stamped_sheet(book: Any, title: str, bureau_name: str, user_name: str, made_at: datetime) -> Any:
    """A new sheet of the workbook, set for A4 across; each printed page says who took it out and when."""
    sheet = book.add_worksheet(title)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    mark = f"{user_name} · {made_at:%Y-%m-%d %H:%M}".replace("&", "&&")[:200]  # Excel: 255
    sheet.set_header(f"&L{bureau_name.replace('&', '&&')[:40]}&R{mark}")
    sheet.set_footer(f"&L{mark}&R&P / &N")
    return sheet
