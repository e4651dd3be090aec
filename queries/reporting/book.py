"""A report as XLSX: tables and lists in typed cells, the pictures, and where each figure is from."""

import io
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from data.language import _
from queries.catalog import kpis
from queries.columns import COLUMNS
from queries.exporting.workbook import TEXT_ONLY, stamped_sheet
from queries.exporting.workbook_cells import Styles, column_width, header, write_fen, write_text, writer
from queries.reporting.asking import command
from queries.reporting.report import Cell, Picture, Report, Rows, Table, Told

_NARROW, _WIDE, _WIDEST, _TALL = 15, 26, 90, 30
_LONGEST_NAME = 31
_FIGURES = {"money", "whole", "rate"}
_POINT = 100


@dataclass(frozen=True)
class Stamp:
    """Who made the file, and when (local time)."""

    user_name: str
    made_at: datetime


def report_book(report: Report, stamp: Stamp) -> bytes:
    """The XLSX file."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True} | TEXT_ONLY) as book:
        book.set_properties({"title": report.title, "author": report.bureau, "created": stamp.made_at})
        styles, places, names = Styles(book, wraps=True), dict[int, str](), set[str]()
        points = book.add_format({"num_format": "+0.00;-0.00;0.00", "align": "right", "valign": "top"})
        pictures = [block for block in report.blocks if isinstance(block, Picture)]
        for block in report.blocks:
            if isinstance(block, (Table, Rows)):
                sheet = _sheet(book, block.name, report, stamp, names)
                if isinstance(block, Table):
                    _table(sheet, block, styles, points, places)
                else:
                    _rows(sheet, block, styles)
        if any(picture.png for picture in pictures):
            _pictures(_sheet(book, _("Charts"), report, stamp, names), pictures)
        _sources(_sheet(book, _("Where the figures are from"), report, stamp, names), report, styles, places)
        _explanation(_sheet(book, _("Explanation"), report, stamp, names), report, stamp, styles)
    return content.getvalue()


def _sheet(book: Any, name: str, report: Report, stamp: Stamp, names: set[str]) -> Any:
    plain = re.sub(r"[\[\]:*?/\\']", " ", name)[: _LONGEST_NAME - 3]
    taken, number = plain, 2
    while taken in names:
        taken, number = f"{plain} {number}", number + 1
    names.add(taken)
    return stamped_sheet(book, taken, report.bureau, stamp.user_name, stamp.made_at)


def _table(sheet: Any, table: Table, styles: Styles, points: Any, places: dict[int, str]) -> None:
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_row(0, _TALL)
    sheet.set_column(0, 0, _WIDE)
    sheet.set_column(1, len(table.header) - 1, _NARROW)
    for place, words in enumerate(table.header):
        cells = [line[place] for line in table.lines]
        is_money = bool(cells) and all(isinstance(cell, Told) and cell.format == "fen" for cell in cells)
        is_figure = any(isinstance(cell, Told) for cell in cells)
        sheet.write_string(
            0,
            place,
            _("{title} (yuan)").format(title=words) if is_money else words,
            styles.header_of_figures if is_figure else styles.header,
        )
    for row, line in enumerate(table.lines, start=1):
        is_money = any(isinstance(cell, Told) and cell.format == "fen" for cell in line)
        for place, cell in enumerate(line):
            if isinstance(cell, Told):
                _figure(sheet, (row, place), cell, styles, points)
                places[cell.number] = f"'{sheet.get_name()}'!{xl_rowcol_to_cell(row, place)}"
            else:
                words = _("yuan") if cell == "" and is_money else cell
                write_text(sheet, row, place, words, styles.text)


def _figure(sheet: Any, at: tuple[int, int], told: Told, styles: Styles, points: Any) -> None:
    if told.value is None:
        write_text(sheet, *at, _("no data"), styles.text)
    elif told.format == "fen":
        write_fen(sheet, *at, int(told.value), styles)
    elif told.format == "percent" and told.before is not None:
        sheet.write_number(*at, float(told.value) * _POINT, points)
    elif told.format == "percent":
        sheet.write_number(*at, float(told.value), styles.rate)
    else:
        sheet.write_number(*at, float(told.value), styles.count if told.format == "count" else styles.number)


def _rows(sheet: Any, listed: Rows, styles: Styles) -> None:
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_row(0, _TALL)
    sheet.autofilter(0, 0, len(listed.rows), max(len(listed.columns) - 1, 0))
    for place, name in enumerate(listed.columns):
        values = listed.rows[name]
        sheet.set_column(place, place, column_width(name, values))
        is_figure = COLUMNS[name].kind in _FIGURES
        sheet.write_string(0, place, header(name), styles.header_of_figures if is_figure else styles.header)
        write = writer(name, sheet, styles)
        for row, value in enumerate(values.astype(object).where(values.notna(), None).tolist(), start=1):
            if value is not None:
                write(row, place, value)


def _pictures(sheet: Any, pictures: list[Picture]) -> None:
    row = 0
    for picture in pictures:
        if picture.png:
            sheet.write_string(row, 0, picture.title)
            image = io.BytesIO(picture.png)
            sheet.insert_image(
                row + 1,
                0,
                "chart.png",
                {"image_data": image, "description": picture.title, "x_scale": 0.5, "y_scale": 0.5},
            )
            row += 5 + 2 * min(len(picture.figures), 25)


def _sources(sheet: Any, report: Report, styles: Styles, places: dict[int, str]) -> None:
    """One line per figure: where it stands, what was asked, the number as it was answered."""
    sheet.freeze_panes(1, 0)
    heads = (
        _("No."),
        _("Cell"),
        _("Indicator"),
        _("Command"),
        _("Command taken off"),
        _("Value"),
        _("As shown"),
    )
    for place, words in enumerate(heads):
        sheet.write_string(0, place, words, styles.header)
        sheet.set_column(place, place, (6, 22, 28, 70, 70, 18, 18)[place])
    for row, told in enumerate(report.told, start=1):
        cells: tuple[Cell | int | float | None, ...] = (
            told.number,
            places.get(told.number, told.bookmark),
            str(kpis()[told.kpi].title),
            command(told),
            command(told, earlier=True) if told.before else "",
        )
        for place, cell in enumerate(cells):
            write = sheet.write_number if isinstance(cell, int) else sheet.write_string
            write(row, place, cell, styles.text)
        if told.value is not None:
            sheet.write_number(row, 5, told.value, styles.number)
        sheet.write_string(row, 6, str(told), styles.text)


def _explanation(sheet: Any, report: Report, stamp: Stamp, styles: Styles) -> None:
    sheet.set_column(0, 0, _WIDE)
    sheet.set_column(1, 1, _WIDEST)
    names = dict.fromkeys(told.kpi for told in report.told)
    lines = [
        (_("Report"), f"{report.title} {report.subtitle}"),
        (_("As of"), f"{report.filters.as_of:%Y-%m-%d}"),
        (_("Scope"), report.scope_words),
        (_("Data version"), report.data_version),
        (_("Bureau"), report.bureau),
        (_("Exported by"), f"{stamp.user_name} {stamp.made_at:%Y-%m-%d %H:%M}"),
        *((str(kpis()[name].title), str(kpis()[name].definition)) for name in names),
    ]
    for row, (label, words) in enumerate(lines):
        sheet.write_string(row, 0, label, styles.label)
        write_text(sheet, row, 1, words, styles.wrapped)
