"""Projects on the map: each a dot over its line or area, or a column as high as its money."""

from typing import Any

import pandas as pd
import pydeck

from components.figures import show
from components.map.map_deck import Row, colour, words_over
from components.map.project_classes import Class
from components.palette import Palette
from data.codes import label
from data.language import _

PROJECTS = ("projects", "lines", "areas", "columns")  # layers whose rows have the number of a project second
_PLACES = 5  # decimals of a degree: a metre
_TALLEST = 0.09  # of the width of the map, for the column with the most money
_METRES = 111_000  # of a degree of latitude
_DOT, _LARGEST_DOT = 3.5, 7  # pixels: radius of a dot
_LINE, _WIDEST_LINE = 2.5, 5  # pixels


def project_layers(
    frame: pd.DataFrame,
    classes: tuple[list[int], tuple[Class, ...]],
    by: str,
    look: Palette,
    *,
    width: float,
    pixel: float,
) -> list[pydeck.Layer]:
    """Layers of the projects that have a place. `width` is that of the map, in degrees.

    `pixel` is how many metres it shows in one where dots are smallest: farther away they shrink with the map.
    """
    of_row, kinds = classes
    placed = frame.assign(kind=of_row).dropna(subset=["longitude", "latitude"]).sort_values("kind")
    shades = [colour(kind.colour) for kind in kinds]
    each: list[Any] = list(placed.itertuples(index=False))
    words = [words_over(_words(row, by)) for row in each]
    dots: list[Row] = [
        [text, int(row.id), [round(row.longitude, _PLACES), round(row.latitude, _PLACES)], shades[row.kind]]
        for text, row in zip(words, each, strict=True)
    ]
    if by == "money":
        return [_columns(dots, placed["investment_fen"], width)]
    lines, areas = _shapes(each, words, shades)
    return [_areas(areas, pixel), _lines(lines, pixel), _dots(dots, look, pixel)]


def _dots(rows: list[Row], look: Palette, pixel: float) -> pydeck.Layer:
    return pydeck.Layer(
        "ScatterplotLayer",
        rows,
        id="projects",
        get_position="this[2]",
        get_fill_color="this[3]",
        get_line_color=colour(look.paper),
        get_radius=round(_DOT * pixel),
        radius_max_pixels=_LARGEST_DOT,
        stroked=True,
        get_line_width=round(pixel),
        line_width_max_pixels=1,
        pickable=True,
    )


def _columns(rows: list[Row], money: "pd.Series[Any]", width: float) -> pydeck.Layer:
    most = money.max()
    factor = width * _METRES * _TALLEST / float(most) if pd.notna(most) and most else 0.0
    raised = [
        [*row, 0 if pd.isna(fen) else round(float(fen) * factor)]
        for row, fen in zip(rows, money, strict=True)
    ]
    return pydeck.Layer(
        "ColumnLayer",
        raised,
        id="columns",
        get_position="this[2]",
        get_fill_color="this[3]",
        get_elevation="this[4]",
        disk_resolution=12,
        radius=max(60, round(width * _METRES / 300)),
        pickable=True,
    )


def _lines(rows: list[Row], pixel: float) -> pydeck.Layer:
    return pydeck.Layer(
        "PathLayer",
        rows,
        id="lines",
        get_path="this[2]",
        get_color="this[3]",
        get_width=round(_LINE * pixel),
        width_max_pixels=_WIDEST_LINE,
        cap_rounded=True,
        joint_rounded=True,
        pickable=True,
    )


def _areas(rows: list[Row], pixel: float) -> pydeck.Layer:
    return pydeck.Layer(
        "PolygonLayer",
        rows,
        id="areas",
        get_polygon="this[2]",
        get_fill_color="this[4]",
        get_line_color="this[3]",
        get_line_width=round(1.5 * pixel),
        line_width_max_pixels=2,
        pickable=True,
    )


def _shapes(each: list[Any], words: list[str], shades: list[list[int]]) -> tuple[list[Row], list[Row]]:
    lines: list[Row] = []
    areas: list[Row] = []
    for text, row in zip(words, each, strict=True):
        shape = row.geometry
        if not isinstance(shape, dict):
            continue
        shade = shades[row.kind]
        kind, places = shape["type"], shape["coordinates"]
        many = places if kind.startswith("Multi") else [places]
        if kind.endswith("LineString"):
            lines += [[text, int(row.id), part, shade] for part in many]
        elif kind.endswith("Polygon"):
            areas += [[text, int(row.id), part, shade, [*shade[:3], 90]] for part in many]
    return lines, areas


def _words(row: Any, by: str) -> str:
    """What stands over a project: name, what it is, its money, and what the map is coloured by."""
    facts = [
        row.name,
        f"{label('investment_sector', row.sector)} · {label('investment_state', row.state)}",
        _("{amount}, paid {share}").format(
            amount=show(row.investment_fen, "fen"), share=show(row.executed_rate, "percent")
        ),
    ]
    if by == "owner" and isinstance(row.unit, str):
        facts.append(row.unit)
    if pd.notna(row.delay_days) and row.delay_days > 0:
        facts.append(_("late by {days}").format(days=show(row.delay_days, "days")))
    if pd.notna(row.overrun_rate) and row.overrun_rate > 0:
        facts.append(
            _("above the approved budget by {share}").format(share=show(row.overrun_rate, "percent"))
        )
    if pd.notna(row.flagged) and row.flagged:
        facts.append(_("open suspects and findings: {number}").format(number=show(row.flagged, "count")))
    return "\n".join(str(fact) for fact in facts)
