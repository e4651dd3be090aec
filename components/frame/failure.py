"""What a reader sees when a page fails: what happened, what was kept, what to do. The log has the details."""

import logging

import streamlit as st

from data.engine import now
from data.language import _
from data.local_time import in_china

_log = logging.getLogger(__name__)


def failure(error: Exception) -> None:
    """Draw the state "failed" and log the error under the moment that the screen shows."""
    moment = in_china(now()).strftime("%Y-%m-%d %H:%M:%S")
    _log.error("a page failed at %s", moment, exc_info=error)
    with st.container(border=True):
        st.subheader(_("This page could not be shown"), anchor=False, icon=":material/report:")
        st.markdown(
            _("Nothing that was saved is lost. Try again; if it fails again, go back to the overview.")
        )
        st.caption(
            _("For the system administrator: look in the server's log at {moment}.").format(moment=moment)
        )
        st.button(_("Try again"), type="primary", icon=":material/refresh:")
