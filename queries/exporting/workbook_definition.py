"""The second sheet of an export: what the figure means, what was asked, who took the rows out and when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from data.language import _
from queries.catalog import Kpi
from queries.exporting.workbook_cells import Styles, write_date, write_fen, write_text, write_whole
from queries.filter_words import drill_words, filter_words, scope_words
from queries.filters import Filters, Scope
from queries.names import Names
from queries.run import Figure
from queries.targets import COMPARISONS, Target

_LABEL_WIDTH, _VALUE_WIDTH = 24, 96


@dataclass(frozen=True)
class Asked:
    """What a workbook was asked for, beside the KPI: told on its second sheet.

    `names`: what the codes in filters and scope are called. `made_at`: local time.
    """

    filters: Filters
    figure: Figure
    target: Target | None
    names: Names
    search: str
    scope: Scope
    bureau_name: str
    user_name: str
    made_at: datetime


def write_definition(
    sheet: Any, styles: Styles, kpi: Kpi, asked: Asked, *, row_count: int, truncated: int
) -> None:
    """Write the sheet line by line: a label, and its value as a typed cell."""
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, 1, _VALUE_WIDTH)
    next_row = 0

    def line(title: str, write: Callable[[int], object]) -> None:
        nonlocal next_row
        sheet.write_string(next_row, 0, title, styles.label)
        write(next_row)
        next_row += 1

    def words(title: str, value: str) -> None:
        line(title, lambda row: write_text(sheet, row, 1, value, styles.wrapped))

    def figure(title: str, value: Any, format: str) -> None:  # noqa: A002
        units = {"fen": _("{title} (yuan)"), "days": _("{title} (days)")}
        named = units.get(format, "{title}").format(title=title)
        line(named, lambda row: _write_figure(sheet, row, value, format, styles))

    words(_("Indicator"), str(kpi.title))
    words(_("Definition"), str(kpi.definition))
    words(_("Source of the definition"), kpi.source)
    figure(_("Value"), asked.figure.value, kpi.format)
    for title, sql, value in (
        (_("Numerator"), kpi.numerator, asked.figure.numerator),
        (_("Denominator"), kpi.denominator, asked.figure.denominator),
    ):
        if sql is not None:
            figure(title, value, "fen" if "_fen" in sql else "count")
    if asked.target is not None:
        figure(_("Target"), asked.target.value, kpi.format)
        words(_("Target met by"), COMPARISONS[asked.target.comparison])
        words(_("Source of the target"), f"{asked.target.plan} · {asked.target.label}")
    line(_("As of"), lambda row: write_date(sheet, row, 1, asked.figure.as_of, styles))
    for title, choice in filter_words(asked.filters, asked.names) or [(_("Filters"), _("None"))]:
        words(title, choice)
    steps = [
        _("{title}: {choice}").format(title=title, choice=choice)
        for title, choice in drill_words(asked.filters, asked.names)
    ]
    words(_("Drill path"), " › ".join(steps) or _("None"))
    if asked.search:
        words(_("Search"), asked.search)
        words(_("Note"), _("The search narrows the rows only; the value is that of the filters."))
    words(_("Rows the reader may see"), scope_words(asked.scope, asked.names))
    line(_("Number of rows"), lambda row: write_whole(sheet, row, 1, row_count, styles))
    if truncated:
        words(
            _("Cells cut"),
            _("{count} texts are longer than a cell can hold; each says so at its end.").format(
                count=truncated
            ),
        )
    words(_("Exported by"), asked.user_name)
    line(_("Exported at"), lambda row: sheet.write_datetime(row, 1, asked.made_at, styles.moment))
    words(_("Bureau"), asked.bureau_name)
    words(_("Watermark"), f"{asked.bureau_name} · {asked.user_name} · {asked.made_at:%Y-%m-%d %H:%M}")


def _write_figure(sheet: Any, row: int, value: Any, format: str, styles: Styles) -> None:  # noqa: A002
    if value is None:
        write_text(sheet, row, 1, _("no data"), styles.text)
    elif format == "percent":
        sheet.write_number(row, 1, float(value), styles.rate)
    elif format == "fen":
        write_fen(sheet, row, 1, int(value), styles)
    elif isinstance(value, int):
        write_whole(sheet, row, 1, value, styles)
    else:
        sheet.write_number(row, 1, float(value), styles.number)
