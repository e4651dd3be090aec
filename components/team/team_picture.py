"""队伍分析: the staff in service by one of several sides, chosen by the reader."""

import streamlit as st

from components.kpi.breakdown_chart import breakdown_chart
from components.segment import segment
from data.language import _
from queries.dimensions import DIMENSIONS
from queries.filters import Filters

_SIDES = ("age_band", "staff_rank", "qualification", "education", "civil_class", "section")


def team_picture(filters: Filters) -> None:
    """Draw the choice of the side and its bars; a click on a bar opens its rows."""
    side = st.segmented_control(
        _("Break down by"),
        list(_SIDES),
        default=_SIDES[0],
        required=True,
        format_func=lambda name: segment(_(DIMENSIONS[name].title)),
        key="team_side",
        wrap=True,
    )
    breakdown_chart("staff_in_service", str(side), filters, title=_("Of whom does the team consist?"))
