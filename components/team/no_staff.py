"""The state of a team that has no staff yet: says so, and who brings them, and where."""

import streamlit as st

from components.address import address
from components.navigation import REGISTERS_PAGE
from components.session import bureau_now, current_user, figure
from data.access.roles import can
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
    if can(current_user(), "maintain-staff"):
        st.page_link(
            REGISTERS_PAGE,
            label=_("Import registers"),
            icon=":material/library_add:",
            query_params=address(None, bureau_now().as_of),
        )
    return True
