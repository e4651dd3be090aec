"""The state of a task board that has no task yet: says so, and who brings them, and where."""

import streamlit as st

from components.session import current_user, figure
from components.task.new_task_button import new_task_button
from data.access.roles import can
from data.language import _
from queries.filters import Filters


def no_tasks(filters: Filters) -> bool:
    """Whether no task was set that the reader may see under these filters; draws what to do about it."""
    if figure("task_entries", filters).rows:
        return False
    st.info(
        _("No tasks or resolutions for this selection. Planning staff enter them here or import a list."),
        icon=":material/assignment:",
    )
    if can(current_user(), "maintain-plan"):
        new_task_button()
    return True
