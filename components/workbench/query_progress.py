"""A query under way: how long it has been running, and the button that stops it."""

import time

import streamlit as st

from components.speaking import speaking
from data.language import _
from queries.audit_models.engines.engine import Process

_LOOKS_EVERY_SECONDS = 1.0


def query_progress(run: Process) -> None:
    """Draw it; the page is drawn anew when the query has ended."""
    st.fragment(speaking(_draw), run_every=_LOOKS_EVERY_SECONDS)(run)


def _draw(run: Process) -> None:
    if run.outcome is not None:
        st.rerun()
    seconds = int(time.monotonic() - run.began)
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(":material/hourglass_top:")
        if run.is_preparing:
            st.markdown(_("Making the data ready: masked columns are copied once for each version."))
        else:
            st.markdown(
                _("Running for {seconds} of at most {limit} seconds").format(
                    seconds=seconds, limit=run.limits.seconds
                )
            )
        st.space("stretch")
        if st.button(_("Stop"), icon=":material/stop:", key="stop_query"):
            run.stop()
            run.wait(2)
            st.rerun()
