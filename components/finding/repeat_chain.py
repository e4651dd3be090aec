"""屡审屡犯: the earlier and later findings of one chain, each with its state and a way to it."""

import streamlit as st

from components.address import address
from components.figures import show
from components.finding.finding_state import finding_state
from components.inert import inert
from components.navigation import REPEAT_PAGE
from components.session import bureau_now
from data.language import _
from queries.cards.finding_card import FindingCard
from queries.filters import Filters


def repeat_chain(card: FindingCard, filters: Filters) -> None:
    """Draw the chain, oldest first; the finding of the card itself is no link."""
    for finding in card.repeats:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f":gray[{finding.found_date.isoformat()}]", width="content")
            finding_state(finding.state)
            if finding.finding_id == card.standing.finding_id:
                st.markdown(f"**{inert(finding.title)}**", width="content")
            else:
                # A link to the page that is open would look like the place where the reader is.
                st.button(
                    inert(finding.title),
                    type="tertiary",
                    icon=":material/arrow_forward:",
                    icon_position="right",
                    key=f"repeat_{finding.finding_id}",
                    on_click=_open,
                    args=(finding.finding_id,),
                )
            amount = show(finding.amount_fen, "fen") if finding.has_amount else _("Non-monetary")
            st.caption(f"{inert(finding.finding_code)} · {inert(finding.unit)} · {amount}")
    st.page_link(
        REPEAT_PAGE,
        label=_("The story of this problem"),
        icon=":material/auto_stories:",
        query_params=address(filters, bureau_now().as_of, id=str(card.standing.finding_id)),
    )


def _open(finding_id: int) -> None:
    st.query_params["id"] = str(finding_id)
