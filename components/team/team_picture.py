"""队伍分析: the staff in service by one of several sides, chosen by the reader."""

from components.kpi.breakdown_chart import breakdown_chart
from components.one_of import one_of
from data.language import _
from queries.dimensions import DIMENSIONS
from queries.filters import Filters

_SIDES = ("age_band", "staff_rank", "qualification", "education", "civil_class", "section")


def team_picture(filters: Filters) -> None:
    """Draw the choice of the side and its bars; a click on a bar opens its rows."""
    side = one_of(_("Break down by"), {name: _(DIMENSIONS[name].title) for name in _SIDES}, key="team_side")
    breakdown_chart("staff_in_service", str(side), filters, title=_("Of whom does the team consist?"))
