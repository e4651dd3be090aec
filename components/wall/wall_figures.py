"""One figure of the wall: as a large tile of the strip, or as a line of a panel."""

from urllib.parse import urlencode

from components.address import address
from components.figures import show
from components.kpi.figure_change import figure_change
from components.kpi.target_state import SIGNS
from components.kpi.target_words import against_target
from components.session import figure, figures_over, target
from components.wall.scene import Line, Tile
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters
from queries.run import Figure, Number, month_ends
from queries.targets import Target, state_against
from queries.wall import Ask


def wall_tile(ask: Ask, wall: Filters) -> Tile:
    """The tile of a figure: number and unit, target, change on last year, twelve months."""
    kpi, filters = kpis()[ask.kpi], ask.narrowed(wall)
    course = figures_over(ask.kpi, filters, month_ends(filters.as_of))
    now, goal = course[-1], target(ask.kpi, filters)
    number, __, unit = show(now.value, kpi.format).partition(" ")
    change = figure_change(kpi, now, figure(ask.kpi, filters.a_year_before()))
    since = _("{year}, year on year").format(year=filters.year) if filters.year else _("on last year")
    return Tile(
        title=str(kpi.title),
        number=number,
        unit=unit,
        state=_state(ask, now, goal),
        standing=_standing(ask, kpi.format, now, goal),
        change=f"{since} {change}" if change else "",
        course=shares([point.value for point in course]),
        query=rows_query(ask, filters),
    )


def wall_line(ask: Ask, wall: Filters) -> Line:
    """The line of a figure: a rate as a bar with the mark of its target, anything else as its number."""
    kpi, filters = kpis()[ask.kpi], ask.narrowed(wall)
    now, goal = figure(ask.kpi, filters), target(ask.kpi, filters)
    is_rate = kpi.format == "percent"
    state = _state(ask, now, goal)
    return Line(
        label=str(kpi.title),
        value=" ".join(word for word in (SIGNS[state], show(now.value, kpi.format)) if word),
        state=state,
        share=min(1.0, float(now.value)) if is_rate and now.value is not None else None,
        mark=min(1.0, goal.value) if is_rate and goal is not None else None,
        query=rows_query(ask, filters),
    )


def rows_query(ask: Ask, filters: Filters) -> str:
    """The address part that opens the rows of a figure, which are those of the bureau's own day."""
    return urlencode(address(filters, filters.as_of, kpi=ask.kpi))


def shares(values: list[Number | None]) -> tuple[float | None, ...]:
    """Values as heights between the least and the greatest of them; all alike: in the middle."""
    known = [value for value in values if value is not None]
    least, greatest = min(known, default=0), max(known, default=0)
    span = greatest - least
    return tuple(
        None if value is None else round((value - least) / span, 3) if span else 0.5 for value in values
    )


def _state(ask: Ask, now: Figure, goal: Target | None) -> str:
    if now.value is None:
        return "no_data"
    if ask.must_be_nought:
        return "breach" if now.value else "meets"
    return state_against(now.value, goal)


def _standing(ask: Ask, format: str, now: Figure, goal: Target | None) -> str:  # noqa: A002
    state = _state(ask, now, goal)
    if state == "no_data":
        return _("no data")
    if ask.must_be_nought:
        word = _("there should be none") if now.value else _("none")
        return f"{SIGNS[state]} {word}"
    if goal is None:
        return ""
    return against_target(state, goal, format)
