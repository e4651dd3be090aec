"""Where an investment project lies: its shape, its coordinates, and what is wrong with them."""

from typing import Any

import pydeck
import shapely
import streamlit as st

from components.figures import NO_DATA
from components.inert import inert
from components.map.district_layers import district_layers, district_names
from components.map.map_caption import map_caption
from components.map.map_deck import Row, Space, colour, map_deck, words_over
from components.map.tiles import tile_style
from components.palette import Palette, palette
from components.session import filter_choices, outlines
from data.codes import label
from data.geo.landing import REASONS
from data.geo.systems import CoordinateSystemError, coordinate_system
from data.language import _
from queries.investment.investment_card import InvestmentCard

_WIDTH, _HEIGHT = 380, 340  # px
_MARGIN = 0.03  # degrees around the shape: its neighbourhood
_DIGITS = 6
_DIFFERS = 0.1  # share by which a declared size may differ from that of the shape
_HECTARE = 10_000


def investment_place(card: InvestmentCard, brought: str | None) -> None:
    """Draw warnings, map and facts; `brought` is the shape as it came (queries/investment/as_brought.py)."""
    with st.container(border=True):
        st.subheader(_("Place of the works"))
        for words in _warnings(card):
            st.warning(inert(words), icon=":material/warning:")
        if card.geometry is not None:
            _map(card)
        for title, value in _facts(card, brought):
            st.markdown(f":gray[{inert(title)}]  {inert(value)}")


def _warnings(card: InvestmentCard) -> list[str]:
    """What is wrong with the place, in words."""
    of, found = card.standing, []
    if of.landing:
        reason = _(REASONS[of.landing]) if of.landing in REASONS else of.landing
        found.append(_("The coordinates lie outside the area of the bureau: {reason}.").format(reason=reason))
    elif card.geometry is None:
        found.append(_("This project has no place that a map could show."))
    if of.found_region_code and of.region_code and of.found_region_code != of.region_code:
        found.append(
            _("Outside its declared district: declared {declared}, found in {found}.").format(
                declared=of.region or of.region_code, found=card.found_region or of.found_region_code
            )
        )
    for declared, measured, words in (
        (
            of.declared_length_m,
            of.length_m,
            _("The declared length differs from that of the shape by more than a tenth."),
        ),
        (
            of.declared_area_m2,
            of.area_m2,
            _("The declared area differs from that of the shape by more than a tenth."),
        ),
    ):
        if declared and measured and abs(measured / declared - 1) > _DIFFERS:
            found.append(words)
    return found


def _facts(card: InvestmentCard, brought: str | None) -> list[tuple[str, str]]:
    of = card.standing
    has_place = of.longitude is not None and of.latitude is not None
    place = f"{of.longitude:.{_DIGITS}f}, {of.latitude:.{_DIGITS}f}" if has_place else NO_DATA
    facts = [
        (_("Declared district"), of.region or NO_DATA),
        (_("Found in"), card.found_region or NO_DATA),
        (_("Coordinates as brought"), brought or NO_DATA),
        (_("Declared coordinate system"), _system(card.declared_system)),
        (_("Precision of the coordinates"), _metres(card.precision_m)),
        (_("Longitude and latitude (CGCS2000)"), place),
        (_("Shape"), label("shape_kind", of.shape_kind) if of.shape_kind else NO_DATA),
    ]
    if of.length_m or of.declared_length_m:
        facts.append(
            (_("Length: declared, measured"), f"{_metres(of.declared_length_m)}, {_metres(of.length_m)}")
        )
    if of.area_m2 or of.declared_area_m2:
        facts.append(
            (_("Area: declared, measured"), f"{_hectares(of.declared_area_m2)}, {_hectares(of.area_m2)}")
        )
    return facts


def _system(code: str | None) -> str:
    if not code:
        return NO_DATA
    try:
        return coordinate_system(code).title
    except CoordinateSystemError:
        return code


def _metres(number: float | None) -> str:
    if number is None:
        return NO_DATA
    if 0 < number < 0.1:  # a precision: finer than a millimetre nobody measured
        return _("{number} m").format(number=f"{max(number, 0.001):.1g}")
    return _("{number} m").format(number=f"{number:,.1f}" if number < 100 else f"{number:,.0f}")


def _hectares(square_metres: float | None) -> str:
    if square_metres is None:
        return NO_DATA
    return _("{number} ha").format(number=f"{square_metres / _HECTARE:,.2f}")


def _map(card: InvestmentCard) -> None:
    look, base = palette(), outlines()
    shape = shapely.geometry.shape(card.geometry)
    west, south, east, north = shape.bounds
    bounds = (west - _MARGIN, south - _MARGIN, east + _MARGIN, north + _MARGIN)
    names = dict(filter_choices().regions)
    deck = map_deck(
        [
            *district_layers(
                base, look, names, chosen=card.standing.region_code, is_over_tiles=tile_style() is not None
            ),
            *_shape_layers(card, shape, look),
            *district_names(base, look, names),
        ],
        bounds,
        look,
        space=Space(_WIDTH, _HEIGHT),
    )
    st.pydeck_chart(
        deck,
        height=_HEIGHT,
        key="investment_place",
        alt=_("Map of the place of this project; the facts stand below it."),
    )
    map_caption(base)


def _shape_layers(card: InvestmentCard, shape: Any, look: Palette) -> list[pydeck.Layer]:
    text = words_over(card.standing.investment)
    strong, faint = colour(look.breach), colour(look.breach, 0.35)
    layers = []
    areas: list[Row] = []
    lines: list[Row] = []
    dots: list[Row] = []
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon":
            areas.append([text, 0, [_places(ring) for ring in (part.exterior, *part.interiors)]])
        elif part.geom_type == "LineString":
            lines.append([text, 0, _places(part)])
        elif part.geom_type == "Point":
            dots.append([text, 0, _places(part)[0]])
    if areas:
        layers.append(
            pydeck.Layer(
                "PolygonLayer",
                areas,
                id="areas",
                get_polygon="this[2]",
                get_fill_color=faint,
                get_line_color=strong,
                line_width_min_pixels=2,
                pickable=True,
            )
        )
    if lines:
        layers.append(
            pydeck.Layer(
                "PathLayer",
                lines,
                id="lines",
                get_path="this[2]",
                get_color=strong,
                width_min_pixels=4,
                pickable=True,
            )
        )
    if dots:
        layers.append(
            pydeck.Layer(
                "ScatterplotLayer",
                dots,
                id="projects",
                get_position="this[2]",
                get_fill_color=strong,
                get_line_color=colour(look.paper),
                get_radius=40,
                radius_min_pixels=7,
                radius_max_pixels=12,
                stroked=True,
                line_width_min_pixels=2,
                pickable=True,
            )
        )
    return layers


def _places(line: shapely.Geometry) -> list[list[float]]:
    return [[round(float(x), _DIGITS), round(float(y), _DIGITS)] for x, y in shapely.get_coordinates(line)]
