"""What runs along the foot of the wall: units that were added to a list of warnings lately, with how many."""

from dataclasses import replace
from datetime import timedelta

from components.session import groups
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters
from queries.wall import WARNING_DAYS, WARNINGS

_MOST = 12


def wall_warnings(wall: Filters) -> tuple[str, ...]:
    """Title of the warning, unit and number added in the last WARNING_DAYS days; never a person's name."""
    found: list[tuple[float, str]] = []
    for ask in WARNINGS:
        filters = ask.narrowed(wall)
        before = replace(filters, as_of=filters.as_of - timedelta(days=WARNING_DAYS))
        had = {group.code: group.figure.value or 0 for group in groups(ask.kpi, before, "unit")}
        for group in groups(ask.kpi, filters, "unit"):
            added = (group.figure.value or 0) - had.get(group.code, 0)
            if added > 0 and group.code:
                words = _("{unit}: {title} +{number}").format(
                    unit=group.label, title=kpis()[ask.kpi].title, number=f"{added:,.0f}"
                )
                found.append((-added, words))
    return tuple(words for __, words in sorted(found)[:_MOST])
