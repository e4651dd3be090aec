"""Where the address names a job that the server knows no more: what became of its files."""

import streamlit as st

from components.upload.upload_place import is_job_lost
from data.language import _


def lost_job() -> None:
    """Draw it; nothing where the address names no job, or one that is there."""
    if is_job_lost():
        st.info(
            _(
                "Nothing is lost: what was stored is in the data catalogue, and a file that was not is among"
                " the waiting ones below, to go on with."
            ),
            title=_("The server was started anew since, or nothing is known of this job"),
            icon=":material/restart_alt:",
        )
