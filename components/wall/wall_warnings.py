"""What runs along the foot of the wall: where lists of warnings grew lately, and by how many."""

from dataclasses import replace
from datetime import timedelta

from components.session import groups
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters
from queries.wall import WARNING_DAYS, WARNINGS

_MOST = 12


def wall_warnings(wall: Filters) -> tuple[str, ...]:
    """Unit or section, title of the warning, number added in the last WARNING_DAYS days; never a person."""
    found: list[tuple[float, str]] = []
    for ask, by in WARNINGS.items():
        filters = ask.narrowed(wall)
        before = replace(filters, as_of=filters.as_of - timedelta(days=WARNING_DAYS))
        had = {group.code: group.figure.value or 0 for group in groups(ask.kpi, before, by)}
        for group in groups(ask.kpi, filters, by):
            added = (group.figure.value or 0) - had.get(group.code, 0)
            if added > 0 and group.code:
                words = _("{place}: {title} +{number}").format(
                    place=group.label, title=kpis()[ask.kpi].title, number=f"{added:,.0f}"
                )
                found.append((-added, words))
    return tuple(words for __, words in sorted(found)[:_MOST])
