"""A run under way: how far it is, how long it has been going on, and the button that cancels it."""

import time

import streamlit as st

from components.address import address
from components.model.run_started import KEY
from components.navigation import RUN_PAGE
from components.session import bureau_now
from components.speaking import speaking
from data.language import _
from queries.audit_models.running import Started

_LOOKS_EVERY_SECONDS = 1.0
_WHOLE = 100


def run_progress(code: str) -> bool:
    """Whether a run of that model is under way in this tab; one that has ended opens its page."""
    started = st.session_state.get(KEY)
    if not isinstance(started, Started) or started.facts.model_code != code:
        return False
    if started.process.outcome is not None:
        del st.session_state[KEY]
        parts = address(None, bureau_now().as_of, id=str(started.facts.run_id))
        st.switch_page(RUN_PAGE, query_params=parts)
    st.fragment(speaking(_draw), run_every=_LOOKS_EVERY_SECONDS)(started)
    return True


def _draw(started: Started) -> None:
    run = started.process
    if run.outcome is not None:
        st.rerun()
    seconds = _("Running for {seconds} of at most {limit} seconds").format(
        seconds=int(time.monotonic() - run.began), limit=run.limits.seconds
    )
    if run.percent is None:
        st.markdown(f":material/hourglass_top: {seconds}")
    else:
        words = _("{percent} % done").format(percent=run.percent)
        st.progress(min(run.percent, _WHOLE), text=f"{words} · {seconds}")
    if st.button(_("Cancel the run"), icon=":material/stop:", key="cancel_model_run", width="stretch"):
        run.stop()
        run.wait(2)
        st.rerun()
