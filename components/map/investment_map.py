"""The map itself: districts, projects or hexagons, its legend and caption; a click leads on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import pydeck
import streamlit as st

from components.address import address
from components.address_parameter import put
from components.figures import show
from components.kpi.open_card import open_card
from components.kpi.open_rows import open_rows
from components.map.density_layer import HEXAGONS, density_layer
from components.map.district_classes import district_classes
from components.map.district_layers import DISTRICTS, district_layers, district_names
from components.map.further_choice import further_choice
from components.map.further_layers import HITS, TOWNSHIPS, further_layers
from components.map.map_caption import map_caption
from components.map.map_choice import COLOURED_BY, FIGURES, map_choice
from components.map.map_deck import map_deck
from components.map.map_legend import map_legend
from components.map.map_space import map_space
from components.map.project_classes import Class
from components.map.project_layers import PROJECTS
from components.map.projects_by_cell import projects_by_cell
from components.map.single_projects import single_projects
from components.map.tiles import tile_style
from components.map.year_slider import year_slider
from components.navigation import HIT_PAGE
from components.palette import palette
from components.session import bureau_now, filter_choices, groups, outlines
from data.boundaries import BaseMap
from data.geo.layers.drawn import Bounds
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters

_TILT = 45
_COUNTRY = (73.0, 17.0, 136.0, 54.0)  # degrees: where neither districts nor projects say where the bureau is
_MARGIN = 0.05


def investment_map(filters: Filters, frame: pd.DataFrame | None) -> None:
    """Draw the map, and beside it how it is drawn, its year, what else is to lie on it, and the legend.

    `frame` has the projects (queries/investment/map_projects.py). It is None for a reader who may not see
    single projects.
    """
    picture, beside = st.columns([7, 2])
    with beside:
        choice = map_choice(
            {name: str(kpis()[name].title) for name in FIGURES},
            sees_projects=frame is not None,
            projects=0 if frame is None else len(frame),
        )
        year_slider(filters)
        further = further_choice(sees_projects=frame is not None)
    look, base = palette(), outlines()
    drawn_codes = {one.region_code for one in base.districts}
    names = {code: name for code, name in filter_choices().regions if code in drawn_codes}
    words = _district_words(filters, names)
    classes: tuple[Class, ...]
    cells: tuple[Class, ...] = ()
    notes: tuple[str, ...] = ()
    fills: dict[str, str] = {}
    labels = names
    upper: tuple[pydeck.Layer, ...] = ()
    bounds = _bounds(base, filters, frame)
    space = map_space()
    if choice.drawn == "districts":
        districts = district_classes(choice.figure, filters, names, look)
        fills, words, labels, classes = districts.fills, districts.words, districts.labels, districts.classes
        title = str(kpis()[choice.figure].title)
    elif choice.drawn == "density" or frame is None:
        layer, classes = density_layer(projects_by_cell(filters, frame), look)
        upper, title = (layer,), _("Projects in a cell")
    else:
        single = single_projects(frame, choice.by, filters, bounds, space=space, look=look)
        upper, classes, cells, notes = single.layers, single.classes, single.cells, single.notes
        title = _(COLOURED_BY[choice.by])
    ground = district_layers(base, look, words, fills, filters.region, is_over_tiles=tile_style() is not None)
    is_tilted = choice.drawn == "projects" and choice.by == "money"
    beyond = further_layers(further, frame, bounds, look)
    deck = map_deck(
        [*ground, *beyond.below, *upper, *beyond.above, *district_names(base, look, labels)],
        bounds,
        look,
        pitch=_TILT if is_tilted else 0,
        space=space,
    )
    with picture:
        # Each district has a map of its own: what was clicked on another is forgotten with it.
        clicked = _draw(
            deck, f"map_{filters.region or 'all'}_{choice.drawn}_{is_tilted}", title, space.height
        )
        map_caption(base, beyond.sources)
    with beside:
        if cells:
            map_legend(_("Projects in a cell"), cells)
        map_legend(title, classes, notes)
        if beyond.classes:
            map_legend(_("Further layers and hits"), beyond.classes, beyond.notes)
    _follow(clicked, filters, {seen.model.code: seen.facts.run_id for seen in further.runs})


def _district_words(filters: Filters, names: Mapping[str, str]) -> dict[str, str]:
    """What stands over each district: its name and how many projects it has."""
    found = groups("investments", replace(filters, region=None), "region")
    counted = {group.code: group.figure.value for group in found}
    return {
        code: _("{name}\n{number} projects").format(name=name, number=show(counted.get(code, 0), "count"))
        for code, name in names.items()
    }


@dataclass(frozen=True)
class _Clicked:
    layer: str
    code: str


def _draw(deck: Any, key: str, title: str, height: int) -> _Clicked | None:
    def remember() -> None:
        found = st.session_state[key].selection.objects
        st.session_state["map_clicked"] = next(
            (_Clicked(layer, str(rows[0][1])) for layer, rows in found.items() if rows), None
        )

    st.pydeck_chart(
        deck,
        key=key,
        height=height,
        on_select=remember,
        alt=_("Map of public investment by {what}. The same projects stand in the table below.").format(
            what=title
        ),
    )
    clicked: _Clicked | None = st.session_state.pop("map_clicked", None)
    return clicked


def _follow(clicked: _Clicked | None, filters: Filters, runs: Mapping[str, int]) -> None:
    """A district or township narrows the page, a hexagon opens its rows, a project its card, a hit its proof.

    `runs` are those drawn, by the code of their model.
    """
    if clicked is None:
        return
    is_ground = clicked.layer == DISTRICTS or clicked.layer.startswith(TOWNSHIPS)
    if is_ground and clicked.code != filters.region and clicked.code in dict(filter_choices().regions):
        put("region", clicked.code)
        st.rerun()
    elif clicked.layer == HEXAGONS:
        open_rows("investments", filters, ("map_cell", clicked.code))
    elif clicked.layer in PROJECTS:
        open_card("investment", clicked.code, filters)
    elif clicked.layer.startswith(HITS):
        run = runs[clicked.layer.removeprefix(HITS).rpartition("_")[0]]
        st.switch_page(
            HIT_PAGE, query_params=address(None, bureau_now().as_of, run=str(run), hit=clicked.code)
        )


def _bounds(base: BaseMap, filters: Filters, frame: pd.DataFrame | None) -> Bounds:
    """Where to look: at the district chosen, at all of them, at the projects, or at the country."""
    chosen = next((one for one in base.districts if one.region_code == filters.region), None)
    if chosen is not None and chosen.shape is not None:
        west, south, east, north = chosen.shape.bounds
        return float(west), float(south), float(east), float(north)
    if base.bounds:
        return base.bounds
    placed = frame.dropna(subset=["longitude", "latitude"]) if frame is not None else None
    if placed is None or placed.empty:
        return _COUNTRY
    # What landed far away must not make the map so wide that nothing can be seen.
    low, high = placed[["longitude", "latitude"]].quantile([0.02, 0.98]).to_numpy().tolist()
    return low[0] - _MARGIN, low[1] - _MARGIN, high[0] + _MARGIN, high[1] + _MARGIN
