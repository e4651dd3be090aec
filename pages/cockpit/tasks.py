"""任务与督办: which section is behind, what is due, the lists, the board, the resolutions, the scoreboard."""

from dataclasses import replace

import streamlit as st

from components.address_choice import address_choice
from components.kpi.export_button import export_button
from components.kpi.filter_bar import filter_bar
from components.kpi.kpi_tile import kpi_tile
from components.kpi.ledger_table import ledger_table
from components.kpi.rate_table import rate_table
from components.task.new_task_button import new_task_button
from components.task.no_tasks import no_tasks
from components.task.pressing_tasks import pressing_tasks
from components.task.task_board import task_board
from components.task.task_list import task_list
from components.task.task_states import task_states
from data.language import _
from queries.catalog import kpis
from queries.planning.scoreboard import SCOREBOARD

st.title(_("Tasks and supervision"))
filters = filter_bar(offers=("year", "region", "section"))

TILES = ("task_completion_rate", "tasks_overdue", "tasks_completed_on_time", "committee_item_completion")
# Resolutions are promised for each year, by every plan: where no year is chosen, that of the day.
OF_THE_YEAR = "committee_item_completion"
this_year = replace(filters, year=filters.year or filters.as_of.year)
is_empty = no_tasks(filters)
for place, name in zip(st.columns(4), TILES, strict=True):
    with place:
        kpi_tile(name, this_year if name == OF_THE_YEAR else filters)
if is_empty:
    st.stop()

if filters.year is None:
    st.caption(
        _("{title}: only those of {year}.").format(title=kpis()[OF_THE_YEAR].title, year=this_year.year)
    )

picture, action = st.columns([2, 1])
with picture:
    task_states(filters)
with action:
    pressing_tasks(filters)

PARTS = {
    "week": _("Weekly list"),
    "month": _("Monthly list"),
    "board": _("Task board"),
    "resolutions": _("Committee resolutions"),
    "scoreboard": _("Section scoreboard"),
}
part = address_choice(_("Show"), PARTS, "part", key="task_part", look="segments")
new_task_button()
match part:
    case "board":
        task_board(filters)
    case "resolutions":
        search = ledger_table(kpis()["committee_items"], filters)
        export_button(kpis()["committee_items"], filters, search=search)
    case "scoreboard":
        rate_table(
            filters,
            "section",
            title=_("What has each section achieved?"),
            names=SCOREBOARD,
        )
    case period:
        task_list(filters, period)
