"""Why a finding came back: what was not accepted, sent back or reopened last, in the words of who did it."""

import streamlit as st

from components.inert import inert
from data.codes import label
from data.language import _
from queries.cards.finding_card import FindingCard

_BACK = {"not_accepted", "sent_back", "reopened"}
_ONWARD = {"submitted", "rectified", "close_requested", "closed", "transferred", "withdrawn"}


def turned_back(card: FindingCard) -> None:
    """Draw it above the next step; nothing where the finding went on since, up to the day of the card."""
    turns = [each for each in card.history if each.fact_date <= card.as_of and each.kind in _BACK | _ONWARD]
    if not turns or turns[-1].kind not in _BACK:
        return
    newest = turns[-1]
    told = [newest.fact_date.isoformat(), *(inert(words) for words in (newest.person,) if words)]
    st.warning(
        _("**{step}**: {reason}").format(
            step=label("milestone", newest.kind), reason=inert(newest.words or _("no reason was entered"))
        )
        + f"  \n:small[{' · '.join(told)}]",
        icon=":material/undo:",
    )
