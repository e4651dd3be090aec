"""Where a text stands, as a badge."""

import streamlit as st

from data.codes import label
from data.language import _
from queries.audit_models.drafts.desk import OnDesk

_LOOKS = {
    "draft": ("edit", "gray"),
    "returned": ("undo", "orange"),
    "submitted": ("rate_review", "blue"),
    "published": ("verified", "green"),
    "superseded": ("history", "gray"),
}


def text_state(each: OnDesk) -> None:
    """Draw it."""
    icon, colour = _LOOKS.get(each.facts.state, ("history", "gray"))
    st.badge(label("model_state", each.facts.state), icon=f":material/{icon}:", color=colour)  # type: ignore[arg-type]


def title_words(each: OnDesk) -> str:
    """Plain text: what the text is called."""
    return each.title or _("(no title yet)")
