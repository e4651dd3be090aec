"""周报告、月清单: the tasks completed, due and moved in one week or month, as one list to take along."""

from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from components.address import address
from components.figures import show
from components.kpi.export_button import export_button
from components.kpi.ledger_table import draw_rows
from components.navigation import ROWS_PAGE
from components.session import bureau_now, groups, rows
from data.codes import TASK_LIST_PART, label
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters
from queries.rows import Page

_OFFERED = 12  # weeks or months back
_ROWS_SHOWN = 500
_LEFT_OUT = {"plan_year", "region", "set_date", "task_kind", "is_on_time", "extension_count"}


def task_list(filters: Filters, period: str) -> None:
    """Draw the list of the chosen period, "week" or "month", as it stood at the period's end."""
    kpi = kpis()[f"tasks_of_the_{period}"]
    ends = _ends(filters.as_of, period)
    place, figures = st.columns([1, 2], vertical_alignment="bottom")
    with place:
        end = st.selectbox(
            _("Week") if period == "week" else _("Month"),
            ends,
            format_func=lambda day: _name(day, period, filters.as_of),
            key=f"task_list_{period}",
        )
    chosen = replace(filters, as_of=end)
    with figures:
        _parts(chosen, kpi.name, f"{period}_part")
    shown = rows(kpi.name, chosen, Page(limit=_ROWS_SHOWN))
    if shown.empty:
        st.info(_("Nothing was due, completed or moved then."), icon=":material/event_available:")
        return
    # In the order of the parts, and by limit within each.
    order = list(TASK_LIST_PART)
    shown = shown.sort_values(
        [f"{period}_part", "limit_date", "task_code"],
        key=lambda values: values.map(order.index) if values.name == f"{period}_part" else values,
        ignore_index=True,
    )
    draw_rows(kpi, shown, [name for name in kpi.columns if name not in _LEFT_OUT], chosen)
    export_button(kpi, chosen)


def _ends(as_of: date, period: str) -> list[date]:
    """The day itself, for what is still on, and the last days of the periods before."""
    ends = [as_of]
    day = as_of - timedelta(days=as_of.weekday()) if period == "week" else as_of.replace(day=1)
    for __ in range(_OFFERED):
        ends.append(day - timedelta(days=1))
        day = day - timedelta(days=7) if period == "week" else ends[-1].replace(day=1)
    return ends


def _name(end: date, period: str, as_of: date) -> str:
    if period == "month":
        name = f"{end:%Y-%m}"
    else:
        monday = end - timedelta(days=end.weekday())
        name = f"{monday:%Y-%m-%d} – {monday + timedelta(days=6):%m-%d}"
    return _("{period} (until {day})").format(period=name, day=f"{end:%m-%d}") if end == as_of else name


def _parts(filters: Filters, name: str, by: str) -> None:
    found = {group.code: group.figure.rows for group in groups(name, filters, by)}
    period = by.removesuffix("_part")
    parts: list[tuple[str, str, str, tuple[tuple[str, str], ...]]] = [
        (code, label("task_list_part", code), name, ((by, code),)) for code in TASK_LIST_PART
    ]
    following = f"tasks_due_next_{period}"
    numbers = {**found, "next": sum(group.figure.rows for group in groups(following, filters, "task_state"))}
    parts.append(("next", str(kpis()[following].title), following, ()))
    with st.container(horizontal=True, gap="medium"):
        for code, title, kpi, drill in parts:
            number = show(numbers.get(code, 0), "count")
            narrowed = replace(filters, drill=drill)
            st.page_link(
                ROWS_PAGE,
                label=f"{title} **{number}**",
                query_params=address(narrowed, bureau_now().as_of, kpi=kpi),
            )
