"""The audits of an official's posts: what each is, where it stands, and what followed from it."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import CARDS
from components.session import bureau_now
from data.codes import label
from data.language import _
from queries.cards.official_card import AuditOfPost, OfficialCard
from queries.filters import Filters


def official_audits(card: OfficialCard, filters: Filters) -> None:
    """Draw the audits, what is in hand first, then the newest."""
    with st.container(border=True):
        st.subheader(_("Audits of these posts"))
        if not card.audits:
            st.caption(_("No audit of these posts is in the plan or delivered."))
        for audit in card.audits:
            icon = "assignment_turned_in" if audit.delivery_date else "assignment"
            facts = _facts(audit)
            with st.container(gap="xxsmall"):
                st.page_link(
                    CARDS["project"],
                    label=" · ".join(facts[:2]),
                    icon=f":material/{icon}:",
                    query_params=address(filters, bureau_now().as_of, id=str(audit.project_id)),
                )
                # The name is text, not the link: a link is one line, and cut on a narrow screen.
                st.markdown(inert(audit.project))
                st.caption(" · ".join(facts[2:]))


def _facts(audit: AuditOfPost) -> list[str]:
    found = [label("project_type", audit.project_type), label("audit_occasion", audit.occasion)]
    if audit.delivery_date:
        found.append(_("report delivered on {day}").format(day=audit.delivery_date.isoformat()))
    elif audit.entry_date:
        found.append(_("on site since {day}").format(day=audit.entry_date.isoformat()))
    else:
        found.append(_("not started"))
    if audit.notified_date:
        found.append(_("told of responsibility on {day}").format(day=audit.notified_date.isoformat()))
    if audit.feedback_date:
        found.append(_("list of problems handed over on {day}").format(day=audit.feedback_date.isoformat()))
    if audit.result_used_date:
        used = _("result used on {day}").format(day=audit.result_used_date.isoformat())
        found.append(f"{used} {inert(audit.result_use or '')}".rstrip())
    elif audit.delivery_date:
        found.append(_("result not used yet"))
    return found
