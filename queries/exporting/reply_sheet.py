"""A sheet that goes out to be filled in: yellow cells for answers, the rest protected, a check on each line.

How it is read back: data/signed_sheet.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from data.language import _
from queries.exporting.workbook import stamped_sheet
from queries.exporting.workbook_cells import Styles

HEAD = 2  # the line of the headings, below the title and how to fill it in
_WIDTH = 14
_ANSWER_PAPER, _CHECK_INK = "#FFF8E1", "#9AA3AD"
_MOST_YUAN = 10**13


@dataclass(frozen=True)
class Form:
    """One kind of sheet. `columns` are message ids by name, the last of them the check; `widths` where wider.

    `answered` are the columns to fill in; of these `money` takes yuan and `day` a date.
    """

    format: str
    columns: Mapping[str, str]
    answered: Sequence[str]
    money: str
    day: str
    widths: Mapping[str, int]


@dataclass(frozen=True)
class Stamp:
    """What is written on a sheet: its title, who made it and when, in local time."""

    title: str
    bureau_name: str
    made_by: str
    made_at: datetime


@dataclass(frozen=True)
class ReplySheet:
    """A sheet that is being written: the place of each column, and how its cells look."""

    form: Form
    sheet: Any
    styles: Styles
    places: Mapping[str, int]
    formats: Mapping[str, Any]

    def cells_to_fill(self, number: int, check: str) -> None:
        """Write the empty cells for the answer of a line, and its check value."""
        for name in self.form.answered:
            self.sheet.write_blank(number, self.places[name], None, self.formats[name])
        self.sheet.write_string(number, self.places["check"], check, self.formats["check"])

    def allow(self, count: int, choices: Mapping[str, Sequence[str]]) -> None:
        """What may be filled in on so many lines: the choices by column, an amount, a day."""
        rules: dict[str, dict[str, Any]] = {
            name: {"validate": "list", "source": list(words)} for name, words in choices.items()
        }
        between = {"criteria": "between", "minimum": 0, "maximum": _MOST_YUAN}
        rules[self.form.money] = {"validate": "decimal"} | between
        rules[self.form.day] = {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1)}
        for name, rule in rules.items():
            self.sheet.data_validation(HEAD + 1, self.places[name], HEAD + count, self.places[name], rule)


def reply_sheet(book: Any, form: Form, stamp: Stamp, name: str, told: str) -> ReplySheet:
    """The sheet `name` of the workbook with its title, how to fill it in (`told`) and its headings.

    Its lines begin below HEAD.
    """
    book.set_properties(
        {
            "title": stamp.title,
            "author": stamp.made_by,
            "company": stamp.bureau_name,
            "created": stamp.made_at,
            "keywords": form.format,
        }
    )
    styles = Styles(book)
    sheet = stamped_sheet(book, name, stamp.bureau_name, stamp.made_by, stamp.made_at)
    sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
    sheet.freeze_panes(HEAD + 1, 1)
    sheet.write_string(0, 0, stamp.title, book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, told, book.add_format({"font_color": _CHECK_INK}))
    for place, (column, heading) in enumerate(form.columns.items()):
        sheet.set_column(place, place, form.widths.get(column, _WIDTH))
        sheet.write_string(HEAD, place, _(heading), styles.header)
    places = {column: place for place, column in enumerate(form.columns)}
    return ReplySheet(form, sheet, styles, places, _formats(book, form))


def _formats(book: Any, form: Form) -> dict[str, Any]:
    answered = {"bg_color": _ANSWER_PAPER, "locked": False, "valign": "top", "border": 1, "text_wrap": True}
    special = {form.money: {"num_format": "#,##0.00"}, form.day: {"num_format": "yyyy-mm-dd"}}
    formats = {name: book.add_format(answered | special.get(name, {})) for name in form.answered}
    return formats | {"check": book.add_format({"font_color": _CHECK_INK, "font_size": 8, "valign": "top"})}
