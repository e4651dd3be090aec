"""The empty workbook of a dataset type: a sheet to fill in, and one that explains every column and check.

What is filled in comes in without a hand: its headings are those that the type knows.
"""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from data.checking.words import column_demand
from data.dataset_types import Check, DatasetColumn, DatasetType, dataset_types
from data.language import _, listed
from queries.exporting.workbook import TEXT_ONLY

_ROWS_PREPARED = 2_000  # rows whose cells have their type; more can be filled in all the same
_SHEET_NAME = 31  # signs, the most that a workbook allows
_FORMATS = {"date": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm", "money": "#,##0.00", "whole": "0"}
_WIDTHS = {"date": 13, "moment": 18, "flag": 10, "money": 16, "whole": 12, "decimal": 12}
_WIDTH, _TALL = 20, 34
_REQUIRED, _OTHER = "#DCE6F4", "#F2F2F2"
_YES_NO = ("是", "否")  # words of the cells themselves: what the check reads
_NAMED = 8  # other headings that are told


def dataset_template(dataset_type: DatasetType) -> bytes:
    """The workbook as XLSX, in the current language; a heading with * has to be filled in."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True} | TEXT_ONLY) as book:
        _sheet_to_fill(book, dataset_type)
        _explanation(book, dataset_type)
    return content.getvalue()


def template_name(dataset_type: DatasetType) -> str:
    """Name of the file."""
    return _("{title}_template.xlsx").format(title=dataset_type.title)


def heading(column: DatasetColumn) -> str:
    """What stands over a column: its title, the unit of money, * where it has to be filled in."""
    words = f"{column.title}（{column.unit}）" if column.type == "money" else column.title
    return f"{words}*" if column.is_required else words


def _sheet_to_fill(book: Any, dataset_type: DatasetType) -> None:
    sheet = book.add_worksheet(dataset_type.title[:_SHEET_NAME])
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, _TALL)
    for place, column in enumerate(dataset_type.columns):
        cells = book.add_format({"num_format": _FORMATS.get(column.type, "@"), "valign": "top"})
        sheet.set_column(place, place, _WIDTHS.get(column.type, _WIDTH), cells)
        sheet.write_string(0, place, heading(column), _head(book, is_required=column.is_required))
        if column.type == "flag":
            choice = {"validate": "list", "source": list(_YES_NO)}
            sheet.data_validation(1, place, _ROWS_PREPARED, place, choice)


def _explanation(book: Any, dataset_type: DatasetType) -> None:
    sheet = book.add_worksheet(_("How to fill it in"))
    text = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 24, text)
    sheet.set_column(1, 1, 10, text)
    sheet.set_column(2, 2, 38, text)
    sheet.set_column(3, 3, 24, text)
    sheet.set_column(4, 5, 48, text)
    lines: list[Sequence[str]] = [
        (
            heading(column),
            _("Yes") if column.is_required else _("No"),
            _demands(column),
            column.example,
            column.note,
            listed([*column.aliases[:_NAMED], *(["…"] if len(column.aliases) > _NAMED else [])]),
        )
        for column in dataset_type.columns
    ]
    titles = (
        _("Column"),
        _("Has to be filled in"),
        _("What is demanded"),
        _("Example"),
        _("Explanation"),
        _("Other headings that are known"),
    )
    head = _head(book, is_required=True)
    sheet.write_string(0, 0, dataset_type.description)
    sheet.freeze_panes(2, 1)
    for place, words in enumerate(titles):
        sheet.write_string(1, place, words, head)
    for at, line in enumerate(lines, 2):
        for place, words in enumerate(line):
            sheet.write_string(at, place, words, text)
    told = [*_key_words(dataset_type), *(_check_words(check, dataset_type) for check in dataset_type.checks)]
    for at, words in enumerate(told, len(lines) + 3):
        sheet.write_string(at, 0, words)


def _demands(column: DatasetColumn) -> str:
    """What a value has to be, in the words of the report of checking."""
    told = []
    if column.format or column.type != "text":
        told.append(column_demand("number" if column.format else "type", column))
    if column.least is not None or column.most is not None:
        told.append(column_demand("range", column))
    return listed(told) if told else _("Text")


def _key_words(dataset_type: DatasetType) -> list[str]:
    titles = listed(column.title for column in dataset_type.columns if column.is_key)
    if not titles:
        return []
    words = _("{titles}: two rows of the same are told, and kept.")
    if not dataset_type.is_key_notice:
        words = _("{titles}: no two rows of the same; the later one is set aside.")
    return [words.format(titles=titles)]


def _check_words(check: Check, dataset_type: DatasetType) -> str:
    titles = {column.name: column.title for column in dataset_type.columns}
    first, *others = (titles[name] for name in check.columns)
    match check.rule:
        case "date_order":
            words = _("{later} is not before {earlier}").format(earlier=first, later=others[0])
        case "sum":
            parts = " + ".join(others) + "".join(f" − {titles[name]}" for name in check.minus)
            words = _("{total} = {parts}").format(total=first, parts=parts)
        case _:
            other = dataset_types()[check.in_type]
            words = _("{column} is found in the dataset type {other}").format(column=first, other=other.title)
    done = _("kept, with a notice") if check.is_notice else _("set aside where it is not so")
    return _("{words}: {done}").format(words=words, done=done)


def _head(book: Any, *, is_required: bool) -> Any:
    return book.add_format(
        {
            "bold": True,
            "text_wrap": True,
            "valign": "vcenter",
            "bg_color": _REQUIRED if is_required else _OTHER,
            "border": 1,
            "border_color": "#BFBFBF",
        }
    )
