"""The dialog that makes drafts of the models in a file of another bureau."""

import streamlit as st

from components.attempted import attempted
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import engine
from data.language import _
from queries.audit_models.drafts.exchange import LARGEST_FILE, ExchangeRefusedError, carried
from queries.audit_models.drafts.importing import Imported, import_texts

_DONE = "brought_models"


def bring_models() -> None:
    """Draw it."""
    st.markdown(
        _(
            "Each model in the file becomes a draft of yours: look at it, check it, try it on data, and"
            " submit it. Nothing in it is in force before somebody else has published it."
        )
    )
    file = st.file_uploader(
        _("One model (.sql) or several (.zip)"),
        type=["sql", "zip"],
        max_upload_size=LARGEST_FILE // 1_000_000,
    )
    if not st.button(
        _("Make drafts"), type="primary", width="stretch", disabled=file is None, key="bring_models_do"
    ):
        return
    done: list[Imported] = []

    def make() -> None:
        assert file is not None  # the button is disabled without it
        done.extend(import_texts(engine(), user_now(engine()), carried(file.getvalue(), file.name)))

    if attempted(make, ExchangeRefusedError):
        st.session_state[_DONE] = tuple(done)
        st.rerun()


def brought_models() -> None:
    """Draw what became of the file that was brought last in this tab, until it is put away."""
    done = st.session_state.get(_DONE)
    if not done:
        return
    with st.container(border=True):
        for each in done:
            _tell(each)
        if st.button(_("Close"), icon=":material/close:", key="brought_models_close"):
            del st.session_state[_DONE]
            st.rerun()


def _tell(each: Imported) -> None:
    name = f"**{inert(each.code or each.name)}**"
    if each.text_id is None:
        st.markdown(f":material/block: {name}　{inert(each.refusal)}")
    elif each.faults:
        words = _("Draft made; {count} things to put right").format(count=len(each.faults))
        st.markdown(f":orange[:material/edit_note:] {name}　{words}")
        st.caption(inert(each.faults[0]))
    else:
        words = _("Draft made; every case comes out")
        st.markdown(f":green[:material/check_circle:] {name}　{words}")
