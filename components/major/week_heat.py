"""The strip of weeks: the problems that press most and how their last weeks looked; a click opens one."""

import streamlit as st

from components.address import address
from components.charts.draw import draw
from components.charts.week_strip import StripCell, week_strip
from components.navigation import CARDS
from components.session import bureau_now, major_weeks
from data.codes import WEEK_COLOUR
from data.language import _
from queries.filters import Filters
from queries.major_problems.weeks import WeekCell

PROBLEMS, WEEKS = 15, 12
_MEANINGS = {"green": ("meets", "✓"), "amber": ("at_risk", "!"), "red": ("breach", "✕")}
_UNTOLD = ("no_data", "?")
_FREE = ("neutral", "–")


def week_heat(filters: Filters) -> None:
    """Draw it, or nothing where no problem is on the list."""
    found = major_weeks(filters, problems=PROBLEMS, weeks=WEEKS)
    if not found:
        return
    legend = {_MEANINGS[code][0]: f"{_MEANINGS[code][1]} {_(words)}" for code, words in WEEK_COLOUR.items()}
    not_told, free = _("Not told"), _("No working day")
    legend |= {_UNTOLD[0]: f"{_UNTOLD[1]} {not_told}", _FREE[0]: f"{_FREE[1]} {free}"}
    cells = [_cell(each) for each in found]
    present = {cell.meaning for cell in cells}
    clicked = draw(
        week_strip(
            cells,
            legend={meaning: words for meaning, words in legend.items() if meaning in present},
            title=_("How did the last weeks look?"),
        ),
        key="major_weeks",
    )
    st.caption(
        _(
            "The {most} problems that press most, {weeks} weeks by their Monday. Colour by rule: past the "
            "limit red, within 30 days of it or without one amber; a person may judge otherwise and says why."
        ).format(most=PROBLEMS, weeks=WEEKS)
    )
    if clicked:
        st.switch_page(
            CARDS["major_problem"], query_params=address(filters, bureau_now().as_of, id=str(clicked))
        )


def _cell(each: WeekCell) -> StripCell:
    if each.week_colour is not None:
        meaning, sign = _MEANINGS[each.week_colour]
        words = each.week_state or ""
    elif each.is_owed:
        (meaning, sign), words = _UNTOLD, _("Not told")
    else:
        (meaning, sign), words = _FREE, _("No working day")
    return StripCell(str(each.finding_id), each.title, each.week_date, meaning, sign, words)
