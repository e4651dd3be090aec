"""Installed layers and hits of models as they lie on the map, with what the legend says of them."""

from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import pydeck
import shapely

from components.figures import show
from components.map.district_layers import FLAT
from components.map.further_choice import FurtherChoice
from components.map.layer_shapes import layer_shapes
from components.map.map_deck import colour, words_over
from components.map.project_classes import RING, Class
from components.palette import Palette
from components.session import current_user
from data.codes import label
from data.geo.layers.drawn import Bounds, drawn
from data.geo.layers.installing import Layer
from data.language import _
from data.ledger.binding import is_bound
from data.warehouse import WarehouseError
from queries.audit_models.hits import SeenRun
from queries.audit_models.on_map import placed_on_map

HITS = "hits_of_"  # layers named so have the code of the model behind it, and the number of a hit second
TOWNSHIPS = "townships_"  # layers named so have the code of a district second
_FINEST = 1 / 900  # of the width of the map: what is finer cannot be seen
_DISTRICT_DIGITS = 6
_DIGITS = 6


@dataclass
class Further:
    """Layers from below upwards, under the projects and upon them; words of the legend and the caption."""

    below: list[pydeck.Layer] = field(default_factory=list)
    above: list[pydeck.Layer] = field(default_factory=list)
    classes: list[Class] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)


def further_layers(
    choice: FurtherChoice, frame: pd.DataFrame | None, bounds: Bounds, look: Palette
) -> Further:
    """Of the layers what is in sight; of the hits those about the projects in `frame`."""
    made = Further()
    for place, layer in enumerate(choice.layers):
        _add_layer(made, layer, _shade(layer.kind, place, look), bounds, look)
    if frame is None or not choice.runs:
        return made
    shapes = _shapes(frame)
    for place, seen in enumerate(choice.runs):
        _add_hits(made, seen, shapes, _shades(look)[place % len(_shades(look))], look)
    return made


def _shade(kind: str, place: int, look: Palette) -> str:
    """The colour by which maps know the kind of land; others in the colours of series."""
    known = {"redline": look.breach, "farmland": look.at_risk, "protected": look.meets}
    known["townships"] = look.muted
    return known.get(kind) or look.series[place % len(look.series)]


def _shades(look: Palette) -> tuple[str, ...]:
    """Rings of one model beside those of another."""
    return (look.breach, look.ink, *look.series[2:])


def _add_layer(made: Further, layer: Layer, shade: str, bounds: Bounds, look: Palette) -> None:
    try:
        found = drawn(layer, bounds, (bounds[2] - bounds[0]) * _FINEST)
    except OSError:
        words = _("The file of the layer {name} is gone; install it again.")
        made.notes.append(words.format(name=layer.name))
        return
    kind = label("map_layer_kind", layer.kind)
    is_townships = layer.kind == "townships"
    told = [
        (
            words_over(f"{name or code or layer.name}\n{layer.name} · {kind}"),
            code[:_DISTRICT_DIGITS] if is_townships else code,
            shape,
        )
        for shape, code, name in zip(found.shapes, found.codes, found.names, strict=True)
    ]
    name = f"{TOWNSHIPS if is_townships else 'layer_'}{layer.map_layer_id}"
    made.below += layer_shapes(name, told, shade, look, is_ground=True)
    number = show(found.in_sight, "count")
    made.classes.append(Class(shade, _("{name}: {number} in sight").format(name=layer.name, number=number)))
    number_approved = layer.approval_number or _("none")
    made.sources.append(
        _("{name}: {source}; map approval number: {number}").format(
            name=layer.name, source=layer.source, number=number_approved
        )
    )
    if found.in_sight > len(found.shapes):
        made.notes.append(
            _("Of {name} the largest {number} are drawn.").format(
                name=layer.name, number=show(len(found.shapes), "count")
            )
        )


def _add_hits(
    made: Further, seen: SeenRun, shapes: dict[str, shapely.Geometry], shade: str, look: Palette
) -> None:
    title = f"{seen.model.code} {seen.model.title}"
    try:
        found = placed_on_map(seen, shapes)
    except WarehouseError:
        words = _("The rows of the newest run of {model} are gone; run it again.")
        made.notes.append(words.format(model=title))
        return
    name = f"{HITS}{seen.model.code}"
    told = [(words_over(f"{each.words}\n{title}"), each.hit, each.shape) for __, each in found.placed]
    own = [line for line in told if line[2] is not None and line[2].geom_type != "Point"]
    made.above += layer_shapes(name, own, shade, look)
    middles = shapely.get_coordinates(shapely.point_on_surface([shape for *__, shape in told]))
    rings = [
        [text, hit, middle.round(_DIGITS).tolist()]
        for (text, hit, __), middle in zip(told, middles, strict=True)
    ]
    made.above.append(_rings(name, rings, shade))
    number = show(len(found.placed), "count")
    if is_bound(current_user()):
        # How many there are elsewhere is not theirs to know.
        made.classes.append(Class(shade, _("{name}: {number} hits").format(name=title, number=number), RING))
        return
    total = len(found.placed) + found.without_place + found.not_looked_at
    words = _("{name}: {number} of {total} hits").format(
        name=title, number=number, total=show(total, "count")
    )
    made.classes.append(Class(shade, words, RING))
    if found.not_looked_at:
        made.notes.append(
            _("{model}: {number} more hits are not drawn.").format(
                model=seen.model.code, number=show(found.not_looked_at, "count")
            )
        )


def _rings(name: str, rows: list[list[Any]], shade: str) -> pydeck.Layer:
    """Around the dot of a project, which stays to be seen."""
    return pydeck.Layer(
        "ScatterplotLayer",
        rows,
        id=f"{name}_rings",
        get_position="this[2]",
        get_line_color=colour(shade),
        get_fill_color=colour(shade, 0.12),
        get_radius=140,
        radius_min_pixels=8,
        radius_max_pixels=17,
        stroked=True,
        line_width_min_pixels=2.5,
        line_width_max_pixels=2.5,
        parameters=FLAT,
        pickable=True,
    )


def _shapes(frame: pd.DataFrame) -> dict[str, shapely.Geometry]:
    """The shapes of the projects by code: their points, where they are points or stand as such."""
    placed = frame.dropna(subset=["longitude", "latitude"])
    points = shapely.points(placed["longitude"].to_numpy(float), placed["latitude"].to_numpy(float))
    return dict(zip(placed["code"].astype(str), points, strict=True))
