"""The coverage rules that a unit falls under, and how it stands with each."""

import streamlit as st

from components.inert import inert
from data.codes import label
from data.language import _
from data.shipped_names import shipped_name
from queries.cards.unit_card import UnitCard

_LOOKS = {
    "covered": ("green", "check_circle"),
    "in_hand": ("blue", "play_circle"),
    "new": ("gray", "hourglass_empty"),
    "never": ("red", "error"),
    "lapsed": ("orange", "warning"),
}


def unit_duties(card: UnitCard) -> None:
    """Draw one line per duty: the rule, its state, and until when the next audit is due."""
    with st.container(border=True):
        st.subheader(_("Coverage"))
        if not card.duties:
            st.text(_("No coverage rule applies to this unit on this day."))
        for duty in card.duties:
            with st.container(gap="xxsmall"):
                colour, icon = _LOOKS[duty.state]
                who = " · ".join(inert(name) for name in (duty.official, duty.post_title) if name)
                with st.container(
                    horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
                ):
                    st.markdown(f"**{inert(shipped_name(duty.rule))}**" + (f" :gray[{who}]" if who else ""))
                    st.badge(label("coverage_state", duty.state), icon=f":material/{icon}:", color=colour)  # type: ignore[arg-type]
                st.caption(_when(duty.last_audit_date, duty.next_audit_date))


def _when(last: object, due: object) -> str:
    words = _("Last audit {day}").format(day=last) if last else _("No audit on record")
    return f"{words} · " + (_("next due by {day}").format(day=due) if due else _("due now"))
