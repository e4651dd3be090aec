"""The reader's own requests to take rows out that are under way: what was granted can be taken."""

from datetime import datetime

import streamlit as st

from components.attempted import attempted
from components.frame.sign_in import user_now
from components.output.output_facts import output_facts
from components.output.take_output import take_output
from components.session import engine
from data.data_room.outputs import OutputError, OutputRequest, withdraw_output
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
            with st.container(horizontal=True, vertical_alignment="center"):
                is_asked = request.state(moment) == "granted" and _take_button(request, may_take=may_take)
                st.button(
                    _("Withdraw"),
                    icon=":material/undo:",
                    type="tertiary",
                    key=f"withdraw_output_{request.output_id}",
                    help=_("The file is deleted at once, and nobody decides on it any more."),
                    on_click=_withdraw,
                    args=(request.output_id,),
                )
            if is_asked:
                take_output(request)


def _take_button(request: OutputRequest, *, may_take: bool) -> bool:
    is_asked = st.button(
        _("Take the file"),
        type="primary",
        icon=":material/download:",
        key=f"take_output_{request.output_id}",
        disabled=not may_take,
    )
    if request.lapses_at is not None:
        st.caption(_("To be taken by {day}, once.").format(day=in_china(request.lapses_at).date()))
    return is_asked


def _withdraw(output_id: int) -> None:
    attempted(lambda: withdraw_output(engine(), user_now(engine()), output_id), OutputError)
