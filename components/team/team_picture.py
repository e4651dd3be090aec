"""队伍分析: the staff in service by one of several sides, chosen by the reader."""

from components.address_choice import address_choice
from components.kpi.breakdown_chart import breakdown_chart
from data.language import _
from queries.dimensions import DIMENSIONS
from queries.filters import Filters

_SIDES = ("age_band", "staff_rank", "qualification", "education", "civil_class", "section")


def team_picture(filters: Filters) -> None:
    """Draw the choice of the side and its bars; a click on a bar opens its rows."""
    sides = {name: _(DIMENSIONS[name].title) for name in _SIDES}
    side = address_choice(_("Break down by"), sides, "by", key="team_side", look="segments")
    breakdown_chart("staff_in_service", side, filters, title=_("Of whom does the team consist?"))
