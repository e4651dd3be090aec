"""When the objects of one coverage rule were audited, year by year, the longest gaps first."""

from dataclasses import replace

import streamlit as st

from components.address import address
from components.charts.draw import draw
from components.charts.heat_map import heat_map
from components.figures import show
from components.kpi.open_card import open_card
from components.kpi.open_rows import open_rows
from components.navigation import ROWS_PAGE
from components.page_bar import page_bar, page_number
from components.session import bureau_now, cells, row_count, row_scope, source
from data.language import _
from queries.filters import Filters
from queries.planning.coverage_rules import CoverageRule
from queries.planning.duty_objects import duty_objects

_SHOWN = 14  # objects on one page: the whole picture stays on the screen
_YEARS = 6  # the interval of the longest rule, and the year it began in
_EARLIER = "earlier"  # all years before those: an object audited only then is not an empty line
_DUTIES, _AUDITS, _NEVER = "coverage_rate", "duty_audits", "coverage_never"


def coverage_years(filters: Filters, rule: CoverageRule) -> None:
    """Draw a page of object × year; a click on a cell opens its audits, on an empty one or
    on the years before them the object.

    Objects that were never audited have nothing to show: they are counted below the picture, with the way to
    them, and stand first among the duties, so the picture begins after them.
    """
    narrowed = replace(filters, drill=(("coverage_rule", rule.code),))
    never = row_count(_NEVER, narrowed, "")
    found = row_count(_DUTIES, narrowed, "") - never
    if not found + never:
        st.info(_("No object falls under this rule here."), icon=":material/search_off:")
        return
    name = f"coverage_years_{rule.code}"
    number = page_number(found, _SHOWN, name) if found else 1
    offset = (number - 1) * _SHOWN
    objects = duty_objects(source(), narrowed, row_scope(), limit=_SHOWN, offset=never + offset)
    years = [str(year) for year in range(filters.as_of.year - _YEARS + 1, filters.as_of.year + 1)]
    audits: dict[tuple[str, str], float | None] = {
        (cell.row_code, cell.column_code): cell.figure.value
        for cell in cells(_AUDITS, narrowed, ("audit_object", "audit_year"))
    }
    units = {str(entry.audit_object_id): entry.unit_id for entry in objects}
    for (code, year), count in list(audits.items()):
        if year < years[0] and count:
            audits[code, _EARLIER] = (audits.get((code, _EARLIER)) or 0) + count
    figure = heat_map(
        audits,
        rows={str(entry.audit_object_id): entry.name for entry in objects},
        columns={_EARLIER: _("Earlier")} | {year: year for year in years},
        format="count",
        title=_("Who was audited when? Longest gaps first"),
        nothing_here=_("not audited"),
    )
    clicked = draw(figure, key=f"{name}_picture_{number}")

    def way_to_never() -> None:
        if never:
            st.page_link(
                ROWS_PAGE,
                label=_("{number} never audited, not in the picture").format(number=show(never, "count")),
                icon=":material/chevron_right:",
                query_params=address(narrowed, bureau_now().as_of, kpi=_NEVER),
            )

    if found:
        note = _("audits by the year of their report")
        page_bar(found, _SHOWN, len(objects), name, note=note, act=way_to_never)
    else:
        way_to_never()
    if clicked is not None:
        _open(narrowed, *clicked, has_audits=bool(audits.get(clicked)), unit=units.get(str(clicked[0])))


def _open(filters: Filters, audit_object: str, year: str, *, has_audits: bool, unit: int | None) -> None:
    if has_audits and year != _EARLIER:
        open_rows(_AUDITS, filters, ("audit_object", audit_object), ("audit_year", year))
    if unit is not None:
        open_card("unit", unit, filters, _DUTIES)
