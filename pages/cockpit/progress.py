"""项目进度: is the plan carried out, who stays on site too long, where work is late, and who carries it."""

from dataclasses import replace

import streamlit as st

from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.course_chart import course_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.kpi_tile import kpi_tile
from components.kpi.rows_ledger import rows_ledger
from components.project.calendar_banner import calendar_banner
from components.project.no_projects import no_projects
from components.project.progress_actions import progress_actions
from components.project.project_gantt import project_gantt
from components.project.work_by_month import work_by_month
from data.language import _, listed
from queries.catalog import kpis

st.title(_("Project progress"))
filters = filter_bar(offers=("year", "region", "section", "project_type"))
calendar_banner(filters)

# A plan is judged year by year: where no year is chosen, that of the day.
this_year = replace(filters, year=filters.year or filters.as_of.year)
OF_THE_YEAR = ("plan_execution_rate", "on_site_limit_compliance")
TILES = (
    ("plan_execution_rate", "projects_running", "projects_late", "on_site_limit_compliance"),
    ("on_site_days_median", "staff_on_site", "online_work_share", "dual_lead_share"),
)
is_empty = no_projects()
for row in TILES:
    for place, name in zip(st.columns(4), row, strict=True):
        with place:
            kpi_tile(name, this_year if name in OF_THE_YEAR else filters)
if is_empty:
    st.stop()

if filters.year is None:
    st.caption(
        _("{names}: plan of {year}.").format(
            names=listed(str(kpis()[name].title) for name in OF_THE_YEAR), year=this_year.year
        )
    )

picture, action = st.columns([2, 1])
with picture:
    project_gantt(filters, title=_("How far are projects against plan?"))
with action:
    progress_actions(filters)

delay, load = st.columns(2)
with delay:
    breakdown_chart("stage_delay", "stage", filters, title=_("At which stages is time lost?"))
with load:
    breakdown_chart("lead_load", "lead", filters, title=_("Who leads how many running projects?"), sort=True)

share, work = st.columns(2)
with share:
    course_chart("online_work_share", filters, title=_("How much of the work is done online?"))
with work:
    work_by_month(filters)

staff, steps, filing = st.columns(3)
with staff:
    breakdown_chart("staff_on_site", "section", filters, title=_("Where are auditors on site now?"))
with steps:
    breakdown_chart(
        "projects_running", "digital_step", filters, title=_("Which of the four steps are running?")
    )
with filing:
    kpi_tile("archive_on_time", filters)
    kpi_tile("digital_step_share", filters)

st.subheader(_("Projects in the plan"))
rows_ledger("projects_in_plan", filters)
