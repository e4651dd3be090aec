"""Where a unit stands in the audit universe: badges and one line of facts."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import CARDS
from components.session import bureau_now
from data.codes import label
from data.language import _
from queries.cards.unit_card import UnitCard
from queries.filters import Filters


def unit_facts(card: UnitCard, filters: Filters) -> None:
    """Draw them, with the ways to the unit above and the one before."""
    unit = card.unit
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if unit.kind:
            st.badge(label("unit_kind", unit.kind), icon=":material/domain:", color="blue")
        if unit.audit_class:
            st.badge(label("audit_class", unit.audit_class), color="blue")
        if unit.audit_object_id is None:
            st.badge(_("Not in the audit universe"), icon=":material/help:", color="gray")
        if unit.is_stub:
            st.badge(_("To be completed"), icon=":material/edit:", color="orange")
        if unit.valid_to_date and unit.valid_to_date < card.as_of:
            words = _("Ceased on {day}").format(day=unit.valid_to_date.isoformat())
            st.badge(words, icon=":material/block:", color="gray")
        places = [inert(name) for name in (unit.sector, unit.region, unit.section) if name]
        st.caption(" · ".join([*places, _("as of {day}").format(day=card.as_of.isoformat())]))
        for title, unit_id, name in (
            (_("Under {unit}"), unit.supervising_unit_id, unit.supervising_unit),
            (_("Formerly {unit}"), unit.predecessor_unit_id, unit.predecessor),
        ):
            words = title.format(unit=inert(name or ""))
            # A link to the page that is open would look like the place where the reader is.
            if unit_id and name and st.button(words, type="tertiary", icon=":material/domain:"):
                st.switch_page(
                    CARDS["unit"], query_params=address(filters, bureau_now().as_of, id=str(unit_id))
                )
