"""The invented investment projects: what is planted in their places is there, and nothing else is."""

import json
import tomllib
from pathlib import Path

import numpy as np
import pytest
import shapely
from numpy.typing import NDArray

from data.demo.investment_sites import DemoSite, demo_sites, protected_land
from data.demo.warehouse.build import demo_works
from data.geo.gcj02 import wgs84_of_gcj02
from data.geo.metres import areas_m2, lengths_m
from data.geo.overlays import overlaps, within_metres

HERE = Path(__file__)
PLANTED = {
    kind: set(entry["numbers"])
    for kind, entry in tomllib.loads(HERE.with_name("demo_investment.toml").read_text("utf-8")).items()
}
DISTRICTS = {
    entry["properties"]["adcode"]: shapely.geometry.shape(entry["geometry"])
    for entry in json.loads((HERE.parents[1] / "data/demo/regions.geojson").read_text("utf-8"))["features"]
}
UNPLACED = ("swapped", "zero", "sign")


@pytest.fixture(scope="module")
def told() -> tuple[list[tuple[str, int]], tuple[DemoSite, ...]]:
    """(kind of works, approved budget) by number, and the sites."""
    with demo_works() as connection:
        rows = connection.execute("select left(project_kind, 4), budget_fen from works order by n").fetchall()
    return rows, demo_sites([kind for kind, __ in rows])


@pytest.fixture(scope="module")
def written(told: tuple[list[tuple[str, int]], tuple[DemoSite, ...]]) -> NDArray[np.object_]:
    return np.array([site.written for site in told[1]], dtype=object)


def test_there_are_nine_hundred_and_the_truth_names_them_by_number(
    told: tuple[list[tuple[str, int]], tuple[DemoSite, ...]],
) -> None:
    rows, sites = told
    assert len(rows) == len(sites) == 900
    said = {site.number: site.planted for site in sites if site.planted}
    assert {number: kind for kind, numbers in PLANTED.items() for number in numbers} == said


def test_outside_the_declared_district_are_the_planted_and_no_others(
    told: tuple[list[tuple[str, int]], tuple[DemoSite, ...]],
) -> None:
    outside = {site.number for site in told[1] if not DISTRICTS[site.region_code].contains(site.written)}
    assert outside == set().union(*(PLANTED[kind] for kind in ("outside", "gcj02", *UNPLACED)))


def test_what_is_swapped_signed_or_shifted_comes_home(
    told: tuple[list[tuple[str, int]], tuple[DemoSite, ...]],
) -> None:
    for site in told[1]:
        x, y = (site.written.x, site.written.y) if site.planted in {*UNPLACED, "gcj02"} else (0, 0)
        home = DISTRICTS[site.region_code]
        match site.planted:
            case "swapped":
                assert home.contains(shapely.Point(y, x))
            case "sign":
                assert home.contains(shapely.Point(x, -y))
            case "zero":
                assert x == 0
            case "gcj02":
                longitude, latitude = wgs84_of_gcj02(x, y)
                assert home.contains(shapely.Point(longitude[0], latitude[0]))


def test_equal_money_within_a_kilometre_and_one_ground_for_two(
    told: tuple[list[tuple[str, int]], tuple[DemoSite, ...]], written: NDArray[np.object_]
) -> None:
    rows, sites = told
    placed = np.array([site.number for site in sites if site.planted not in UNPLACED])
    near = within_metres(written[placed - 1], written[placed - 1], 1_000)
    pairs = [(placed[left], placed[right]) for left, right in zip(near.left, near.right, strict=True)]
    equal = {(a, b) for a, b in pairs if a < b and rows[a - 1][1] == rows[b - 1][1]}
    assert equal == {(number - 1, number) for number in PLANTED["twin"]}
    areas = np.array([site.number for site in sites if site.shape.geom_type == "Polygon"])
    found = overlaps(written[areas - 1], written[areas - 1])
    shared = {(areas[a], areas[b]) for a, b in zip(found.left, found.right, strict=True) if a < b}
    assert shared == {(number - 1, number) for number in PLANTED["same_ground"]}


@pytest.mark.parametrize("kind", ["redline", "farmland"])
def test_protected_land_is_built_upon_by_the_planted_alone(kind: str, written: NDArray[np.object_]) -> None:
    lands = np.array([land.shape for land in protected_land() if land.kind == kind], dtype=object)
    placed = np.array([bool(shapely.bounds(shape)[0] > 100) for shape in written])
    numbers = np.flatnonzero(placed) + 1
    near = shapely.STRtree(lands).query(written[placed], predicate="intersects")[0]
    assert set(numbers[near]) == PLANTED[kind]


def test_what_is_declared_is_what_is_drawn_but_for_the_planted(
    told: tuple[list[tuple[str, int]], tuple[DemoSite, ...]], written: NDArray[np.object_]
) -> None:
    lengths, areas = lengths_m(written), areas_m2(written)
    off: dict[str, set[int]] = {"length": set(), "area": set()}
    for site, length, area in zip(told[1], lengths, areas, strict=True):
        for kind, declared, drawn in (
            ("length", site.declared_length_m, length),
            ("area", site.declared_area_m2, area),
        ):
            if declared is not None and abs(drawn / declared - 1) > 0.1:
                off[kind].add(site.number)
    assert off == {kind: PLANTED[kind] for kind in off}
