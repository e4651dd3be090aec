"""The desk of who writes or reviews models: what there is to do, and the ways to begin."""

import streamlit as st

from components.authoring.bring_models import bring_models, brought_models
from components.authoring.new_text import new_text
from components.authoring.take_models import take_models
from components.authoring.text_list import text_list
from components.dialog import dialog
from components.session import current_user, engine
from data.access.roles import can
from data.audit_models.authoring import PUBLISH, WRITE
from data.engine import reading
from data.language import _
from queries.audit_models.drafts.desk import desk

_FINISHED = frozenset({"published"})


def writing_desk() -> None:
    """Draw it."""
    user = current_user()
    with reading(engine()) as connection:
        lying = desk(connection, user)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if can(user, WRITE):
            if st.button(_("New model"), type="primary", icon=":material/note_add:", key="new_text"):
                dialog(_("New model"), icon=":material/note_add:")(new_text)()
            if st.button(_("Import from a file"), icon=":material/upload_file:", key="bring_models"):
                dialog(_("Models from a file"), icon=":material/upload_file:")(bring_models)()
        with st.popover(_("Export for other bureaus"), icon=":material/download:"):
            take_models()
    brought_models()
    if can(user, PUBLISH):
        st.subheader(_("Awaits your review ({count})").format(count=len(lying.to_review)))
        if lying.to_review:
            text_list(lying.to_review, is_review=True)
        else:
            st.caption(_("Nothing awaits a review. Models of others appear here once they are submitted."))
    if not can(user, WRITE):
        return
    doing = [each for each in lying.own if each.facts.state not in _FINISHED]
    done = [each for each in lying.own if each.facts.state in _FINISHED]
    st.subheader(_("What I am writing ({count})").format(count=len(doing)))
    if doing:
        text_list(doing)
    else:
        st.info(
            _(
                "You are writing no model. Begin with a copy of one that is like what you want: it brings its"
                " data, its SQL and its cases along, and each step of the form says what belongs there."
            ),
            title=_("No draft yet"),
            icon=":material/draw:",
        )
    if done:
        st.subheader(_("What I have published ({count})").format(count=len(done)))
        text_list(done)
