"""How far each project is: its stages against the plan, latest first; a click opens the project."""

from datetime import date
from typing import Any

import streamlit as st

from components.address import address
from components.address_choice import address_choice
from components.charts.draw import draw
from components.charts.gantt import GanttBar, GanttRow, gantt
from components.figures import is_missing, show
from components.navigation import CARDS
from components.page_bar import page_choice
from components.session import bureau_now, project_stages, row_count, rows
from data.codes import label
from data.language import _
from queries.cards.project_stages import Stage
from queries.catalog import kpis
from queries.filters import Filters
from queries.rows import Page

_VIEWS = ("projects_late", "projects_running", "projects_in_plan")
_SHOWN = 15
_NAME = "gantt"
_PHASE_OF = dict.fromkeys(("scheme", "notice"), "preparation") | {
    "entry": "on_site",
    **dict.fromkeys(("exit", "consultation", "review", "adjudication", "meeting"), "reporting"),
    **dict.fromkeys(("delivery", "rectification"), "after"),
}


def project_gantt(filters: Filters, *, title: str) -> None:
    """Draw the projects that are late, running or in the plan, fifteen at a time."""
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        view = address_choice(
            _("Projects shown"),
            {name: f"{kpis()[name].title} {show(row_count(name, filters, ''), 'count')}" for name in _VIEWS},
            "projects",
            key="gantt_view",
            usual="projects_running",
            look="bare segments",
        )
        number = page_choice(row_count(view, filters, ""), _SHOWN, _NAME)
    page = Page(order_by="delay_days", is_descending=True, limit=_SHOWN, offset=(number - 1) * _SHOWN)
    frame = rows(view, filters, page)
    stages = project_stages(tuple(frame["project_id"].tolist()), filters.as_of)
    projects: list[Any] = list(frame.itertuples())
    drawn = [_row(row, stages.get(row.project_id, ()), filters.as_of) for row in projects]
    phases = {
        "preparation": _("Preparation"),
        "on_site": _("Entry to exit"),
        "reporting": _("From exit to delivery"),
        "after": _("Rectification and filing"),
    }
    chart = gantt(drawn, as_of=filters.as_of, phases=phases, title=title, late=_("Past the planned date"))
    clicked = draw(chart, key=f"gantt_{view}_{number}")
    st.caption(
        _("Dashed line: {day}. Right: working days past the planned date of the stage awaited.").format(
            day=filters.as_of.isoformat()
        )
    )
    if clicked is not None:
        st.switch_page(
            CARDS["project"], query_params=address(filters, bureau_now().as_of, id=str(clicked), kpi=view)
        )


def _row(project: Any, stages: tuple[Stage, ...], as_of: date) -> GanttRow:
    drawn = [stage for stage in stages if stage.stage != "approval"]
    planned = [stage.planned_date for stage in drawn if stage.planned_date and stage.stage in _UP_TO_DELIVERY]
    is_late = bool(not is_missing(project.next_planned_date)) and project.delay_days > 0
    return GanttRow(
        code=str(project.project_id),
        label=str(project.project_code if is_missing(project.unit) else project.unit),
        name=f"{project.project_code} {project.project}",
        planned=(min(planned), max(planned)) if planned else None,
        bars=tuple(_bars(drawn, as_of)),
        late_since=project.next_planned_date.date() if is_late else None,
        note=_note(project, is_late=is_late),
    )


_UP_TO_DELIVERY = [*(stage for stage, phase in _PHASE_OF.items() if phase != "after"), "delivery"]


def _bars(stages: list[Stage], as_of: date) -> list[GanttBar]:
    """Each stage reached lasts until the next one was; the last one until the day asked for."""
    reached = sorted(
        (stage for stage in stages if stage.actual_date), key=lambda stage: stage.actual_date or as_of
    )
    bars = []
    for place, stage in enumerate(reached):
        following = reached[place + 1].actual_date if place + 1 < len(reached) else None
        phase = _PHASE_OF.get(stage.stage)
        if phase is None or stage.actual_date is None:
            continue
        words = f"{label('project_stage', stage.stage)} {stage.actual_date.isoformat()}"
        bars.append(GanttBar(stage.actual_date, following or as_of, phase, words))
    return bars


def _note(project: Any, *, is_late: bool) -> str:
    if is_late:
        return "+" + show(project.delay_days, "days")
    return label("project_stage", project.current_stage) if not is_missing(project.current_stage) else ""
