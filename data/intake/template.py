"""The empty workbook for a preset: one sheet to fill in, one that explains every column (填表说明).

Columns are typed, codes and yes-or-no have lists to choose from; the workbook reads back by the same preset.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from data.intake.preset import EXPLANATION_SHEET, Column, Preset
from data.language import _

_ROWS_PREPARED = 2000  # rows that get types and lists; more can be filled in without them
_LISTS = "列表"
_LIST_CHARACTERS = 255  # of a list within its cell; a longer one stands on a hidden sheet
_WIDTHS = {
    "words": 32,
    "name": 20,
    "code": 18,
    "credit_code": 22,
    "identity_number": 22,
    "money": 18,
    "choice": 14,
    "flag": 10,
    "year": 10,
    "count": 10,
    "figure": 14,
    "half_days": 10,
}
_DATE_WIDTH = 13
_COLOURS = ("#DCE6F4", "#E2EFDA", "#FFF2CC", "#F3E4EE", "#E4E4F0")  # one for each part, in turn
_YES_NO = ("是", "否")  # words of the tables themselves, like their headings
_KIND_WORDS = {
    "words": "文本",
    "name": "文本（400字以内）",
    "code": "文本（64字以内）",
    "credit_code": "18 位统一社会信用代码",
    "identity_number": "18 位居民身份号码",
    "date": "日期（年-月-日）",
    "dates": "日期，多个用顿号分开",
    "month_start": "日期，或年月（按当月第一天）",
    "month_end": "日期，或年月（按当月最后一天）",
    "deadline": "日期，或天数、年底、月底",
    "week": "该周任一天，或周次（2026-W12）",
    "money": "金额",
    "figure": "数值，可带单位（95%、120万元）",
    "half_days": "天数，半天为 0.5",
    "flag": "是或否",
    "count": "整数",
    "year": "四位年份",
    "choice": "从列表中选",
    "choices": "列表中的词，多个用顿号分开",
}
_FORMATS = {"date": "yyyy-mm-dd", "money": "#,##0.00", "count": "0", "year": "0"}


@dataclass(frozen=True)
class _Styles:
    heads: Mapping[str, Any]
    cells: Mapping[str, Any]
    plain: Any
    bold: Any


def template(
    preset: Preset, sheet_name: str, parts: Mapping[str, str], required: Iterable[str] = ()
) -> bytes:
    """The workbook as XLSX, with the columns that come from headings; `parts` are titles (message ids).

    What the preset needs, and what is `required` besides, is marked as such.
    """
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    styles = _styles(book, parts)
    columns = [column for column in preset.columns if column.headings]
    needed = {group[0] for group in preset.target.needed} | set(required)
    _sheet_to_fill(book, sheet_name, columns, needed, styles)
    _explanation(book, columns, needed, parts, styles)
    _long_lists(book, columns)
    book.close()
    return stream.getvalue()


def example(column: Column) -> str:
    """An example of what the column holds; empty where it is best left empty."""
    if column.example:
        return column.example
    return column.spellings[0] if column.field.kind.startswith("choice") and column.spellings else ""


def _sheet_to_fill(
    book: Any, name: str, columns: Sequence[Column], needed: set[str], styles: _Styles
) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    sheet.set_row(0, 36)
    lists = _places_of_long_lists(columns)
    for place, column in enumerate(columns):
        kind = column.field.kind
        width = _WIDTHS.get(kind, _DATE_WIDTH)
        sheet.set_column(place, place, width, styles.cells.get(kind, styles.cells["code"]))
        sheet.write_string(0, place, _heading(column, needed), styles.heads[column.field.part])
        if choices := _choices(column):
            sheet.data_validation(
                1,
                place,
                _ROWS_PREPARED,
                place,
                {
                    "validate": "list",
                    "source": lists.get(column.field.name, choices),
                    "error_title": "不在列表中",
                    "error_message": "请从下拉列表中选择。",
                },
            )


def _explanation(
    book: Any, columns: Iterable[Column], needed: set[str], parts: Mapping[str, str], styles: _Styles
) -> None:
    sheet = book.add_worksheet(EXPLANATION_SHEET)
    sheet.set_column(0, 0, 22, styles.plain)
    sheet.set_column(1, 3, 20, styles.plain)
    sheet.set_column(4, 5, 46, styles.plain)
    titles = ("列名", "部分", "填写内容", "示例", "可填的值", "说明")
    for place, title in enumerate(titles):
        sheet.write_string(0, place, title, styles.bold)
    for line, column in enumerate(columns, start=1):
        words = (
            _heading(column, needed),
            _(parts[column.field.part]),
            _KIND_WORDS[column.field.kind] + ("，必填" if column.field.name in needed else ""),
            example(column),
            _possible(column),
            column.note,
        )
        for place, text in enumerate(words):
            sheet.write_string(line, place, text, styles.plain)


def _long_lists(book: Any, columns: Sequence[Column]) -> None:
    """A hidden sheet with the lists that no cell can hold; an import reads visible sheets only."""
    places = _places_of_long_lists(columns)
    if not places:
        return
    sheet = book.add_worksheet(_LISTS)
    sheet.hide()
    for place, column in enumerate(column for column in columns if column.field.name in places):
        sheet.write_column(0, place, _choices(column))


def _places_of_long_lists(columns: Iterable[Column]) -> dict[str, str]:
    long = [column for column in columns if len(",".join(_choices(column))) > _LIST_CHARACTERS]
    return {
        column.field.name: f"={_LISTS}!${(at := xl_col_to_name(place))}$1:${at}${len(_choices(column))}"
        for place, column in enumerate(long)
    }


def _heading(column: Column, needed: set[str]) -> str:
    words = column.headings[0]
    if column.field.kind == "money":
        words = f"{words}（{column.unit}）"
    return f"{words}*" if column.field.name in needed else words


def _choices(column: Column) -> list[str]:
    if column.field.kind == "flag":
        return list(_YES_NO)
    return list(column.spellings) if column.field.kind == "choice" else []


def _possible(column: Column) -> str:
    return "、".join(column.spellings if column.field.kind == "choices" else _choices(column))


def _styles(book: Any, parts: Iterable[str]) -> _Styles:
    head = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "border_color": "#BFBFBF"}
    cells = {
        kind: book.add_format({"num_format": _FORMATS.get(kind, "@"), "valign": "top"})
        for kind in _KIND_WORDS
    }
    return _Styles(
        heads={
            part: book.add_format(head | {"bg_color": _COLOURS[place % len(_COLOURS)]})
            for place, part in enumerate(parts)
        },
        cells=cells,
        plain=book.add_format({"text_wrap": True, "valign": "top"}),
        bold=book.add_format(head),
    )
