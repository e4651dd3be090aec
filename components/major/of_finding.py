"""On the page of a finding: its place on the list of major problems, or the way onto it."""

import streamlit as st

from components.address import address
from components.major.list_buttons import list_buttons
from components.navigation import MAJOR_PROBLEM_PAGE
from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.codes import label
from data.engine import reading
from data.language import _
from data.major_problems.standing import standing
from data.major_problems.transitions import LIST
from queries.filters import Filters


def of_finding(finding_id: int, filters: Filters) -> None:
    """Draw the link to the problem's story, or for who may list it the button; nothing for others."""
    with reading(engine()) as connection:
        there = standing(connection, finding_id, filters.as_of)
    if there is None:
        return
    if there.steps:
        stage = label("major_stage", there.stage)
        st.page_link(
            MAJOR_PROBLEM_PAGE,
            label=_("List of major problems: {stage}").format(stage=stage),
            icon=":material/priority_high:",
            query_params=address(filters, bureau_now().as_of, id=str(finding_id)),
        )
    elif can(current_user(), LIST) and filters.as_of == bureau_now().as_of:
        list_buttons(finding_id, filters)
