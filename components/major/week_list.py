"""The weeks of one problem of the list, newest first: what was told, and which were not."""

import streamlit as st

from components.inert import inert
from components.major.week_looks import week_looks
from data.language import _
from queries.cards.major_problem_card import MajorProblemCard

_SEEN = 12


def week_list(card: MajorProblemCard) -> None:
    """Draw the newest weeks; the earlier ones open on a click."""
    if not card.weeks:
        st.caption(_("No week is owed yet."))
        return
    for number, week in enumerate(card.weeks):
        if number == _SEEN and not st.toggle(_("Earlier weeks too"), key="major_all_weeks"):
            return
        told = card.told.get(week.week_date)
        with st.container(gap="xsmall"):
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.markdown(f"**{week.week_date.isoformat()}**", width="content")
                if told is None and not week.is_owed:
                    st.badge(_("No working day"), icon=":material/event_busy:", color="gray")
                else:
                    week_looks(week.week_colour, is_said=week.is_colour_said)
                if told is not None:
                    st.caption(
                        f"{told.progress_percent}% · {inert(told.person)} · {told.fact_date.isoformat()}"
                    )
            if told is not None:
                next_words = _("What comes next")
                st.markdown(f"{inert(told.state)}  \n:gray[{next_words}] {inert(told.next_step)}")
                if told.colour_reason:
                    why = _("{title}: {choice}").format(
                        title=_("Why another colour than by the rule"), choice=inert(told.colour_reason)
                    )
                    st.markdown(f":small[:gray[{why}]]")
