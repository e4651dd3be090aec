"""分阶段整改: the dated goals that the notice set, and how long it is to each of them or past it."""

from datetime import date

import streamlit as st

from components.figures import show
from components.inert import inert
from components.session import engine
from data.closing.standing import planned_steps
from data.engine import reading
from data.language import _


def planned_goals(finding_id: int, as_of: date) -> None:
    """Draw them in a box, on the day `as_of`; nothing where a notice set none."""
    with reading(engine()) as connection:
        goals = planned_steps(connection, finding_id)
    if not goals:
        return
    with st.container(border=True):
        st.subheader(_("Dated goals"))
        for day, goal in goals:
            left = (day - as_of).days
            words = _("{days} left") if left >= 0 else _("passed {days} ago")
            with st.container(horizontal=True, horizontal_alignment="distribute"):
                st.markdown(f"**{day.isoformat()}** {inert(goal)}", width="stretch")
                st.caption(words.format(days=show(abs(left), "days")), width="content")
