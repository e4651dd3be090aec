"""The dialog that records a step of a task: progress, an extension, completion, cancellation, taking up."""

from datetime import date

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, engine
from data.codes import label
from data.language import _, mark
from data.planning.task_rules import LONGEST_NOTE, NewStep, TaskError
from data.planning.tasks import record_step
from queries.cards.task_card import TaskStanding

# What each step entails, for whoever is about to record it.
_CONSEQUENCES = {
    "reported": mark("Figures and lists show it at once. To be 100 % done is not yet to be completed."),
    "extended": mark("From the day of approval on, the new limit counts; before it the old one did."),
    "completed": mark("Counts as completed from that day on. It can be taken up again."),
    "cancelled": mark("Leaves the rates from that day on; nothing is deleted."),
    "reopened": mark("Takes back completion or cancellation from that day on."),
}


def task_step(task: TaskStanding, kind: str) -> None:
    """Open the dialog for one of TASK_STEP. The page behind it is drawn anew when the step is recorded."""
    dialog(label("task_step", kind))(_draw)(task, kind)


def _draw(task: TaskStanding, kind: str) -> None:
    today = bureau_now().as_of
    st.text(f"{task.task_code} {task.task_title}")
    st.caption(_(_CONSEQUENCES[kind]))
    percent: int | None = None
    new_due: date | None = None
    with st.form(f"task_step_{kind}", border=False):
        day = st.date_input(
            _("Date of the fact"), today, min_value=task.set_date, max_value=today, format="YYYY-MM-DD"
        )
        if kind == "reported":
            percent = st.number_input(_("Progress (%)"), 0, 100, value=task.progress_percent, step=5)
        elif kind == "extended":
            new_due = st.date_input(_("New limit"), None, format="YYYY-MM-DD")
        note = st.text_area(_("Account of it"), max_chars=LONGEST_NOTE, height=100)
        is_sent = st.form_submit_button(_("Record"), type="primary", width="stretch")
    if not is_sent:
        return
    step = NewStep(kind, day, note, new_due_date=new_due, progress_percent=percent)
    if attempted(lambda: record_step(engine(), user_now(engine()), task.task_id, step), TaskError):
        st.rerun()
