"""The panels of the wall: what a panel of queries/wall.py asks, brought into words and lengths."""

import math
from collections.abc import Callable
from dataclasses import replace

from components.figures import show
from components.kpi.group_state import group_state
from components.kpi.target_state import SIGNS
from components.session import cells, figure, figures_over, group_target, groups, map_places, outlines
from components.wall.scene import Box, Course, Line, Part
from components.wall.wall_figures import rows_query, wall_line
from components.wall.wall_map import wall_map
from data.boundaries import WALL, base_map_words
from data.language import _
from queries.catalog import kpis
from queries.dimensions import group_place
from queries.filters import Filters
from queries.run import Group, month_ends
from queries.wall import Ask, Panel

_MOST_LINES = 16
_TICKS = (0.0, 0.5, 1.0)
# Parts of a bar by state of a finding and the like; other codes take the colours of series in their order.
_PART_STATES = {
    "closed": "meets",
    "rectified": "7",
    "partial": "1",
    "in_progress": "0",
    "overdue": "breach",
    "withdrawn": "no_data",
    "transferred": "4",
    "finished": "meets",
    "running": "0",
    "not_started": "no_data",
    "confirmed": "meets",
    "partly_confirmed": "7",
    "in_ledger": "2",
    "not_confirmed": "4",
    "checking": "0",
    "issued": "1",
    "to_issue": "no_data",
}


def wall_box(panel: Panel, wall: Filters) -> Box:
    """The panel as it is drawn. Without data it has no lines, and the screen says so."""
    box = _BOXES[panel.kind](panel, wall)
    return replace(box, title=_(panel.title), note=" · ".join(filter(None, (_plan(panel, wall), box.note))))


def _plan(panel: Panel, wall: Filters) -> str:
    if not all(ask.is_this_year for ask in panel.asks):
        return ""
    return _("Plan of {year}").format(year=wall.as_of.year)


def _figures(panel: Panel, wall: Filters) -> Box:
    return Box("figures", "", lines=tuple(_figure_line(ask, panel, wall) for ask in panel.asks))


def _figure_line(ask: Ask, panel: Panel, wall: Filters) -> Line:
    """The line of a figure; beside figures over all years, one of this year's plan says so in its name."""
    line = wall_line(ask, wall)
    if not ask.is_this_year or all(other.is_this_year for other in panel.asks):
        return line
    return replace(line, label=_("{title}, {year}").format(title=line.label, year=wall.as_of.year))


def _steps(panel: Panel, wall: Filters) -> Box:
    counted = [figure(ask.kpi, ask.narrowed(wall)).value for ask in panel.asks]
    largest = max((value for value in counted if value is not None), default=0)
    lines = tuple(
        replace(wall_line(ask, wall), share=None if value is None or not largest else value / largest)
        for ask, value in zip(panel.asks, counted, strict=True)
    )
    return Box("bars", "", lines=lines if largest else ())


def _bars(panel: Panel, wall: Filters) -> Box:
    lines = _group_lines(panel, wall)
    return Box("bars", "", note=_whole(panel, wall), lines=tuple(lines.values())[:_MOST_LINES])


def _map(panel: Panel, wall: Filters) -> Box:
    base = outlines(WALL)
    lines = _group_lines(panel, wall)
    if not base.districts or not lines:
        return _bars(panel, wall)
    places = map_places(wall) if panel.has_projects else ()
    areas, spots, view = wall_map(base.districts, lines, places)
    drawn = {outline.region_code for outline in base.districts}
    # What belongs to no district, such as what the city itself audits, stands beside the map.
    others = tuple(line for code, line in lines.items() if code not in drawn)
    worst = tuple(
        line for code, line in lines.items() if code in drawn and line.state in {"breach", "at_risk"}
    )
    legend = _legend(panel)
    if spots:
        legend = (*legend, ("breach", _("dot: project late or flagged")))
    note = " · ".join(filter(None, (_whole(panel, wall), base_map_words(base))))
    sides = (*worst, *others)[:_MOST_LINES]
    return Box("map", "", note, lines=sides, areas=areas, spots=spots, legend=legend, view=view)


def _legend(panel: Panel) -> tuple[tuple[str, str], ...]:
    if kpis()[panel.asks[0].kpi].format != "percent":
        return ()
    return (
        ("neutral", _("near the whole, or better")),
        ("at_risk", _("more than 5 points behind")),
        ("breach", _("more than 10 points behind")),
        ("no_data", _("no data")),
    )


def _parts(panel: Panel, wall: Filters) -> Box:
    ask = panel.asks[0]
    filters, kpi = ask.narrowed(wall), kpis()[ask.kpi]
    rows: dict[str, list[tuple[str, str, float]]] = {}
    names: dict[str, str] = {}
    labels: dict[str, str] = {}
    for cell in cells(ask.kpi, filters, (panel.by, panel.and_by)):
        names[cell.row_code], labels[cell.column_code] = cell.row_label, cell.column_label
        if cell.figure.value:
            rows.setdefault(cell.row_code, []).append(
                (cell.column_code, cell.column_label, cell.figure.value)
            )
    order = sorted(labels, key=lambda code: group_place(panel.and_by, code))
    colours = {code: _PART_STATES.get(code, str(place)) for place, code in enumerate(order)}
    totals = {code: sum(value for __, __, value in found) for code, found in rows.items()}
    # Rows are as long as each other: what counts is how far each is, not how large.
    worst = {
        code: sum(value for part, __, value in found if colours[part] == "breach") / totals[code]
        for code, found in rows.items()
    }
    lines = tuple(
        Line(
            label=names[code],
            value=show(totals[code], kpi.format),
            state="neutral",
            parts=tuple(
                Part(value / totals[code], colours[part])
                for part, __, value in sorted(found, key=lambda item: order.index(item[0]))
            ),
            query=_group_query(ask, filters, panel.by, code),
        )
        for code, found in sorted(rows.items(), key=lambda item: (-worst[item[0]], -totals[item[0]]))[
            :_MOST_LINES
        ]
    )
    legend = tuple((colours[code], labels[code]) for code in order)
    return Box("parts", "", lines=lines, legend=legend)


def _course(panel: Panel, wall: Filters) -> Box:
    days = month_ends(wall.as_of)
    found = [[point.value for point in figures_over(ask.kpi, ask.narrowed(wall), days)] for ask in panel.asks]
    format_ = kpis()[panel.asks[0].kpi].format
    known = [value for points in found for value in points if value is not None]
    if not known:
        return Box("course", "")
    # A rate moves within a few points: its axis begins at the ten below the lowest.
    low = max(0.0, math.floor(min(known) * 10 - 0.5) / 10) if format_ == "percent" else 0.0
    top = 1.0 if format_ == "percent" else float(max(known)) or 1.0
    courses = tuple(
        Course(
            name=str(kpis()[ask.kpi].title),
            value=show(points[-1], format_),
            colour=str(place),
            points=tuple(
                None if value is None else round((value - low) / (top - low), 4) for value in points
            ),
        )
        for place, (ask, points) in enumerate(zip(panel.asks, found, strict=True))
    )
    ticks = tuple((tick, show(low + tick * (top - low), format_).replace(".00%", "%")) for tick in _TICKS)
    months = tuple(f"{day:%Y-%m}" for day in days)
    return Box("course", "", courses=courses, ticks=ticks, months=months)


def _group_lines(panel: Panel, wall: Filters) -> dict[str, Line]:
    """A line for each group by its code: the worst first where the KPI says what is better and is a rate."""
    ask = panel.asks[0]
    filters, kpi = ask.narrowed(wall), kpis()[ask.kpi]
    found = [group for group in groups(ask.kpi, filters, panel.by) if group.figure.rows or group.figure.value]
    whole = figure(ask.kpi, filters).value
    is_rate = kpi.format == "percent"
    largest = max((group.figure.value or 0 for group in found), default=0)
    if is_rate and kpi.better:
        found.sort(key=lambda group: _goodness(group, kpi.better))
    elif panel.by in _BY_SIZE:
        found.sort(key=lambda group: -(group.figure.value or 0))
    lines = {}
    for group in found:
        value = group.figure.value
        state = group_state(kpi, panel.by, group, filters, whole)
        goal = group_target(kpi.name, panel.by, group.code, filters)
        share = None if value is None else value if is_rate else value / largest if largest else 0
        lines[group.code] = Line(
            label=group.label,
            value=" ".join(word for word in (SIGNS[state], show(value, kpi.format)) if word),
            state=state,
            share=share,
            mark=min(1.0, goal.value) if is_rate and goal is not None else None,
            query=_group_query(ask, filters, panel.by, group.code),
        )
    return lines


# Dimensions whose groups have no order of their own.
_BY_SIZE = {
    "unit",
    "section",
    "region",
    "problem_class",
    "problem_subclass",
    "money_kind",
    "audit_model",
    "project_type",
    "warning_rule",
    "stage",
    "investment_sector",
}


def _goodness(group: Group, better: str | None) -> float:
    value = group.figure.value
    if value is None:
        return float("inf")
    return value if better == "higher" else -value


def _whole(panel: Panel, wall: Filters) -> str:
    ask = panel.asks[0]
    kpi = kpis()[ask.kpi]
    value = figure(ask.kpi, ask.narrowed(wall)).value if kpi.format == "percent" else None
    if value is None:
        return ""
    return _("{title}, as a whole: {value}").format(title=kpi.title, value=show(value, kpi.format))


def _group_query(ask: Ask, filters: Filters, by: str, code: str) -> str:
    return rows_query(ask, replace(filters, drill=((by, code),)))


_BOXES: dict[str, Callable[[Panel, Filters], Box]] = {
    "figures": _figures,
    "steps": _steps,
    "bars": _bars,
    "map": _map,
    "parts": _parts,
    "course": _course,
}
