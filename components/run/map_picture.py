"""Where the hits lie: each with its shape, what it is held against, and the districts below."""

from collections.abc import Sequence

import numpy as np
import pydeck
import shapely
import streamlit as st

from components.address import address
from components.figures import show
from components.map.district_layers import district_layers, district_names
from components.map.layer_shapes import layer_shapes
from components.map.map_caption import map_caption
from components.map.map_deck import Space, map_deck, words_over
from components.map.tiles import tile_style
from components.navigation import HIT_PAGE
from components.palette import Palette, palette
from components.session import bureau_now, outlines
from data.language import _
from queries.audit_models.hits import SeenRun
from queries.audit_models.pictures import MOST_PLACED, Placed

_HEIGHT = 480
_MARGIN = 0.0015  # degrees around a single place: a building site fills a third of its map
_AROUND_A_POINT = 0.15  # degrees: a dot says nothing but in which corner of which district it lies
_OUTERMOST = 50  # one in so many on each side
_HITS = ("hit_areas", "hit_lines", "hit_points")
_CLICKED = "run_map_clicked"


def map_picture(seen: SeenRun, found: Sequence[Placed], count: int, *, only: int | None = None) -> None:
    """Draw those of the hits `found` that have a shape, of `count` in all; `only` is one that stands alone.

    A click on one of several opens its evidence.
    """
    look, base = palette(), outlines()
    drawn = [each for each in found if each.shape is not None]
    if not drawn:
        st.caption(_("None of the hits has a place that a map could show."))
        return
    names = {one.region_code: one.name for one in base.districts}
    others = [(each, each.other) for each in drawn if each.other is not None]
    ours = [(each, each.shape) for each in drawn if each.shape is not None]
    is_point = only is not None and all(shape.length == 0 for __, shape in (*ours, *others))
    deck = map_deck(
        [
            *district_layers(base, look, names, is_over_tiles=tile_style() is not None),
            # What a single hit is held against fills its map, or lies under the hit.
            *_shapes("other", others, look.neutral, look, has_points=only is None),
            *_shapes("hit", ours, look.breach, look),
            *(district_names(base, look, names) if only is None or is_point else ()),
        ],
        _bounds([shape for __, shape in (*ours, *others)], _AROUND_A_POINT if is_point else _MARGIN),
        look,
        space=Space(height=_HEIGHT),
    )
    _draw(seen, deck, f"picture_{seen.facts.run_id}_{only}", is_clickable=only is None)
    words = [_("Red: what was flagged. Blue: what it is held against.") if others else ""]
    if count > len(found):
        words.append(
            _("The first {shown} of {count} hits are drawn.").format(
                shown=show(min(MOST_PLACED, len(found)), "count"), count=show(count, "count")
            )
        )
    if len(found) > len(drawn):
        words.append(
            _("Without a place on the map: {number}").format(number=show(len(found) - len(drawn), "count"))
        )
    st.caption(" ".join(word for word in words if word))
    map_caption(base)


def _draw(seen: SeenRun, deck: pydeck.Deck, key: str, *, is_clickable: bool) -> None:
    def remember() -> None:
        found = st.session_state[key].selection.objects
        st.session_state[_CLICKED] = next((found[layer][0][1] for layer in _HITS if found.get(layer)), None)

    st.pydeck_chart(
        deck,
        key=key,
        height=_HEIGHT,
        on_select=remember if is_clickable else "ignore",
        alt=_("Map of the hits. The same hits stand in the table below."),
    )
    hit = st.session_state.pop(_CLICKED, None)
    if is_clickable and hit is not None:
        run = str(seen.facts.run_id)
        st.switch_page(HIT_PAGE, query_params=address(None, bureau_now().as_of, run=run, hit=str(hit)))


def _shapes(
    name: str,
    shapes: Sequence[tuple[Placed, shapely.Geometry]],
    shade: str,
    look: Palette,
    *,
    has_points: bool = True,
) -> list[pydeck.Layer]:
    told = ((words_over(each.words), each.hit, shape) for each, shape in shapes)
    return layer_shapes(name, told, shade, look, has_points=has_points)


def _bounds(shapes: Sequence[shapely.Geometry], margin: float) -> tuple[float, float, float, float]:
    """Around all of them; of many without the outermost, which may lie on the other side of the earth."""
    found = shapely.bounds(list(shapes))
    left_out = len(found) // _OUTERMOST
    west, south = np.sort(found[:, :2], axis=0)[left_out]
    east, north = np.sort(found[:, 2:], axis=0)[-1 - left_out]
    return float(west) - margin, float(south) - margin, float(east) + margin, float(north) + margin
