"""The head of a model's card: what it is called, how serious its suspects are, whose it is."""

import streamlit as st

from components.inert import inert
from components.model.favourite_button import favourite_button
from components.model.model_words import SEVERITY_COLOURS, owner_words
from data.codes import label
from data.language import _
from queries.audit_models.library import Shelved


def model_head(each: Shelved) -> None:
    """Draw it."""
    model = each.model
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.header(f"{model.code} {inert(str(model.title))}", width="content")
        favourite_button(model.code, is_favourite=each.is_favourite)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        colour = SEVERITY_COLOURS[model.severity]
        st.badge(label("severity", model.severity), icon=":material/priority_high:", color=colour)  # type: ignore[arg-type]
        st.badge(label("model_sector", model.sector), icon=":material/category:", color="blue")
        st.badge(label("model_method", model.method), icon=":material/function:", color="blue")
        for alias in model.aliases:
            st.badge(alias, icon=":material/sell:", color="gray")
        words = [_("version {number}").format(number=model.version), inert(owner_words(each))]
        if each.published_date:
            words.append(_("published on {day}").format(day=each.published_date.isoformat()))
        st.caption(" · ".join(words))
