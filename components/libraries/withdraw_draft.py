"""The dialog that takes a project out of a draft plan."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import engine
from data.language import _
from data.planning.draft_plan import DraftPlanError
from data.planning.draft_plan import withdraw_draft as withdraw
from queries.planning.plan_drafts import Draft


def withdraw_draft(draft: Draft) -> None:
    """Open the dialog. The page behind it is drawn anew when the project is taken out."""
    dialog(_("Take out of the draft"), icon=":material/undo:")(_draw)(draft)


def _draw(draft: Draft) -> None:
    st.markdown(f"**{inert(draft.project)}**")
    st.caption(
        _("The item it came from waits in its library again.")
        if draft.library
        else _("It did not come from a library: the project is deleted, the event log keeps its name.")
    )
    if not st.button(_("Take out"), type="primary", width="stretch"):
        return
    if attempted(lambda: withdraw(engine(), user_now(engine()), draft.project_id), DraftPlanError):
        st.rerun()
