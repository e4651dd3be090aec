"""What findings have in common: met in most units, on the rise, or back again."""

from dataclasses import replace

import streamlit as st

from components.address import address
from components.figures import show
from components.inert import inert
from components.navigation import ROWS_PAGE
from components.session import bureau_now, filter_choices, groups
from data.language import _
from queries.filters import Filters

_BY, _MOST = "problem_subclass", 5
_FEW = 10  # rates of fewer findings say little


def patterns(filters: Filters) -> None:
    """Draw three lists of problem subclasses; a line opens its findings."""
    years = filter_choices().years
    year = filters.year or next(iter(years), bureau_now().as_of.year)
    now, before = (
        {group.code: group for group in groups("findings", replace(filters, year=each), _BY)}
        for each in (year, year - 1)
    )
    rises = {
        code: (group.figure.value or 0) - (before[code].figure.value or 0 if code in before else 0)
        for code, group in now.items()
    }
    rising = sorted((code for code, rise in rises.items() if rise > 0), key=lambda code: -rises[code])
    wide = sorted(groups("finding_units", filters, _BY), key=lambda group: -(group.figure.value or 0))
    back = [group for group in groups("repeat_finding_rate", filters, _BY) if group.figure.rows >= _FEW]
    back.sort(key=lambda group: -(group.figure.value or 0))
    lists = (
        (
            _("Widespread: in most units"),
            "finding_units",
            filters,
            [
                (
                    group.code,
                    group.label,
                    _("{number} units").format(number=show(group.figure.value, "count")),
                )
                for group in wide[:_MOST]
            ],
        ),
        (
            _("Emerging: more in {year} than the year before").format(year=year),
            "findings",
            replace(filters, year=year),
            [
                (
                    code,
                    now[code].label,
                    _("{more} more, {number} in all").format(
                        more=show(rises[code], "count"), number=show(now[code].figure.value, "count")
                    ),
                )
                for code in rising[:_MOST]
            ],
        ),
        (
            _("Persistent: most often repeated"),
            "repeat_findings",
            filters,
            [
                (group.code, group.label, show(group.figure.value, "percent"))
                for group in back[:_MOST]
                if group.figure.value
            ],
        ),
    )
    for place, (title, kpi, asked, lines) in zip(st.columns(3), lists, strict=True):
        with place, st.container(border=True, height="stretch", gap="xsmall"):
            st.markdown(f"**{inert(title)}**")
            for code, name, told in lines:
                drilled = replace(asked, drill=((_BY, code),))
                st.page_link(
                    ROWS_PAGE,
                    label=f"{inert(name or _('Not filled in'))}　:gray[{inert(told)}]",
                    query_params=address(drilled, bureau_now().as_of, kpi=kpi),
                    width="stretch",
                )
            if not lines:
                st.caption(_("None under these filters."))
