"""The empty workbook for a preset: one sheet to fill in, one that explains every column (填表说明).

Columns are typed, codes and yes-or-no have lists to choose from; the workbook reads back by the same preset.
"""

import io
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from data.language import _
from data.ledger.fields import PARTS
from data.ledger.preset import Column, Preset

_ROWS_PREPARED = 2000  # rows that get types and lists; more can be filled in without them
_WIDTHS = {
    "words": 32,
    "name": 20,
    "code": 18,
    "money": 18,
    "choice": 14,
    "flag": 10,
    "year": 10,
    "count": 10,
}
_DATE_WIDTH = 13
_PART_COLOURS = {
    "finding": "#DCE6F4",
    "rectification": "#E2EFDA",
    "close_out": "#FFF2CC",
    "supervision": "#F3E4EE",
}
_NEEDED = ("unit_name", "title")
_YES_NO = ("是", "否")  # words of the ledger itself, like its headings
_KIND_WORDS = {
    "words": "文本",
    "name": "文本（400字以内）",
    "code": "文本（64字以内）",
    "date": "日期（年-月-日）",
    "dates": "日期，多个用顿号分开",
    "deadline": "日期，或天数、年底、月底",
    "money": "金额",
    "flag": "是或否",
    "count": "整数",
    "year": "四位年份",
    "choice": "从列表中选",
}
_FORMATS = {"date": "yyyy-mm-dd", "money": "#,##0.00", "count": "0", "year": "0"}


@dataclass(frozen=True)
class _Styles:
    heads: dict[str, Any]
    cells: dict[str, Any]
    plain: Any
    bold: Any


def template(preset: Preset) -> bytes:
    """The workbook as XLSX. Only columns that come from headings are in it."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    styles = _styles(book)
    columns = [column for column in preset.columns if column.headings]
    _sheet_to_fill(book, columns, styles)
    _explanation(book, columns, styles)
    book.close()
    return stream.getvalue()


def _sheet_to_fill(book: Any, columns: list[Column], styles: _Styles) -> None:
    sheet = book.add_worksheet("整改台账")
    sheet.freeze_panes(1, 1)
    sheet.set_row(0, 36)
    for place, column in enumerate(columns):
        kind = column.field.kind
        width = _WIDTHS.get(kind, _DATE_WIDTH)
        sheet.set_column(place, place, width, styles.cells.get(kind, styles.cells["code"]))
        sheet.write_string(0, place, _heading(column), styles.heads[column.field.part])
        if choices := _choices(column):
            sheet.data_validation(
                1,
                place,
                _ROWS_PREPARED,
                place,
                {
                    "validate": "list",
                    "source": choices,
                    "error_title": "不在列表中",
                    "error_message": "请从下拉列表中选择。",
                },
            )


def _explanation(book: Any, columns: list[Column], styles: _Styles) -> None:
    sheet = book.add_worksheet("填表说明")
    sheet.set_column(0, 0, 22, styles.plain)
    sheet.set_column(1, 3, 20, styles.plain)
    sheet.set_column(4, 5, 46, styles.plain)
    titles = ("列名", "部分", "填写内容", "示例", "可填的值", "说明")
    for place, title in enumerate(titles):
        sheet.write_string(0, place, title, styles.bold)
    for line, column in enumerate(columns, start=1):
        is_needed = column.field.name in _NEEDED
        words = (
            _heading(column),
            _(PARTS[column.field.part]),
            _KIND_WORDS[column.field.kind] + ("，必填" if is_needed else ""),
            example(column),
            "、".join(_choices(column)),
            column.note,
        )
        for place, text in enumerate(words):
            sheet.write_string(line, place, text, styles.plain)


def example(column: Column) -> str:
    """An example of what the column holds; empty where it is best left empty."""
    if column.example:
        return column.example
    return column.spellings[0] if column.field.kind == "choice" and column.spellings else ""


def _heading(column: Column) -> str:
    words = column.headings[0]
    if column.field.kind == "money":
        words = f"{words}（{column.unit}）"
    return f"{words}*" if column.field.name in _NEEDED else words


def _choices(column: Column) -> list[str]:
    if column.field.kind == "flag":
        return list(_YES_NO)
    return list(column.spellings) if column.field.kind == "choice" else []


def _styles(book: Any) -> _Styles:
    head = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "border_color": "#BFBFBF"}
    cells = {
        kind: book.add_format({"num_format": _FORMATS.get(kind, "@"), "valign": "top"})
        for kind in _KIND_WORDS
    }
    return _Styles(
        heads={part: book.add_format(head | {"bg_color": colour}) for part, colour in _PART_COLOURS.items()},
        cells=cells,
        plain=book.add_format({"text_wrap": True, "valign": "top"}),
        bold=book.add_format(head),
    )
