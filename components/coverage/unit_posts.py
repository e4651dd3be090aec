"""Who leads a unit and led it: each post a link to the official, where there is a page for it."""

import streamlit as st

from components.address import address
from components.figures import NO_DATA
from components.inert import inert
from components.navigation import CARDS
from components.session import bureau_now
from data.language import _
from queries.cards.unit_card import UnitCard
from queries.filters import Filters


def unit_posts(card: UnitCard, filters: Filters) -> None:
    """Draw the posts, those held on the day first; nothing where none is on record."""
    if not card.posts:
        return
    with st.container(border=True):
        st.subheader(_("Leading posts"))
        for post in card.posts:
            with st.container(gap="xxsmall"):
                words = inert(f"{post.official} · {post.title}")
                st.page_link(
                    CARDS["official"],
                    label=words,
                    icon=":material/person:" if post.end_date is None else ":material/person_off:",
                    query_params=address(filters, bureau_now().as_of, id=str(post.official_id)),
                )
                audited = (
                    _("economic responsibility audited on {day}").format(day=post.last_audit_date)
                    if post.last_audit_date
                    else _("economic responsibility not audited")
                )
                until = post.end_date or _("today")
                st.caption(f"{post.start_date or NO_DATA} – {until} · {audited}")
