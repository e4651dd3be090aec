"""A pydeck map as little text as it can be, with no map of anybody else under it.

pydeck itself writes each number on a line of its own; of ten thousand projects that is most of the page.
Rows are lists, not dictionaries: an accessor is "this[2]". A row begins with the words shown over it.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pydeck
from pydeck.bindings.json_tools import default_serialize

from components.map.tiles import tile_style
from components.palette import Palette

Row = list[Any]
_TILE = 512  # px of the whole earth at zoom 0
_WIDEST_LATITUDE = 85.0
_HIGHEST = 1.4  # of the height of the map: what stands higher is behind the eye and not drawn
_FARTHER_TILTED = 0.25  # levels of zoom: what lies nearer to a tilted eye is wider than from above
_EQUATOR = 40_075_017.0  # metres


@dataclass(frozen=True)
class Space:
    """What the map has on the screen, in pixels: its view is fitted to it."""

    width: int = 760
    height: int = 620


WIDE = Space()
_UPRIGHT = pydeck.View("MapView", controller={"dragRotate": False}, orthographic=True)
_TILTED = pydeck.View("MapView", controller=True)


class MapDeck(pydeck.Deck):  # type: ignore[misc]
    """A deck that asks no map server for anything, unless the bureau has set one of its own."""

    def to_json(self) -> str:
        """The deck as Streamlit sends it."""
        return json.dumps(
            self, default=default_serialize, separators=(",", ":"), ensure_ascii=False, allow_nan=False
        )


def map_deck(
    layers: Sequence[pydeck.Layer],
    bounds: tuple[float, float, float, float],
    look: Palette,
    *,
    pitch: int = 0,
    space: Space = WIDE,
) -> MapDeck:
    """The layers from below upwards, seen so that `bounds` (west, south, east, north) fill the map."""
    deck = MapDeck(
        layers=list(layers),
        initial_view_state=map_view(bounds, space, pitch),
        # Seen straight from above, from no point: what stands high lies where its foot is.
        views=[_TILTED if pitch else _UPRIGHT],
        map_provider=None,
        tooltip={
            "text": "{0}",  # as text, never as HTML: names come from outside
            "style": {
                "backgroundColor": look.panel,
                "color": look.ink,
                "border": f"1px solid {look.rule}",
                "borderRadius": "4px",
                "fontFamily": look.font,
                "fontSize": "13px",
                "maxWidth": "22rem",
                "whiteSpace": "pre-wrap",
            },
        },
    )
    if style := tile_style():
        deck.map_style = [style]
    return deck


def words_over(text: str) -> str:
    """The words as a row may hold them: deck.gl would work out what begins with these two signs."""
    return f" {text}" if text.startswith("@@") else text


def colour(look: str, opacity: float = 1.0) -> list[int]:
    """[red, green, blue, alpha] of "#rrggbb"."""
    return [*(int(look[place : place + 2], 16) for place in (1, 3, 5)), round(255 * opacity)]


def map_view(
    bounds: tuple[float, float, float, float], space: Space = WIDE, pitch: int = 0
) -> pydeck.ViewState:
    """The view that `bounds` (west, south, east, north) fill."""
    west, south, east, north = bounds
    wide = max(east - west, 1e-4) / 360
    tall = max(_mercator(north) - _mercator(south), 1e-6)
    zoom = min(math.log2(space.width / _TILE / wide), math.log2(space.height / _TILE / tall)) - 0.12
    if pitch:
        zoom -= _FARTHER_TILTED
    return pydeck.ViewState(
        longitude=round((west + east) / 2, 5),
        latitude=round((south + north) / 2, 5),
        zoom=round(min(zoom, 16), 2),
        pitch=pitch,
        bearing=0,
        min_zoom=3,
        max_zoom=18,
    )


def pixel_m(view: pydeck.ViewState, nearer: float = 0.0) -> float:
    """Metres on the ground of a pixel of the map, `nearer` by so many levels of zoom than `view`."""
    around = _EQUATOR * math.cos(math.radians(view.latitude))
    return float(around / (_TILE * 2 ** (view.zoom + nearer)))


def height_unseen(pixel: float, space: Space = WIDE) -> float:
    """Metres above the ground of what an upright map draws only where a pixel is more than so many metres."""
    return _HIGHEST * space.height * pixel


def _mercator(latitude: float) -> float:
    """Northing as a part of the earth's whole width."""
    bound = math.radians(max(-_WIDEST_LATITUDE, min(_WIDEST_LATITUDE, latitude)))
    return math.asinh(math.tan(bound)) / (2 * math.pi)
