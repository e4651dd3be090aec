"""The state of a team that has no staff yet: says so, and who brings them, and where."""

import streamlit as st

from components.registers.register_way import register_way
from components.session import figure
from data.language import _
from queries.filters import Filters


def no_staff(filters: Filters) -> bool:
    """Whether no member of the staff is in service under these filters; draws what to do about it."""
    if figure("staff_in_service", filters).rows:
        return False
    st.info(
        _("No staff for this selection. Personnel staff import the register of staff and its records."),
        icon=":material/groups:",
    )
    register_way("maintain-staff")
    return True
