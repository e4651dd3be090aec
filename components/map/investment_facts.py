"""What else is known of an investment project: approval, owner, contractor, source."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import CARDS
from components.session import bureau_now
from data.codes import label
from data.language import _
from queries.filters import Filters
from queries.investment.investment_card import InvestmentCard


def investment_facts(card: InvestmentCard) -> None:
    """Draw the box; the owner leads to its card where it is one of the units."""
    of = card.standing
    facts = [
        (_("Code of the investment project"), of.investment_code),
        (_("Approval document"), of.approval_document),
        (_("Approved on"), of.approved_date.isoformat() if of.approved_date else None),
        (_("Sector of the investment"), label("investment_sector", of.investment_sector)),
        (_("Owner of the works"), of.owner_name or of.unit),
        (_("Contractor"), of.contractor),
        (_("Source"), of.investment_source),
    ]
    with st.container(border=True):
        st.subheader(_("Approval and parties"))
        for title, value in facts:
            if value:
                st.markdown(f":gray[{inert(title)}]  {inert(value)}")
        if of.unit_id is not None and of.unit:
            st.page_link(
                CARDS["unit"],
                label=inert(of.unit),
                icon=":material/domain:",
                query_params=address(Filters(as_of=card.as_of), bureau_now().as_of, id=str(of.unit_id)),
            )
