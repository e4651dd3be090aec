"""Filters, drill and scope in words of the current language, for a workbook, a title or a printed page."""

from data.codes import label
from data.language import _
from queries.columns import COLUMNS
from queries.dimensions import DIMENSIONS, group_label
from queries.filters import Filters, Scope
from queries.names import Names

Line = tuple[str, str]


def filter_words(filters: Filters, names: Names) -> list[Line]:
    """(title, choice) of every filter that narrows, without the drill; empty where nothing does."""
    answers = {True: _("Yes"), False: _("No")}
    lines: list[Line] = []
    if filters.year is not None:
        lines.append((_title("plan_year"), str(filters.year)))
    if filters.region:
        name = group_label("region", filters.region, names.get(("region", filters.region)))
        lines.append((_title("region"), _("{region} and the regions below it").format(region=name)))
    if filters.section:
        name = group_label("section", filters.section, names.get(("section", filters.section)))
        lines.append((_title("section"), name))
    for field in ("project_type", "amount_band"):
        if code := getattr(filters, field):
            lines.append((_title(field), label(field, code)))
    for field, column in (
        ("in_work_report", "is_in_work_report"),
        ("leader_instruction", "has_leader_instruction"),
    ):
        if (answer := getattr(filters, field)) is not None:
            lines.append((_title(column), answers[answer]))
    return lines


def drill_words(filters: Filters, names: Names) -> list[Line]:
    """(dimension, group) of every step of the drill, in the order of the clicks."""
    return [
        (_(DIMENSIONS[name].title), group_label(name, code, names.get((name, code))))
        for name, code in filters.drill
    ]


def scope_words(scope: Scope, names: Names) -> str:
    """Which rows the reader may see at all."""
    bounds = [
        group_label(name, code, names.get((name, code)))
        for name, code in (("region", scope.region), ("section", scope.section))
        if code
    ]
    return " · ".join(bounds) or _("All rows")


def _title(column: str) -> str:
    return _(COLUMNS[column].title)
