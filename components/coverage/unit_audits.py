"""The audits of a unit, in hand first, each a link to its project."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import CARDS
from components.session import bureau_now
from data.codes import label
from data.language import _
from queries.cards.unit_card import UnitCard
from queries.filters import Filters

_SHOWN = 30


def unit_audits(card: UnitCard, filters: Filters) -> None:
    """Draw the newest thirty; says how many more there are."""
    with st.container(border=True):
        st.subheader(_("Past and present audits"))
        if not card.audits:
            st.text(_("No audit of this unit is on record up to this day."))
        for audit in card.audits[:_SHOWN]:
            with st.container(gap="xxsmall"):
                when = (
                    _("delivered on {day}").format(day=audit.delivery_date)
                    if audit.delivery_date
                    else _("in the plan of {year}").format(year=audit.plan_year)
                )
                notes = [label("project_type", audit.project_type), when]
                if audit.is_inherited:
                    notes.append(_("of the unit before it"))
                st.page_link(
                    CARDS["project"],
                    label=" · ".join(notes),
                    icon=":material/check_circle:" if audit.delivery_date else ":material/play_circle:",
                    query_params=address(filters, bureau_now().as_of, id=str(audit.project_id)),
                )
                # The name is text, not the link: a link is one line, and cut on a narrow screen.
                st.markdown(inert(audit.project))
        if len(card.audits) > _SHOWN:
            st.caption(_("{number} older ones are not listed.").format(number=len(card.audits) - _SHOWN))
