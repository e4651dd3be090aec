"""Where the reader is: the library, the model, the run and the hit, each a link."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import MODEL_PAGE, MODELS_PAGE, RUN_PAGE
from components.session import bureau_now
from data.language import _
from queries.audit_models.hits import SeenRun


def run_path(seen: SeenRun, here: str = "") -> None:
    """Draw it; `here` names a place below the run."""
    as_of, model = bureau_now().as_of, seen.model
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.page_link(
            MODELS_PAGE,
            label=_("Model library"),
            icon=":material/model_training:",
            query_params=address(None, as_of),
        )
        _mark()
        st.page_link(
            MODEL_PAGE,
            label=f"{model.code} {inert(str(model.title))}",
            query_params=address(None, as_of, id=model.code),
        )
        _mark()
        run = _("Run {number}").format(number=seen.facts.run_id)
        if not here:
            st.text(run)
            return
        st.page_link(RUN_PAGE, label=run, query_params=address(None, as_of, id=str(seen.facts.run_id)))
        _mark()
        st.text(here)


def _mark() -> None:
    st.markdown(":gray[›]")
