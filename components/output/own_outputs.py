"""The reader's own requests to take rows out that are under way: what was granted can be taken."""

from datetime import datetime

import streamlit as st

from components.output.output_facts import output_facts
from components.output.take_output import take_output
from data.data_room.outputs import OutputRequest
from data.language import _
from data.local_time import in_china


def own_outputs(requests: tuple[OutputRequest, ...], moment: datetime, *, may_take: bool) -> None:
    """Draw what is granted, then what waits; `may_take` is whether the reader's undertaking is valid."""
    if not requests:
        st.info(
            _(
                "None of your requests is under way. To take rows out, run a query on the page"
                " “Data query” and choose “Ask to take out” above its rows."
            ),
            icon=":material/outbox:",
        )
        return
    for request in sorted(requests, key=lambda request: request.is_granted is None):
        with st.container(border=True):
            output_facts(request, moment)
            if request.state(moment) != "granted":
                continue
            with st.container(horizontal=True, vertical_alignment="center"):
                is_asked = st.button(
                    _("Take the file"),
                    type="primary",
                    icon=":material/download:",
                    key=f"take_output_{request.output_id}",
                    disabled=not may_take,
                )
                if request.lapses_at is not None:
                    st.caption(
                        _("To be taken by {day}, once.").format(day=in_china(request.lapses_at).date())
                    )
            if is_asked:
                take_output(request)
