"""What waits for a decision: other people's requests to take rows out, each with its two answers."""

from datetime import datetime
from functools import partial

import streamlit as st

from components.decision_buttons import decision_buttons
from components.output.decide_output import decide_output
from components.output.output_facts import output_facts
from data.data_room.outputs import OutputRequest
from data.language import _


def outputs_to_decide(waiting: tuple[OutputRequest, ...], moment: datetime) -> None:
    """Draw the requests, the oldest first: it has waited longest."""
    if not waiting:
        st.info(_("Nothing waits for a decision."), icon=":material/done_all:")
        return
    for request in reversed(waiting):
        with st.container(border=True):
            output_facts(request, moment)
            with st.container(horizontal=True, gap="small"):
                decision_buttons(
                    f"output_{request.output_id}",
                    yes=_("Grant"),
                    no=_("Do not grant"),
                    answered=partial(decide_output, request, moment),
                )
