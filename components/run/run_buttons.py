"""What can be done with a run: again exactly as it was, or its hits taken out of the data room."""

import streamlit as st

from components.model.run_progress import run_progress
from components.model.run_started import run_started
from components.run.hits_output import hits_output
from components.session import current_user, engine
from data.access.roles import can
from data.language import _
from queries.audit_models.hits import SeenRun
from queries.audit_models.repeating import repeat_run
from queries.audit_models.running import ACTION


def run_buttons(seen: SeenRun) -> None:
    """Draw them."""
    facts, user = seen.facts, current_user()
    if run_progress(facts.model_code):
        return
    if facts.outcome == "running":
        st.info(_("The run is under way."), icon=":material/hourglass_top:")
        st.button(_("Look again"), icon=":material/refresh:", key="look_again")
        return
    with st.container(horizontal=True, gap="small"):
        if can(user, ACTION) and facts.read:
            is_asked = st.button(
                _("Run again (same values, same versions of the data)"),
                icon=":material/replay:",
                key="repeat_run",
            )
        else:
            is_asked = False
        if facts.outcome == "done" and facts.row_count and can(user, "use-data"):
            with st.popover(_("Ask to take out"), icon=":material/outbox:"):
                hits_output(seen)
    if is_asked:
        run_started(lambda: repeat_run(engine(), user, facts))
