"""Projects drawn one by one, under hexagons that count them where the map is too far away for dots."""

import math
from collections import Counter
from dataclasses import dataclass, replace

import pandas as pd
import pydeck

from components.figures import show
from components.map.density_layer import density_layer
from components.map.map_deck import Space, height_unseen, map_view, pixel_m
from components.map.project_classes import Class, project_classes
from components.map.project_layers import project_layers
from components.map.projects_by_cell import projects_by_cell
from components.palette import Palette
from data.geo.layers.drawn import Bounds
from data.language import _
from queries.filters import Filters

# So many dots hide each other, of a whole city sooner than near by.
MOST_DOTS_OF_ALL, MOST_DOTS_NEAR_BY = 1500, 4000


@dataclass(frozen=True)
class SingleProjects:
    """Layers from below upwards, and what the legend says of them; `cells` where the map opens with cells."""

    layers: tuple[pydeck.Layer, ...]
    classes: tuple[Class, ...]
    cells: tuple[Class, ...]
    notes: tuple[str, ...]


def single_projects(
    frame: pd.DataFrame, by: str, filters: Filters, bounds: Bounds, *, space: Space, look: Palette
) -> SingleProjects:
    """The projects of `frame` coloured by a key of COLOURED_BY; "money" raises them as columns."""
    of_row, classes = project_classes(frame, by, look)
    view = map_view(bounds, space)
    pixel = pixel_m(view, _levels_nearer(filters, frame))
    layers = project_layers(frame, (of_row, classes), by, look, width=bounds[2] - bounds[0], pixel=pixel)
    drawn = Counter(
        kind for kind, is_placed in zip(of_row, frame["longitude"].notna(), strict=True) if is_placed
    )
    met = tuple(
        replace(each, words=f"{each.words} · {show(drawn[place], 'count')}")
        for place, each in enumerate(classes)
        if drawn[place]
    )
    if by == "money":
        words = _("Height of a column: investment. Hold the right mouse button to turn the map.")
        return SingleProjects(tuple(layers), met, (), (words, *_not_drawn(frame)))
    roof, cells = density_layer(projects_by_cell(filters, frame), look, height_unseen(pixel, space))
    words = _("Zoomed out, projects are counted in hexagons: the darker, the more.")
    opens_with_cells = pixel < pixel_m(view)
    return SingleProjects(
        (*layers, roof), met, cells if opens_with_cells else (), (words, *_not_drawn(frame))
    )


def _levels_nearer(filters: Filters, frame: pd.DataFrame) -> float:
    """How many levels of zoom the map has to be nearer than it opens for dots not to hide each other."""
    most = MOST_DOTS_NEAR_BY if filters.region else MOST_DOTS_OF_ALL
    dots = int(frame["longitude"].notna().sum())
    # A level nearer, a map shows a quarter of the ground.
    return math.log2(max(dots, 1) / most) / 2


def _not_drawn(frame: pd.DataFrame) -> list[str]:
    """What the map cannot show, or shows where it does not belong: nothing is left out silently."""
    is_lost = frame["longitude"].isna()
    found = {
        _("Without a place on the map: {number}"): int(is_lost.sum()),
        _("Outside the area of the bureau: {number}"): int((frame["landing"].notna() & ~is_lost).sum()),
    }
    return [words.format(number=show(number, "count")) for words, number in found.items() if number]
