"""A model in the library: what it is for, whether it runs here, and what came of it, in four lines."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.model.favourite_button import favourite_button
from components.model.model_words import (
    code_words,
    data_words,
    owner_words,
    rate_words,
    run_words,
    severity_words,
)
from components.navigation import MODEL_PAGE
from components.session import bureau_now
from data.codes import label
from data.language import _
from queries.audit_models.library import Shelved
from queries.run import Figure


def model_card(each: Shelved, rate: Figure | None) -> None:
    """Draw it; `rate` is the confirmation rate of its suspects."""
    model = each.model
    with st.container(border=True, height="stretch", gap=None):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.page_link(
                MODEL_PAGE,
                label=f"**{inert(str(model.title))}** :gray[{inert(code_words(each))}]",
                query_params=address(None, bureau_now().as_of, id=model.code),
                width="stretch",
            )
            favourite_button(model.code, is_favourite=each.is_favourite)
        version = _("version {number}").format(number=model.version)
        method = label("model_method", model.method)
        facts = [
            data_words(each),
            severity_words(model.severity),
            f":gray[{method}]",
        ]
        outcome = " · ".join(words for words in (run_words(each), rate_words(rate)) if words)
        lines = [
            f":gray[{inert(str(model.risk))}]",
            " · ".join(facts),
            f":gray[{version} · {inert(owner_words(each))}]",
            outcome,
        ]
        st.markdown("  \n".join(f":small[{line}]" for line in lines if line))
