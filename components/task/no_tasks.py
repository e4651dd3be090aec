"""The state of a task board that has no task yet: says so, and who brings them, and where."""

import streamlit as st

from components.registers.register_way import register_way
from components.session import figure
from components.task.new_task_button import new_task_button
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
    new_task_button()
    register_way()
    return True
