"""The reader's jobs: those that run or wait for their turn, and those that ended since the last start."""

import streamlit as st

from components.figures import show
from components.inert import inert
from components.session import current_user
from components.upload.upload_place import look_at
from data.bringing.jobs import CANCELLED, DONE, REFUSED, RUNNING, WAITING, Job, forget_job, jobs_of
from data.language import _, mark

_STATES = {
    WAITING: (mark("Waiting for its turn"), "hourglass_top", "gray"),
    RUNNING: (mark("On its way"), "sync", "blue"),
    DONE: (mark("Brought in"), "task_alt", "green"),
    CANCELLED: (mark("Cancelled"), "cancel", "gray"),
    REFUSED: (mark("Not brought in"), "block", "red"),
}


def job_list() -> None:
    """Draw it; nothing where there is none."""
    jobs = jobs_of(current_user())
    if not jobs:
        return
    st.subheader(_("Bringing in"))
    for job in jobs:
        _line(job)


def _line(job: Job) -> None:
    title, icon, colour = _STATES[job.state]
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        words = _(title)
        st.markdown(f":{colour}[:material/{icon}: {words}]")
        st.markdown(f"**{inert(job.files[0][1].dataset)}**")
        rows = sum(outcome.rows for outcome in job.outcomes)
        words = _("{done} of {count} files").format(done=job.files_in, count=len(job.files))
        if rows:
            words += " · " + _("{rows} rows").format(rows=show(rows, "count"))
        st.caption(words)
        st.space("stretch")
        if st.button(_("Open"), icon=":material/open_in_full:", key=f"upload_open_{job.job_id}"):
            look_at(job)
            st.rerun()
        if job.is_over and st.button(
            _("Done with it"), icon=":material/done:", key=f"upload_forget_{job.job_id}"
        ):
            forget_job(job)
            st.rerun()
