"""What a set of coordinates seems to be in, and why single ones land outside."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely

from data.boundaries import demonstration
from data.geo.converting import raw_points, standard_shapes
from data.geo.intake.columns import PlaceColumns
from data.geo.intake.looking import LookedAt, WouldLand, would_land
from data.geo.landing import REASONS, landing
from data.geo.local_grid import LocalGrid, local_grid
from data.geo.overlays import lying_in, sound
from data.geo.places import Place, place
from data.geo.proposing import SystemProposal, propose_system
from data.geo.systems import coordinates_in

KNOWN = Path(__file__).resolve().parents[2] / "shared/data/cn_boundaries"


@pytest.fixture(scope="module")
def city() -> Place:
    """The districts of the demonstration city, which lies about 123.6 E 30.4 N."""
    drawn = demonstration()
    return place([shapely.Polygon(one.rings[0]) for one in drawn], [one.region_code for one in drawn])


@pytest.fixture(scope="module")
def spots(city: Place) -> np.ndarray:
    """600 places in the city, CGCS2000 degrees."""
    dice = np.random.default_rng(6)
    points = shapely.points(dice.uniform(122.9, 124.4, 2_500), dice.uniform(29.8, 31.0, 2_500))
    inner = points[lying_in(points, city.areas) >= 0][:600]
    return shapely.get_coordinates(inner)


def written(spots: np.ndarray, code: str, *, is_swapped: bool = False) -> np.ndarray:
    x, y = coordinates_in(code, spots[:, 0], spots[:, 1])
    return raw_points(y, x) if is_swapped else raw_points(x, y)


@pytest.mark.parametrize("is_swapped", [False, True])
@pytest.mark.parametrize(
    ("code", "proposed"),
    [
        ("cgcs2000", "cgcs2000"),
        ("epsg:4550", "epsg:4550"),  # 3°, middle 123°, without zone
        ("epsg:4529", "epsg:4529"),  # the same with zone 41
        ("epsg:4551", "epsg:4551"),  # the middle next to it
        ("epsg:4499", "epsg:4499"),  # 6°, zone 21
    ],
)
def test_a_set_is_recognised_by_where_it_lands(
    city: Place, spots: np.ndarray, code: str, proposed: str, is_swapped: bool
) -> None:
    found = propose_system(written(spots, code, is_swapped=is_swapped), city)
    assert (found.code, found.is_swapped, found.inside_rate) == (proposed, is_swapped, 1.0)


@pytest.mark.parametrize("code", ["gcj02", "bd09"])
def test_a_shift_shows_at_the_borders(city: Place, spots: np.ndarray, code: str) -> None:
    claimed = lying_in(shapely.points(spots), city.areas)
    found = propose_system(written(spots, code), city, "wgs84", claimed)
    assert found.code == code
    assert found.inside_rate == 1.0


def test_degrees_without_shift_are_not_taken_for_shifted(city: Place, spots: np.ndarray) -> None:
    claimed = lying_in(shapely.points(spots), city.areas)
    # A dozen claims are wrong, as claims are.
    claimed[:12] = (claimed[:12] + 1) % len(city.areas)
    assert propose_system(written(spots, "wgs84"), city, "wgs84", claimed).code == "wgs84"


def test_a_local_grid_is_not_guessed(city: Place) -> None:
    found = propose_system(raw_points(np.array([12_000.0, 13_000.0]), np.array([8_000.0, 9_000.0])), city)
    assert found.code == ""
    assert found.reason


def test_degrees_of_another_place_are_not_taken_for_a_local_grid(city: Place, spots: np.ndarray) -> None:
    elsewhere = shapely.transform(written(spots, "wgs84"), lambda points: points - (5.0, 0.0))
    found = propose_system(elsewhere, city, "wgs84")
    assert not found.code
    assert "经纬度" in found.reason


def test_without_districts_the_country_tells_swapped_axes(spots: np.ndarray) -> None:
    found = propose_system(written(spots, "cgcs2000", is_swapped=True), place([]))
    assert (found.code, found.is_swapped) == ("cgcs2000", True)


def test_nothing_proposes_nothing(city: Place) -> None:
    assert propose_system(np.array([None, None], dtype=object), city).inside_rate == 0


def test_the_polygons_on_sale_are_recognised_as_shifted() -> None:
    if not KNOWN.is_dir():
        pytest.skip("../shared/data/cn_boundaries is absent")
    table = pd.read_parquet(KNOWN / "tianditu_full.parquet")
    table = table[table["city_adcode"] == 370100]
    where = place(sound(shapely.from_wkb(table["geometry"])), table["district_adcode"].astype(str).tolist())
    features = json.loads((KNOWN / "datav_370100.json").read_text("utf-8"))["features"]
    codes = [str(feature["properties"]["adcode"]) for feature in features]
    claimed = np.array([where.codes.index(code) if code in where.codes else -1 for code in codes])
    shapes = np.array([shapely.geometry.shape(feature["geometry"]) for feature in features], dtype=object)
    found = propose_system(shapes, where, "wgs84", claimed)
    assert found.code == "gcj02"
    assert "GCJ-02" in found.reason
    honest = standard_shapes(shapes, "gcj02")
    assert propose_system(honest, where, "wgs84", claimed).code == "wgs84"


def test_single_shapes_outside_have_their_reason(city: Place) -> None:
    x, y = city.middle
    edge = _just_west_of_the_border(city)
    cases = {
        "": (x, y),
        "missing": (np.nan, y),
        "zero": (0.0, y),
        "swapped": (y, x),
        "sign": (x, -y),
        "gcj02": edge,
        "outside": (116.4, 39.9),
    }
    points = raw_points(*(np.array(column) for column in zip(*cases.values(), strict=True)))
    landed = landing(points, "wgs84", city)
    assert landed.reasons.tolist() == list(cases)
    assert landed.shapes[0].equals(shapely.Point(x, y))
    assert landed.shapes[1] is None


def test_metres_outside_have_their_reason(city: Place) -> None:
    x, y = city.middle
    (east,), (north,) = coordinates_in("epsg:4529", x, y)
    cases = {"": (east, north), "zone": (east - 41e6, north), "degrees": (x, y), "swapped": (north, east)}
    points = raw_points(*(np.array(column) for column in zip(*cases.values(), strict=True)))
    assert landing(points, "epsg:4529", city).reasons.tolist() == list(cases)
    swapped = raw_points(np.array([north, north]), np.array([east, east - 41e6]))
    assert landing(swapped, "epsg:4529", city, is_swapped=True).reasons.tolist() == ["", "zone"]


def test_every_reason_is_said_in_words() -> None:
    assert set(REASONS) >= {
        "missing",
        "zero",
        "swapped",
        "sign",
        "zone",
        "degrees",
        "gcj02",
        "bd09",
        "outside",
    }


def _just_west_of_the_border(city: Place) -> tuple[float, float]:
    """GCJ-02 of a place inside the city that falls outside if it is taken for WGS-84."""
    ring = shapely.get_coordinates(shapely.union_all(city.areas).exterior)
    for x, y in ring:
        for step in ((-0.001, 0), (0, -0.001), (0.001, 0), (0, 0.001)):
            inner = shapely.Point(x + step[0], y + step[1])
            (shifted_x,), (shifted_y,) = coordinates_in("gcj02", inner.x, inner.y)
            places = np.array([inner, shapely.Point(shifted_x, shifted_y)], dtype=object)
            home = lying_in(places, city.areas) >= 0
            if home.tolist() == [True, False]:
                return shifted_x, shifted_y
    raise AssertionError("no such place")


def test_a_grid_that_fits_either_way_is_told(city: Place) -> None:
    """A city's own grid may have its zero anywhere: eastings and northings of one size."""
    middle, latitude = city.middle
    grid = local_grid(
        LocalGrid(middle, latitude_of_origin=latitude, false_easting=20_000, false_northing=20_000)
    )
    near = written(np.array([[middle, latitude], [middle + 0.02, latitude - 0.03]]), grid)
    assert fits(near, grid, city).fits_either_way
    far = written(np.array([[middle, latitude], [middle + 0.02, latitude - 0.03]]), "epsg:4550")
    assert (fits(far, "epsg:4550", city).landed, fits(far, "epsg:4550", city).fits_either_way) == (2, False)
    assert not fits(raw_points(np.array([middle]), np.array([latitude])), "cgcs2000", city).fits_either_way


def fits(shapes: np.ndarray, code: str, where: Place) -> WouldLand:
    proposal = SystemProposal(code, is_swapped=False, inside_rate=1.0, reason="")
    looked = LookedAt(PlaceColumns(x="x", y="y"), shapes, tuple(range(1, len(shapes) + 1)), proposal)
    return would_land(looked, code, where)
