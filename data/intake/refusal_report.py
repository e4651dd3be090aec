"""The refused rows as a file for the person who brought them: what stood where, and why it was refused.

The values are somebody else's text: a workbook keeps them as text, and in a CSV file a mark before them keeps
a spreadsheet from reading them as formulas.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import xlsxwriter

from data.intake.rows import Refusal
from data.language import _, mark

TITLES = (
    mark("File"),
    mark("Sheet"),
    mark("Line"),
    mark("Column"),
    mark("Value"),
    mark("Reason"),
)
_WIDTHS = (28, 14, 8, 20, 32, 48)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class Told(Protocol):
    """What importing a file does, as far as its refusals go."""

    @property
    def file_name(self) -> str:
        """Name of the file."""

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """Every reason why a row is refused."""


def refusal_rows(previews: Iterable[Told]) -> list[tuple[str, str, int, str, str, str]]:
    """(file, sheet, line, column, value, reason) of every refusal, in the order of the files."""
    return [
        (preview.file_name, refusal.sheet, refusal.line, refusal.column, refusal.value, refusal.reason)
        for preview in previews
        for refusal in preview.refused
    ]


def refusals_as_csv(previews: Iterable[Told]) -> bytes:
    """The refusals as CSV in UTF-8 with a mark, which spreadsheets read as such."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow([_(title) for title in TITLES])
    for row in refusal_rows(previews):
        writer.writerow([_inert(cell) for cell in row])
    return stream.getvalue().encode("utf-8-sig")


def refusals_as_xlsx(previews: Iterable[Told]) -> bytes:
    """The refusals as a workbook."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(_("Refused rows"))
    sheet.freeze_panes(1, 0)
    head = book.add_format({"bold": True, "bg_color": "#E6ECF4", "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for place, (title, width) in enumerate(zip(TITLES, _WIDTHS, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, _(title), head)
    for line, row in enumerate(refusal_rows(previews), start=1):
        _write(sheet, line, row, body)
    book.close()
    return stream.getvalue()


def _write(sheet: Any, line: int, row: Sequence[str | int], body: Any) -> None:
    for place, cell in enumerate(row):
        if isinstance(cell, int):
            sheet.write_number(line, place, cell, body)
        else:
            sheet.write_string(line, place, cell, body)


def _inert(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell
