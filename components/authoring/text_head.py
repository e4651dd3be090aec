"""The head of a text: what it is called, where it stands, whose it is, and the way back to the desk."""

import streamlit as st

from components.authoring.text_state import text_state, title_words
from components.inert import inert
from data.language import _
from data.local_time import in_china
from queries.audit_models.drafts.desk import OnDesk


def text_head(each: OnDesk) -> None:
    """Draw it."""
    facts = each.facts
    if st.button(_("All my models"), icon=":material/arrow_back:", type="tertiary", key="text_back"):
        del st.query_params["text"]
        st.rerun()
    st.header(f"{inert(facts.model_code)} {inert(title_words(each))}")
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        text_state(each)
        said = [_("version {number}").format(number=facts.version), inert(each.author)]
        said.append(_("saved {moment}").format(moment=f"{in_china(facts.written_at):%Y-%m-%d %H:%M}"))
        if facts.reviewed_at and each.reviewer:
            said.append(
                _("reviewed by {who} {moment}").format(
                    who=inert(each.reviewer), moment=f"{in_china(facts.reviewed_at):%Y-%m-%d %H:%M}"
                )
            )
        st.caption(" · ".join(said))
    if facts.state == "returned" and facts.review_note:
        st.warning(
            inert(facts.review_note),
            title=_("{who} sent it back").format(who=each.reviewer),
            icon=":material/undo:",
        )
    elif facts.state == "published" and facts.review_note:
        st.caption(_("Reviewer: {note}").format(note=inert(facts.review_note)))
