"""The strip of weeks: the problems that press most and how their last weeks looked; a click opens one."""

from collections.abc import Mapping

import streamlit as st

from components.address import address
from components.charts.draw import draw
from components.charts.state_grid import GridCell, state_grid
from components.navigation import CARDS
from components.session import bureau_now, major_weeks
from data.codes import WEEK_COLOUR
from data.language import _
from queries.filters import Filters
from queries.major_problems.weeks import WeekCell

PROBLEMS, WEEKS = 15, 12
_LOOKS = {
    "green": ("meets", "✓"),
    "amber": ("at_risk", "!"),
    "red": ("breach", "✕"),
    "untold": ("no_data", "?"),
    "free": ("neutral", "–"),
}
_NAME = 18  # half-widths: the weeks need the room on a telephone


def week_heat(filters: Filters) -> None:
    """Draw it, or nothing where no problem is on the list."""
    found = major_weeks(filters, problems=PROBLEMS, weeks=WEEKS)
    if not found:
        return
    names = {code: _(words) for code, words in WEEK_COLOUR.items()}
    names |= {"untold": _("Not told"), "free": _("No working day")}
    weeks = sorted({each.week_date for each in found})
    chart = state_grid(
        [_cell(each, names) for each in found],
        rows={str(each.finding_id): each.title for each in found},
        columns={week.isoformat(): f"{week:%m-%d}" for week in weeks},
        looks={code: (*look, names[code]) for code, look in _LOOKS.items()},
        title=_("How did the last weeks look?"),
        # What is as it should be stays quiet: of a hundred weeks only those that are not are to be seen.
        quiet="green",
        widest=_NAME,
        named_every=3,  # so that they stand apart on a telephone
    )
    clicked = draw(chart, key="major_weeks")
    st.caption(
        _(
            "The {most} problems that press most, {weeks} weeks by their Monday. Colour by rule: past the "
            "limit red, within 30 days of it or without one amber; a person may judge otherwise and says why."
        ).format(most=PROBLEMS, weeks=WEEKS)
    )
    if clicked:
        st.switch_page(
            CARDS["major_problem"], query_params=address(filters, bureau_now().as_of, id=str(clicked[0]))
        )


def _cell(each: WeekCell, names: Mapping[str, str]) -> GridCell:
    state = each.week_colour or ("untold" if each.is_owed else "free")
    words = names[state] if each.week_colour is None else each.week_state or ""
    return GridCell(str(each.finding_id), each.week_date.isoformat(), state, words)
