"""报告: the weekly report, the monthly list and the annexes for the people's congress, to take along."""

from dataclasses import replace

import streamlit as st

from components.address import address
from components.kpi.filter_bar import filter_bar
from components.navigation import SNAPSHOTS_PAGE
from components.overview.no_ledger import no_ledger
from components.page_guard import page_guard
from components.report.report_card import report_card
from components.session import bureau_now, current_user
from data.language import _

page_guard(current_user(), "see-rows")
st.title(_("Reports"))
filters = filter_bar(offers=("region", "section"))
if no_ledger():
    st.stop()

today = bureau_now().as_of
left, right = st.columns(2)
with left:
    day = st.date_input(_("Figures of the day"), filters.as_of, max_value=today, format="YYYY-MM-DD")
with right:
    year = st.number_input(
        _("Plan year of the audit work report (people's congress)"),
        2000,
        today.year,
        today.year - 1,
        format="%d",
    )
chosen = replace(filters, as_of=day, year=None, drill=())

CARDS = (
    (
        "weekly",
        "calendar_view_week",
        _("The week up to the day: where the ledger stands, what changed, what presses, tasks done and due."),
        chosen,
    ),
    (
        "monthly",
        "calendar_view_month",
        _("The month up to the day: found, rectified, overdue and due item by item, and tasks."),
        chosen,
    ),
    (
        "major",
        "priority_high",
        _(
            "The list of major problems in the week: each with its state, what comes next, and what was "
            "not told."
        ),
        chosen,
    ),
    (
        "congress",
        "account_balance",
        _(
            "What the audit work report told, by type, district, class and unit; changes, charts, what is "
            "open."
        ),
        replace(chosen, year=int(year)),
    ),
)
for row in (CARDS[:2], CARDS[2:]):
    for place, (kind, icon, told, asked) in zip(st.columns(2), row, strict=True):
        with place:
            report_card(kind, icon, told, asked)
st.caption(
    _(
        "Word: set as an official document; number, signature and seal are added by the office. Excel: every "
        "row, the charts, and for each figure the command that gives it."
    )
)
st.page_link(
    SNAPSHOTS_PAGE,
    label=_("Month-end snapshots"),
    icon=":material/ac_unit:",
    query_params=address(None, today),
)
