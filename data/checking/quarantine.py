"""Rows in quarantine as a file to correct, and the corrected file checked again.

The file has the columns as they came, so it is read like the first one; three more in front say which line it
was, which column is at fault and why. They are left out when the file comes back.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import xlsxwriter

from data.checking.check import LINE, Checked, Given, check
from data.checking.report import Place
from data.checking.words import reason_words
from data.dataset_types import DatasetType
from data.duck import open_duck, quoted
from data.language import _, mark

# Over the line of each row: it also says which version the rows are from, so that a file cannot be taken for
# the rows of another one.
LINE_TITLE = mark("Line in the file (version {number})")
REPORT_TITLES = (mark("Columns at fault"), mark("Reasons"))
_ROWS_AT_ONCE = 1_000
_SHEET_ROWS = 1_048_575  # below the heading; what does not fit is exported as CSV
_CELL_LETTERS = 32_767  # of a workbook; longer texts are exported as CSV, too
# What a spreadsheet reads as a formula, with the marks that already stand before it.
FORMULA = r"'*[=+\-@\t\r]"


def export_quarantine(
    quarantine: Path, target: Path, headings: Sequence[str], titles: Mapping[str, str], *, number: int
) -> int:
    """Write the rows to a workbook or CSV file, by the name of `target`; how many there are.

    `headings` are those of the file, in its order; `titles` what the columns of the dataset are called;
    `number` is the version that the rows are from. The rows are as they came, unmasked: only whoever may see
    the dataset unmasked may have the file. Raises ValueError where a workbook cannot hold so many rows, or
    such long texts.
    """
    with open_duck() as connection:
        rows = connection.execute(f"select count(*) from {quoted(quarantine)}").fetchone()
        count = int(rows[0]) if rows else 0
        head = [_(LINE_TITLE).format(number=number), *map(_, REPORT_TITLES), *headings]
        lines = explained_rows(connection, f"select * from {quoted(quarantine)}", titles)
        if target.suffix.lower() != ".xlsx":
            with target.open("w", encoding="utf-8-sig", newline="") as stream:
                writer = csv.writer(stream)
                writer.writerow(head)
                writer.writerows([_inert(cell) for cell in line] for line in lines)
        elif count > _SHEET_ROWS:
            raise ValueError(
                _("A workbook cannot hold {count} rows; export them as CSV.").format(count=count)
            )
        else:
            _write_workbook(target, head, lines)
    return count


def resubmit(dataset_type: DatasetType, given: Given, folder: Path) -> Checked:
    """Check corrected rows; what is accepted becomes a version with the change "correct".

    `given` is that of a file which `export_quarantine` wrote and somebody corrected, with the files of the
    version it belongs to as `earlier`: keys that were accepted meanwhile are refused again. Rows that are
    still faulty are in the quarantine of the result.
    """
    if not given.earlier:
        raise ValueError("a correction belongs to an earlier version")
    return check(dataset_type, replace(given, stated={}), folder)


def explained_rows(
    connection: duckdb.DuckDBPyConnection, rows_sql: str, titles: Mapping[str, str]
) -> Iterator[list[str]]:
    """Rows of a quarantine: line, columns at fault, reasons in words, and then the cells as text."""
    titles = dict(titles)
    found = connection.execute(f"select {LINE}, faults, * exclude ({LINE}, faults) from ({rows_sql})")
    while rows := found.fetchmany(_ROWS_AT_ONCE):
        for line, faults, *cells in rows:
            at_fault = dict.fromkeys(titles.get(fault["column"], fault["column"]) for fault in faults)
            yield [
                str(line),
                "、".join(filter(None, at_fault)),
                "；".join(_reason(line, fault, titles) for fault in faults),
                *("" if cell is None else str(cell) for cell in cells),
            ]


def _reason(line: int, fault: Mapping[str, Any], titles: dict[str, str]) -> str:
    column = titles.get(fault["column"], fault["column"])
    words = reason_words(
        Place(line, fault["column"], fault["value"], fault["reason"], fault["detail"]), titles
    )
    return _("{column} — {words}").format(column=column, words=words) if column else words


def _write_workbook(target: Path, head: Sequence[str], lines: Iterator[list[str]]) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(target), options) as book:
        sheet = book.add_worksheet(_("Quarantine"))
        bold = book.add_format({"bold": True})
        for place, title in enumerate(head):
            sheet.write_string(0, place, title, bold)
        for row, line in enumerate(lines, start=1):
            for place, cell in enumerate(line):
                if len(cell) > _CELL_LETTERS:  # cut off, it would come back as what somebody corrected
                    raise ValueError(
                        _("A workbook cannot hold the text in line {line}; export the rows as CSV.").format(
                            line=line[0]
                        )
                    )
                sheet.write_string(row, place, cell)


def _inert(cell: str) -> str:
    """One mark before what a spreadsheet would read as a formula, so that corrected_rows.py takes one off.

    Numbers with a sign are no formula; a formula that came with a mark of its own gets one more.
    """
    is_number = cell[1:].replace(".", "", 1).replace(",", "").isdigit() and not cell.startswith("'")
    return f"'{cell}" if re.match(FORMULA, cell) and not is_number else cell
