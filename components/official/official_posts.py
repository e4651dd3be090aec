"""The posts of an official: term, class, how long, audited or not; each with the way to its unit."""

import streamlit as st

from components.address import address
from components.figures import NO_DATA
from components.inert import inert
from components.navigation import CARDS
from components.session import bureau_now
from data.codes import label
from data.language import _
from queries.cards.official_card import HeldPost, OfficialCard
from queries.filters import Filters


def official_posts(card: OfficialCard, filters: Filters) -> None:
    """Draw the posts, those held on the day first."""
    with st.container(border=True):
        st.subheader(_("Posts"))
        for post in card.posts:
            with st.container(gap="xxsmall"):
                with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                    st.markdown(f"**{inert(post.title)}**", width="content")
                    _badges(post)
                st.page_link(
                    CARDS["unit"],
                    label=inert(post.unit),
                    icon=":material/domain:",
                    query_params=address(filters, bureau_now().as_of, id=str(post.unit_id)),
                )
                st.caption("  \n".join(_lines(post)))


def _badges(post: HeldPost) -> None:
    if post.end_date:
        st.badge(_("Left"), icon=":material/logout:", color="gray")
    if post.is_audit_exempt:
        st.badge(_("Not a subject of audits"), icon=":material/block:", color="gray")
    elif post.last_ec_audit_date:
        st.badge(_("Audited in this term"), icon=":material/check_circle:", color="green")
    else:
        st.badge(_("Not audited in this term"), icon=":material/schedule:", color="orange")
    if post.audit_class:
        st.badge(label("audit_class", post.audit_class), color="blue")
    if post.leader_side:
        st.badge(label("leader_side", post.leader_side), color="blue")


def _lines(post: HeldPost) -> list[str]:
    until = post.end_date.isoformat() if post.end_date else _("today")
    since = post.start_date.isoformat() if post.start_date else NO_DATA
    term = f"{since} – {until}"
    if post.tenure_years is not None:
        tenure = _("{number} full years").format(number=post.tenure_years)
        term = f"{term} · {tenure}"
    lines = [term]
    if not post.end_date:
        end = post.expected_end_date.isoformat() if post.expected_end_date else _("not filled in")
        retirement = post.retirement_date.isoformat() if post.retirement_date else _("not filled in")
        lines.append(
            _("expected end of term {end}, expected retirement {retirement}").format(
                end=end, retirement=retirement
            )
        )
    if post.last_ec_audit_date:
        lines.append(_("last audited on {day}").format(day=post.last_ec_audit_date.isoformat()))
    return lines
