"""How one column of rows becomes typed cells: dates as dates, money as 元, codes as their labels."""

import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from data.codes import label
from data.language import _
from queries.cell_words import SAID, cell_words
from queries.columns import COLUMNS, PARTS, Column
from queries.figure_words import show

# A cell holds 32,767 UTF-16 units; what is longer is cut, and says so.
_CELL_UNITS = 32_767
# A spreadsheet shows fifteen digits; a longer number is written as text, so that every digit stays.
_EXACT_BELOW = 10**15
_FIRST_EXCEL_YEAR = 1900
_WIDTH_SAMPLE = 200
_NARROWEST, _WIDEST = 9, 44

# (row, column, value) -> how many cells were cut (0 or 1)
Writer = Callable[[int, int, Any], int]


class Styles:
    """The cell formats of one workbook."""

    def __init__(self, book: Any, *, numbers: str = "right", wraps: bool = False) -> None:
        """Declare them in an xlsxwriter workbook; `numbers` says to which side figures stand.

        `wraps`: texts are broken into lines and keep their distance from the figure before them.
        """
        text = {"valign": "top"} | ({"text_wrap": True, "align": "left", "indent": 1} if wraps else {})
        figure = {"valign": "top", "align": numbers}
        self.header = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E6ECF4", "bottom": 1}
        )
        self.header_of_figures = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "align": numbers, "bg_color": "#E6ECF4"}
            | {"bottom": 1}
        )
        self.count = book.add_format({"num_format": "#,##0"} | figure)
        self.thousandths = book.add_format({"num_format": "#,##0.###"} | figure)
        self.hours = book.add_format({"num_format": "0.0"} | figure)
        self.label = book.add_format({"bold": True, "valign": "top", "bg_color": "#F3F6FA"})
        self.text = book.add_format(text)
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top", "align": "left"})
        self.date = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"} | text)
        self.moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"} | text)
        self.money = book.add_format({"num_format": "#,##0.00"} | figure)
        self.whole = book.add_format({"num_format": "0"} | figure)
        self.rate = book.add_format({"num_format": "0.00%"} | figure)
        self.number = book.add_format(figure)


def columns_shown(rows: pd.DataFrame) -> list[str]:
    """The columns that readers know by a title; keys of the database stay behind."""
    return [name for name in rows.columns if name in COLUMNS]


def header(name: str) -> str:
    """Title of a column; money says its unit."""
    title = _(COLUMNS[name].title)
    return _("{title} (yuan)").format(title=title) if COLUMNS[name].kind == "money" else title


def column_width(name: str, values: pd.Series) -> float:
    """Width for the title and the first rows, within bounds; a Chinese character takes two."""
    column = COLUMNS[name]
    if column.kind in {"date", "yes_no"}:
        return 12
    if column.kind == "money":
        return 18
    texts = [header(name)]
    for value in values.head(_WIDTH_SAMPLE).dropna():
        texts.append(_words(column, value))
    return min(max(_NARROWEST, max(map(_width, texts)) + 3), _WIDEST)


def writer(name: str, sheet: Any, styles: Styles) -> Writer:
    """What writes the cells of one column."""
    column = COLUMNS[name]
    if column.kind in SAID:
        return lambda row, place, value: write_text(sheet, row, place, _words(column, value), styles.text)
    return {
        "text": lambda row, place, value: write_text(sheet, row, place, str(value), styles.text),
        "code": _code_writer(column, sheet, styles),
        "yes_no": _yes_no_writer(sheet, styles),
        "money": lambda row, place, value: write_fen(sheet, row, place, int(value), styles),
        "whole": lambda row, place, value: write_whole(sheet, row, place, value, styles),
        "half_hours": lambda row, place, value: sheet.write_number(
            row, place, value / PARTS["half_hours"], styles.hours
        ),
        "thousandths": lambda row, place, value: sheet.write_number(
            row, place, value / PARTS["thousandths"], styles.thousandths
        ),
        "date": lambda row, place, value: write_date(sheet, row, place, value, styles),
        "rate": lambda row, place, value: sheet.write_number(row, place, float(value), styles.rate),
    }[column.kind]


def write_text(sheet: Any, row: int, place: int, text: str, style: Any) -> int:
    """Write a text as it is; one too long for a cell is cut and ends in words that say so (returns 1)."""
    is_cut = len(text) > _CELL_UNITS // 2 and _units(text) > _CELL_UNITS
    if is_cut:
        words = _("… [cut: the whole text has {count} characters]").format(count=f"{len(text):,}")
        text = _first_units(text, _CELL_UNITS - _units(words)) + words
    sheet.write_string(row, place, text, style)
    return int(is_cut)


def write_fen(sheet: Any, row: int, place: int, fen: int, styles: Styles) -> int:
    """Write 分 as a number of 元, or as text where a number would lose digits."""
    yuan = Decimal(fen).scaleb(-2)
    if abs(fen) < _EXACT_BELOW:
        sheet.write_number(row, place, float(yuan), styles.money)
    else:
        sheet.write_string(row, place, f"{yuan:,.2f}", styles.number)
    return 0


def write_whole(sheet: Any, row: int, place: int, value: Any, styles: Styles) -> int:
    """Write a whole number, or text where a number would lose digits."""
    if abs(value) < _EXACT_BELOW:
        sheet.write_number(row, place, int(value), styles.whole)
    else:
        sheet.write_string(row, place, str(int(value)), styles.number)
    return 0


def write_date(sheet: Any, row: int, place: int, value: date, styles: Styles) -> int:
    """Write a day as a date; a day before 1900, which a spreadsheet does not know, as text."""
    if value.year >= _FIRST_EXCEL_YEAR:
        sheet.write_datetime(row, place, value, styles.date)
    else:
        sheet.write_string(row, place, f"{value:%Y-%m-%d}", styles.text)
    return 0


def in_words(name: str, value: Any) -> str:
    """A value as a document says it: a day as 2026-11-20, money in its unit, a code by its label."""
    match COLUMNS[name].kind:
        case "money":
            return show(int(value), "fen")
        case "whole" | "half_hours" | "thousandths" as kind:
            return str(Decimal(int(value)) / PARTS.get(kind, 1))
        case "date":
            return f"{value:%Y-%m-%d}"
        case "yes_no":
            return _("Yes") if value else _("No")
        case "rate":
            return f"{float(value):.2%}"
    return _words(COLUMNS[name], value)


def _code_writer(column: Column, sheet: Any, styles: Styles) -> Writer:
    labels: dict[str, str] = {}

    def write(row: int, place: int, code: str) -> int:
        if code not in labels:
            labels[code] = label(column.code_list or "", code)
        return write_text(sheet, row, place, labels[code], styles.text)

    return write


def _yes_no_writer(sheet: Any, styles: Styles) -> Writer:
    answers = {True: _("Yes"), False: _("No")}
    return lambda row, place, value: write_text(sheet, row, place, answers[bool(value)], styles.text)


def _words(column: Column, value: Any) -> str:
    if column.kind in SAID:
        return cell_words(column.kind, value)
    return label(column.code_list or "", value) if column.kind == "code" else str(value)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _first_units(text: str, units: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")
