"""Texts of models as lines to be opened."""

from collections.abc import Sequence

import streamlit as st

from components.authoring.text_state import text_state, title_words
from components.inert import inert
from data.language import _
from data.local_time import in_china
from queries.audit_models.drafts.desk import OnDesk

_SHOWN = 30


def text_list(every: Sequence[OnDesk], *, is_review: bool = False) -> None:
    """Draw them; a click opens one."""
    for each in every[:_SHOWN]:
        with st.container(border=True):
            words, button = st.columns([6, 1], vertical_alignment="center")
            with words:
                _words(each, is_review=is_review)
            opens = _("Review") if is_review else _("Open")
            if button.button(opens, key=f"open_text_{each.facts.text_id}", width="stretch"):
                st.query_params["text"] = str(each.facts.text_id)
                st.rerun()
    if len(every) > _SHOWN:
        st.caption(_("The newest {count} are shown.").format(count=_SHOWN))


def _words(each: OnDesk, *, is_review: bool) -> None:
    facts = each.facts
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{inert(facts.model_code)}** {inert(title_words(each))}", width="content")
        text_state(each)
    said = [_("version {number}").format(number=facts.version)]
    if is_review and facts.submitted_at:
        said += [
            inert(each.author),
            _("submitted {moment}").format(moment=f"{in_china(facts.submitted_at):%Y-%m-%d %H:%M}"),
        ]
    else:
        said.append(_("saved {moment}").format(moment=f"{in_china(facts.written_at):%Y-%m-%d %H:%M}"))
    if facts.state == "returned" and facts.review_note:
        said.append(
            _("sent back by {who}: {why}").format(who=inert(each.reviewer), why=inert(facts.review_note))
        )
    st.caption(" · ".join(said))
