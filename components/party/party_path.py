"""Where the reader is: a party below the hit or the suspect that it was opened from, each a link."""

import streamlit as st

from components.address import address
from components.navigation import HIT_PAGE, MODELS_PAGE, RUN_PAGE, SUSPECT_PAGE, SUSPECTS_PAGE
from components.session import bureau_now, engine
from data.engine import reading
from data.language import _
from queries.audit_models.parties import party_of_suspect


def party_path(here: str) -> None:
    """Draw it for a party that could be opened; `here` is what the party is."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if "run" in st.query_params:
            _to_hit(st.query_params["run"], int(st.query_params["hit"]))
        else:
            _to_suspect(int(st.query_params["id"]))
        st.text(here)


def _to_hit(run: str, number: int) -> None:
    as_of = bureau_now().as_of
    st.page_link(
        MODELS_PAGE,
        label=_("Model library"),
        icon=":material/model_training:",
        query_params=address(None, as_of),
    )
    _mark()
    words = _("Run {number}").format(number=int(run))
    st.page_link(RUN_PAGE, label=words, query_params=address(None, as_of, id=run))
    _mark()
    words = _("Hit {number}").format(number=number + 1)
    st.page_link(HIT_PAGE, label=words, query_params=address(None, as_of, run=run, hit=str(number)))
    _mark()


def _to_suspect(suspect_party_id: int) -> None:
    as_of = bureau_now().as_of
    st.page_link(
        SUSPECTS_PAGE,
        label=_("Suspects"),
        icon=":material/search_insights:",
        query_params=address(None, as_of),
    )
    _mark()
    with reading(engine()) as connection:
        found = party_of_suspect(connection, suspect_party_id)
    if found is not None:
        st.page_link(SUSPECT_PAGE, label=_("Suspect"), query_params=address(None, as_of, id=str(found[1])))
        _mark()


def _mark() -> None:
    st.markdown(":gray[›]")
