"""One finding in the story of a repeated problem: when, how much, what was done, how it stands."""

import streamlit as st

from components.address import address
from components.decision_buttons import decision_buttons
from components.figures import show
from components.finding.finding_state import finding_state
from components.inert import inert
from components.navigation import FINDING_PAGE
from components.repeat.decide_dialog import decide_dialog
from components.session import bureau_now
from data.language import _
from queries.filters import Filters
from queries.repeats.candidates import Candidate
from queries.repeats.story import Chapter


def chapter(entry: Chapter, filters: Filters, *, is_here: bool, waiting: Candidate | None) -> None:
    """Draw it as a card; `is_here` marks the finding from which the reader came, `waiting` is what the reader
    may decide about it.
    """
    found = entry.standing
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{found.plan_year}**", width="content")
            finding_state(found.state)
            if found.is_repeat:
                st.badge(_("Repeat finding"), icon=":material/repeat:", color="orange")
            if is_here:
                st.badge(_("this finding"), color="blue")
            amount = show(found.amount_fen, "fen") if found.has_amount else _("Non-monetary")
            st.caption(f"{found.found_date.isoformat()} · {inert(found.project)} · {amount}")
        st.page_link(
            FINDING_PAGE,
            label=inert(found.title),
            icon=":material/chevron_right:",
            query_params=address(filters, bureau_now().as_of, id=str(found.finding_id)),
        )
        told = ((_("Measures"), entry.measures), (_("Account of the rectification"), entry.account))
        for title, words in told:
            if words:
                st.markdown(f":gray[{title}] {inert(words)}")
        if entry.rules:
            st.markdown(_(":gray[Rules established] {count}").format(count=entry.rules))
        if entry.decision:
            is_repeat, who, reason, day = entry.decision
            verdict = _("Confirmed as a repeat") if is_repeat else _("Decided: no repeat")
            st.caption(f"{verdict} · {day.isoformat()} · {inert(who)} · {inert(reason)}")
        if waiting is not None:
            _buttons(waiting)


def _buttons(waiting: Candidate) -> None:
    st.caption(
        _("Looks like a repeat of the finding of {year}; nobody has decided.").format(year=waiting.prior_year)
    )
    with st.container(horizontal=True, gap="small"):
        decision_buttons(
            f"repeat_{waiting.finding_id}",
            yes=_("Confirm as a repeat"),
            no=_("No repeat"),
            answered=lambda is_repeat: decide_dialog([waiting], is_repeat=is_repeat),
        )
