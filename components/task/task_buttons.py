"""What the reader may do with a task: only what its state allows, and only as it stands today."""

import streamlit as st

from components.session import bureau_now, current_user
from components.task.break_down_task import break_down_task
from components.task.task_step import task_step
from data.access.roles import can
from data.language import _
from data.planning.tasks import may_report
from queries.cards.task_card import TaskCard


def task_buttons(card: TaskCard) -> None:
    """Draw the buttons; nothing for who may do none of it, or looks at a day in the past."""
    user, task = current_user(), card.standing
    keeps, reports = can(user, "maintain-plan"), may_report(user, task.section_code)
    if not (keeps or reports):
        return
    if card.as_of != bureau_now().as_of:
        st.caption(
            _("This is how the task stood on {day}. To change it, clear the date.").format(day=card.as_of)
        )
        return
    offered = []
    if task.is_over:
        offered += [("reopened", _("Take up again"), "replay")] if keeps else []
    else:
        offered += [("reported", _("Report progress"), "edit_note")] if reports else []
        if keeps:
            offered += [
                ("completed", _("Complete"), "check_circle"),
                ("extended", _("Approve extension"), "more_time"),
                ("cancelled", _("Cancel the task"), "block"),
            ]
    with st.container(horizontal=True, gap="small"):
        for kind, title, icon in offered:
            if st.button(title, icon=f":material/{icon}:", key=f"task_{kind}"):
                task_step(task, kind)
        if keeps and not task.is_over and task.parent_task_id is None:
            is_asked = st.button(
                _("Break down to sections"), icon=":material/account_tree:", key="task_break_down"
            )
            if is_asked:
                break_down_task(task)
