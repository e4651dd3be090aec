"""The map of public investment: what is sent to the browser, to whom, and that names are inert there."""

import json
import math
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pydeck
import pytest
import shapely
from sqlalchemy import Engine, insert
from streamlit.testing.v1 import AppTest

from components.map import district_classes, single_projects
from components.map.density_layer import CELL, density_layer
from components.map.district_classes import round_steps
from components.map.map_deck import colour, height_unseen, map_deck, pixel_m, words_over
from components.map.project_classes import project_classes
from components.map.tiles import tile_style
from components.navigation import INVESTMENT_PAGE, MAP_PAGE, open_to
from components.palette import Look, palette
from components.shape_words import shape_words
from data.access.roles import COMMAND_LINE, ROLES, User
from data.bureau import set_value
from data.engine import connect_to, writing
from data.geo.layers.installing import NewLayer, add_layer
from data.schema import Region
from queries.catalog import kpis
from queries.filters import Filters
from queries.run import breakdown
from queries.source import open_source
from tests.app_pages import account, opened, served_by_the_app, signed_in
from tests.investment_rows import add_fact, add_investment, add_place
from tests.ledger_rows import add_house, settle

DAY = date(2025, 6, 30)
TRAP = "@@=1 <b>桥</b>"


@pytest.fixture(scope="module")
def bureau_engine(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Four projects: a road, a bridge with a name that is a trap, a field, and one without a place."""
    folder = tmp_path_factory.mktemp("works")
    engine = connect_to(f"sqlite:///{shutil.copy(sqlite_template, folder / 'audit.db')}")
    with writing(engine) as connection:
        add_house(connection)
        connection.execute(
            insert(Region).values(region_code="990103", name="990103", parent_code="990000", level="district")
        )
        set_value(connection, "is_demo", "yes")
        set_value(connection, "as_of", DAY.isoformat())
        shapes = (
            shapely.LineString([(123.6, 30.4), (123.61, 30.41)]),
            shapely.Point(123.62, 30.42),
            shapely.box(123.63, 30.43, 123.64, 30.44),
        )
        for number in range(1, 5):
            name = TRAP if number == 2 else f"工程{number}"
            add_investment(
                connection, number, name=name, region_code="990102", planned_end_date=date(2025, 1, number)
            )
            add_fact(connection, number, "approved_budget", date(2024, 1, 1), 10_000 * number)
        for number, shape in enumerate(shapes, start=1):
            add_place(connection, number, shape, found_region_code="990103" if number == 1 else "990102")
        for role in ROLES:
            account(connection, role, frozenset({role}))
        settle(connection)
    with served_by_the_app(engine, AUDIT_VAR_DIR=str(folder)):
        land = folder / "红线.csv"
        inside, far = shapely.box(123.6, 30.4, 123.62, 30.41), shapely.box(100, 20, 100.1, 20.1)
        land.write_text(f'code,name,wkt\nH1,西山,"{inside.wkt}"\nH2,远处,"{far.wkt}"\n', "utf-8")
        add_layer(
            engine, COMMAND_LINE, land, NewLayer("红线", "redline", "本局", "鲁SG(2026)001号", "cgcs2000")
        )
        yield engine
    engine.dispose()


def spec(page: AppTest) -> dict[str, Any]:
    """What the browser is told of the map."""
    charts = page.get("deck_gl_json_chart")
    assert len(charts) == 1
    told: dict[str, Any] = json.loads(charts[0].proto.json)
    return told


def layer(told: dict[str, Any], name: str) -> list[Any]:
    return next((one["data"] for one in told["layers"] if one["id"] == name), [])


def test_projects_are_drawn_with_their_shapes_and_nothing_is_fetched(bureau_engine: Engine) -> None:
    page = opened(signed_in(bureau_engine, "leadership"), MAP_PAGE)
    told = spec(page)
    assert {row[1] for row in layer(told, "projects")} == {1, 2, 3}
    assert [row[1] for row in layer(told, "lines")] == [1]
    assert [row[1] for row in layer(told, "areas")] == [3]
    assert len({row[1] for row in layer(told, "districts")}) == 12
    assert "http" not in json.dumps(told)
    assert told["mapStyle"] == "__MAP_STYLE__"  # Streamlit's word for: no map of anybody else
    assert "mapProvider" not in told
    assert any("无法上图：1 个" in note.value for note in page.caption)
    assert any("虚构" in note.value for note in page.caption)


def test_a_search_narrows_the_map_and_says_that_the_figures_stay(bureau_engine: Engine) -> None:
    page = opened(signed_in(bureau_engine, "leadership"), MAP_PAGE, q="工程3")
    assert {row[1] for row in layer(spec(page), "projects")} == {3}
    assert any("仍是全部项目的" in note.value for note in page.caption)


def test_to_clear_the_filters_is_to_clear_those_of_the_map_too(bureau_engine: Engine) -> None:
    narrowed = {"q": "工程3", "works": "running", "sector": "transport"}
    page = opened(signed_in(bureau_engine, "leadership"), MAP_PAGE, **narrowed, figure="investments")
    page.button(key="clear_filters").click().run()
    assert {row[1] for row in layer(spec(page), "projects")} == {1, 2, 3}
    assert not narrowed.keys() & page.query_params.keys()
    assert "figure" in page.query_params, "what is shown is no filter"
    assert page.text_input(key="map_search").value == ""
    assert "clear_filters" not in {button.key for button in page.button}


def test_a_name_is_words_and_never_worked_out(bureau_engine: Engine) -> None:
    told = spec(opened(signed_in(bureau_engine, "leadership"), MAP_PAGE))
    over = next(row[0] for row in layer(told, "projects") if row[1] == 2)
    assert over.startswith(f" {TRAP}")
    assert words_over("桥") == "桥"


@pytest.mark.parametrize("by", ["money", "delay", "overrun", "suspicion", "sector", "owner"])
def test_each_way_of_colouring_draws_every_project(bureau_engine: Engine, by: str) -> None:
    told = spec(opened(signed_in(bureau_engine, "leadership"), MAP_PAGE, by=by))
    rows = layer(told, "columns" if by == "money" else "projects")
    assert len(rows) == 3
    if by == "money":
        heights = {row[1]: row[4] for row in rows}
        assert heights[3] == pytest.approx(3 * heights[1], abs=2)


def test_districts_take_the_figure_that_was_asked_for(bureau_engine: Engine) -> None:
    page = opened(
        signed_in(bureau_engine, "leadership"), MAP_PAGE, **{"as": "districts", "figure": "investments"}
    )
    told = spec(page)
    assert not layer(told, "projects")
    over = {row[1]: row[0] for row in layer(told, "districts")}
    assert over["990102"].endswith("\n4")
    assert over["990103"].endswith("\n0"), "where nothing was counted it is none, not unknown"
    named = {row[1]: row[0] for row in layer(told, "names")}
    assert named["990102"].endswith("\n4")
    share = {"as": "districts", "figure": "investment_overrun_rate"}
    told = spec(opened(signed_in(bureau_engine, "leadership"), MAP_PAGE, **share))
    shades = {row[1]: row[3] for row in layer(told, "districts")}
    assert shades["990103"] == colour(palette("light").no_data)


@pytest.mark.parametrize(
    ("low", "high", "is_whole", "steps"),
    [
        (20.15, 63.97, False, (20, 10, 5)),
        (0.1875, 0.65, False, (0, 0.2, 4)),
        (42, 115, True, (40, 20, 4)),
        (0, 15, True, (0, 5, 4)),
        (0, 2, True, (0, 1, 3)),
        (7, 7, True, (7, 1, 1)),
        (0, 20, False, (0, 5, 4)),
    ],
)
def test_steps_of_a_figure_have_round_bounds_and_hold_it(
    low: float, high: float, is_whole: bool, steps: tuple[float, float, int]
) -> None:
    start, step, number = round_steps(low, high, is_whole=is_whole)
    assert (start, step, number) == pytest.approx(steps)
    assert start <= low
    assert high < start + step * number if is_whole else high <= start + step * number


@pytest.mark.parametrize("name", ["investment_overrun_rate", "investment_total"])
@pytest.mark.parametrize("districts", [("990102",), ("990102", "990103")])
def test_a_figure_that_is_the_same_everywhere_is_said_once(
    monkeypatch: pytest.MonkeyPatch, name: str, districts: tuple[str, ...]
) -> None:
    known = [SimpleNamespace(code=code, figure=SimpleNamespace(value=1)) for code in districts]
    monkeypatch.setattr(district_classes, "groups", lambda *_asked: known)
    names = dict.fromkeys(districts, "某区")
    made = district_classes.district_classes(name, Filters(as_of=DAY), names, palette("light"))
    (only,) = made.classes
    assert made.labels[districts[0]] == f"某区\n{only.words}"
    assert set(made.fills.values()) == {only.colour}


def test_the_legend_counts_what_is_on_the_map(bureau_engine: Engine) -> None:
    page = opened(signed_in(bureau_engine, "leadership"), MAP_PAGE, by="sector")
    (legend,) = [each.value for each in page.markdown if "■" in each.value]
    assert [int(line.rsplit(" · ", 1)[1].rstrip("]")) for line in legend.splitlines()] == [3]


@pytest.mark.parametrize("look", ["light", "dark"])
def test_others_are_told_apart_from_every_owner(look: Look) -> None:
    owners = pd.DataFrame({"unit": [f"单位{number}" for number in range(12)]})
    of_row, classes = project_classes(owners, "owner", palette(look))
    assert max(of_row) == len(classes) - 1
    others = colour(classes[0].colour)
    for each in classes[1:]:
        assert math.dist(others, colour(each.colour)) >= 30, each


def test_the_rows_of_a_cell_are_counted_where_they_lie(bureau_engine: Engine) -> None:
    cells = breakdown(open_source(bureau_engine), kpis()["investments"], Filters(as_of=DAY), "map_cell")
    assert sum(cell.figure.rows for cell in cells) == 4
    made, __ = density_layer({str(cell.code): cell.figure.value or 0 for cell in cells}, palette("light"))
    hexagons = [shapely.Polygon(row[2][0]) for row in made.data]
    # The one without a place is in no cell that could be drawn.
    assert len(hexagons) == len([cell for cell in cells if cell.code])
    for place in ((123.605, 30.405), (123.62, 30.42), (123.635, 30.435)):
        near = shapely.Point(place).buffer(1e-4)
        assert any(hexagon.intersects(near) for hexagon in hexagons)
    west, __, east, __ = hexagons[0].bounds
    assert east - west == pytest.approx(CELL, abs=2e-5)


def test_a_layer_is_drawn_when_the_address_asks_for_it_with_its_source(bureau_engine: Engine) -> None:
    page = opened(signed_in(bureau_engine, "leadership"), MAP_PAGE, layers="1,99,x")
    (area,) = layer(spec(page), "layer_1_areas")
    assert area[0].startswith("西山\n红线"), "what lies far away is not sent"
    assert any("红线：本局；审图号：鲁SG" in note.value for note in page.caption)
    names = [one["id"] for one in spec(page)["layers"]]
    assert names.index("districts") < names.index("layer_1_areas") < names.index("projects")
    assert not layer(spec(opened(signed_in(bureau_engine, "leadership"), MAP_PAGE)), "layer_1_areas")


def test_hexagons_are_a_roof_over_the_projects_that_is_seen_from_afar(
    bureau_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def height() -> int:
        told = spec(opened(signed_in(bureau_engine, "leadership"), MAP_PAGE))
        assert layer(told, "projects")
        assert told["views"][0]["orthographic"]
        return int(layer(told, "hexagons")[0][2][0][0][2])

    # A map of 620 pixels whose eye stands one and a half times as high sees nothing above 1.4 of its height.
    view = pydeck.ViewState(longitude=117, latitude=60, zoom=9)
    assert pixel_m(view, nearer=-1) == pytest.approx(40_075_017 / 2 / (512 * 2**8), rel=1e-6)
    assert height_unseen(pixel_m(view)) == pytest.approx(1.4 * 620 * pixel_m(view))
    few = height()
    # Three dots where 1500 may be: from log2(500) / 2 = 4.48 levels farther away than the map opens.
    monkeypatch.setattr(single_projects, "MOST_DOTS_OF_ALL", 3)
    assert few / height() == pytest.approx(500**0.5, rel=1e-3)


def test_a_long_shape_is_told_in_a_word() -> None:
    road = shapely.LineString([(123.6 + step / 100, 30.4) for step in range(20)])
    assert shape_words(road.wkt) == "线，20 个坐标点"
    assert shape_words(f"  multi{shapely.box(0, 0, 1, 1).wkt}{' ' * 60}") is not None
    assert shape_words("POINT (123.6 30.4)") is None
    assert shape_words("Point out what is wrong" * 9) is None
    assert shape_words(None) is None


def test_who_may_not_see_rows_gets_no_project(bureau_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ROLES, "leadership", (ROLES["leadership"][0], frozenset({"see-figures"})))
    page = opened(signed_in(bureau_engine, "leadership"), MAP_PAGE, **{"as": "projects"})
    told = spec(page)
    assert not any(layer(told, name) for name in ("projects", "lines", "areas", "columns"))
    assert layer(told, "hexagons")
    assert "工程1" not in json.dumps(told, ensure_ascii=False)
    assert not page.dataframe
    with pytest.raises(ValueError, match="navigation page"):
        opened(signed_in(bureau_engine, "leadership"), INVESTMENT_PAGE, id="1")


def test_the_card_says_what_is_wrong_with_a_place(bureau_engine: Engine) -> None:
    page = opened(signed_in(bureau_engine, "leadership"), INVESTMENT_PAGE, id="1")
    assert not page.exception
    assert any("不在所报区县" in note.value for note in page.warning)
    assert not opened(signed_in(bureau_engine, "leadership"), INVESTMENT_PAGE, id="2").warning
    assert opened(signed_in(bureau_engine, "leadership"), INVESTMENT_PAGE, id="99").info


def test_a_map_server_is_off_until_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AUDIT_MAP_TILES", raising=False)
    assert tile_style() is None
    monkeypatch.setenv(
        "AUDIT_MAP_TILES", "http://map.lan/{z}/{x}/{y}.png http://map.lan/names/{z}/{x}/{y}.png"
    )
    style = tile_style()
    assert style is not None
    assert [one["source"] for one in style["layers"]] == ["tiles0", "tiles1"]
    told = json.loads(map_deck([], (123.0, 30.0, 124.0, 31.0), palette("light")).to_json())
    assert told["mapStyle"][0]["sources"]["tiles0"]["tiles"] == ["http://map.lan/{z}/{x}/{y}.png"]
    assert told["initialViewState"]["zoom"] == pytest.approx(8.5, abs=0.5)


def test_a_user_without_figures_has_no_map() -> None:
    nobody = User("x", "x", frozenset())
    assert MAP_PAGE not in [entry.path for entry in open_to(nobody)]
