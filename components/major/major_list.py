"""The list of major problems, one part at a time: each part is a figure, its lines are the rows behind it."""

from functools import partial

import streamlit as st

from components.address import address
from components.address_choice import address_choice
from components.figures import show
from components.inert import inert
from components.kpi.export_button import export_button
from components.kpi.ledger_table import as_shown, shown_column
from components.line_choice import line_choice
from components.major.list_buttons import list_buttons
from components.navigation import MAJOR_PROBLEM_PAGE
from components.page_bar import page_bar, page_number
from components.session import bureau_now, figure, rows
from data.language import _, mark
from queries.catalog import kpis
from queries.filters import Filters
from queries.rows import Page

PARTS = {
    "major_problems_open": mark("On the list"),
    "major_states_missing": mark("This week missing"),
    "major_problems_red": mark("Stuck or late"),
    "major_problems_to_review": mark("To be reviewed"),
    "major_problems_to_approve": mark("To be approved"),
    "major_problems_closed": mark("Closed out from the list"),
    "major_candidates": mark("Candidates"),
}
_COLUMNS = [
    "week_colour",
    "title",
    "week_state",
    "progress_percent",
    "week_next_step",
    "week_date",
    "major_stage",
    "lead_section",
    "tracker",
    "unit",
    "weeks_missed",
    "due_date",
    "amount_fen",
    "listed_date",
    "finding_code",
]
_LEFT = [
    "title",
    "major_stage",
    "left_list_date",
    "unit",
    "lead_section",
    "amount_fen",
    "listed_date",
    "finding_code",
]
_NEW = ["title", "unit", "section", "state", "due_date", "amount_fen", "project", "finding_code"]
_COLUMNS_OF = {"major_problems_closed": _LEFT, "major_candidates": _NEW}
_SHOWN = 50
_NAME = "major"


def major_list(filters: Filters) -> None:
    """Draw the part that is chosen, and what can be done with the line that is chosen in it."""
    counts = {name: int(figure(name, filters).value or 0) for name in PARTS}
    first = next((name for name in PARTS if counts[name]), "major_problems_open")
    part = address_choice(
        _("Show"),
        {name: f"{_(words)} {show(counts[name], 'count')}" for name, words in PARTS.items()},
        "part",
        key="major_part",
        usual=first,
        look="bare segments",
    )
    if not counts[part]:
        st.info(_("None at the moment."), icon=":material/check:")
        return
    number = page_number(counts[part], _SHOWN, _NAME)
    order = "listed_date" if part != "major_candidates" else "amount_fen"
    page = Page(order_by=order, is_descending=True, limit=_SHOWN, offset=(number - 1) * _SHOWN)
    frame = rows(part, filters, page)
    columns = _COLUMNS_OF.get(part, _COLUMNS)
    numbers = [int(number) for number in frame["major_problem_id"]]
    picked = line_choice(
        as_shown(frame, columns),
        {name: shown_column(name, frame) for name in columns},
        numbers,
        key=f"major_{part}_{number}",
    )
    page_bar(
        counts[part],
        _SHOWN,
        len(frame),
        _NAME,
        note=_("Choose a line to open the problem or to work on it."),
        act=partial(export_button, kpis()[part], filters),
    )
    if picked.opened is None:
        return
    chosen = frame.iloc[picked.opened]
    with st.container(border=True):
        st.page_link(
            MAJOR_PROBLEM_PAGE,
            label=inert(f"{chosen['finding_code']} {chosen['title']}"),
            icon=":material/chevron_right:",
            query_params=address(filters, bureau_now().as_of, id=str(numbers[picked.opened]), kpi=part),
        )
        list_buttons(numbers[picked.opened], filters)
