"""Coordinate systems: the shifts of map makers against another program, projections against the series."""

import math
import time

import numpy as np
import prcoords
import pytest
from shapely import Point

from data.geo.bd09 import bd09_of_gcj02, bd09_of_wgs84, gcj02_of_bd09, wgs84_of_bd09
from data.geo.gauss_kruger import (
    DATUMS,
    ZoneError,
    central_meridian,
    epsg_of,
    system_of,
    zone_at,
    zone_of_easting,
)
from data.geo.gcj02 import gcj02_of_wgs84, wgs84_of_gcj02
from data.geo.local_grid import LocalGrid, local_grid
from data.geo.metres import in_metres
from data.geo.systems import (
    NAMED,
    CoordinateSystemError,
    coordinate_system,
    coordinates_in,
    degrees_of,
)

CENTIMETRE = 0.01 / 111_320  # degrees


@pytest.fixture(scope="module")
def places() -> tuple[np.ndarray, np.ndarray]:
    """20,000 places over the country, some on the meridian where the shift has a corner."""
    dice = np.random.default_rng(4490)
    x, y = dice.uniform(73.5, 135.1, 20_000), dice.uniform(3.9, 53.6, 20_000)
    x[:50] = 105 + dice.uniform(-1e-7, 1e-7, 50)
    return x, y


def test_shifts_are_those_of_another_program(places: tuple[np.ndarray, np.ndarray]) -> None:
    x, y = places[0][:500], places[1][:500]
    gcj = np.array([prcoords.wgs_gcj(place)[::-1] for place in zip(y, x, strict=True)])
    bd = np.array([prcoords.wgs_bd(place)[::-1] for place in zip(y, x, strict=True)])
    assert np.abs(np.column_stack(gcj02_of_wgs84(x, y)) - gcj).max() < 1e-9
    assert np.abs(np.column_stack(bd09_of_wgs84(x, y)) - bd).max() < 1e-9


@pytest.mark.parametrize(
    ("there", "back"),
    [
        (gcj02_of_wgs84, wgs84_of_gcj02),
        (bd09_of_gcj02, gcj02_of_bd09),
        (bd09_of_wgs84, wgs84_of_bd09),
    ],
)
def test_a_round_trip_ends_within_a_hundredth_of_a_metre(places, there, back) -> None:
    x, y = places
    again_x, again_y = back(*there(x, y))
    assert max(np.abs(again_x - x).max(), np.abs(again_y - y).max()) < CENTIMETRE / 1_000
    assert np.abs(there(x, y)[0] - x).max() > 0.001  # and they did go somewhere


def test_places_outside_the_rectangle_stay() -> None:
    x, y = np.array([-76.5, 139.7, 105.0]), np.array([3.4, 35.7, 60.0])
    for way in (gcj02_of_wgs84, wgs84_of_gcj02):
        assert np.array_equal(np.column_stack(way(x, y)), np.column_stack((x, y)))


def test_a_missing_coordinate_stays_missing_and_harms_no_other() -> None:
    x, y = gcj02_of_wgs84([117.0, math.nan], [36.6, 36.6])
    back, __ = wgs84_of_gcj02(x, y)
    assert math.isclose(back[0], 117.0, abs_tol=1e-9)
    assert math.isnan(back[1])


def test_a_million_points_come_back_in_two_seconds() -> None:
    dice = np.random.default_rng(1)
    x, y = dice.uniform(73.5, 135.1, 100_000), dice.uniform(3.9, 53.6, 100_000)
    started = time.process_time()
    wgs84_of_gcj02(x, y)
    assert time.process_time() - started < 0.2


def gauss_kruger(longitude: float, latitude: float, meridian: float) -> tuple[float, float]:
    """Krüger's series to n⁴ on the ellipsoid of CGCS2000, as geodesy prints it: (easting, northing)."""
    axis, f = 6_378_137.0, 1 / 298.257222101
    n = f / (2 - f)
    radius = axis / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    alphas = (
        n / 2 - 2 / 3 * n**2 + 5 / 16 * n**3 + 41 / 180 * n**4,
        13 / 48 * n**2 - 3 / 5 * n**3 + 557 / 1440 * n**4,
        61 / 240 * n**3 - 103 / 140 * n**4,
        49_561 / 161_280 * n**4,
    )
    phi, away = math.radians(latitude), math.radians(longitude - meridian)
    e = 2 * math.sqrt(n) / (1 + n)
    t = math.sinh(math.atanh(math.sin(phi)) - e * math.atanh(e * math.sin(phi)))
    xi, eta = math.atan2(t, math.cos(away)), math.atanh(math.sin(away) / math.sqrt(1 + t * t))
    east = eta + sum(a * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, a in enumerate(alphas, start=1))
    north = xi + sum(a * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, a in enumerate(alphas, start=1))
    return 500_000 + radius * east, radius * north


def test_a_known_place_in_its_zone() -> None:
    x, y = coordinates_in("epsg:4548", 117.54, 36.714)
    assert (round(x[0], 3), round(y[0], 3)) == (548_245.933, 4_064_908.054)
    assert gauss_kruger(117.54, 36.714, 117) == pytest.approx((x[0], y[0]), abs=1e-3)


@pytest.mark.parametrize("datum", ["cgcs2000", "xian80", "beijing54"])
@pytest.mark.parametrize("width", [3, 6])
def test_every_zone_has_its_middle_and_its_eastings(datum: str, width: int) -> None:
    for zone in (25, 39, 45) if width == 3 else (13, 20, 23):
        meridian = central_meridian(zone, width)
        plain = coordinates_in(f"epsg:{epsg_of(datum, zone, width, has_zone=False)}", meridian + 1.0, 36.0)
        with_zone = coordinates_in(f"epsg:{epsg_of(datum, zone, width, has_zone=True)}", meridian + 1.0, 36.0)
        assert with_zone[0] - plain[0] == pytest.approx(zone * 1_000_000, abs=1e-3)
        assert with_zone[1] == pytest.approx(plain[1], abs=1e-6)
        assert zone_of_easting(with_zone[0][0]) == (zone, width)
        assert zone_of_easting(plain[0][0]) is None
        assert (
            zone_at(meridian + width / 2 - 0.1, width) == zone_at(meridian - width / 2 + 0.1, width) == zone
        )
        if datum == "cgcs2000":
            assert gauss_kruger(meridian + 1.0, 36.0, meridian) == pytest.approx(
                (plain[0][0], plain[1][0]), abs=1e-3
            )


def test_a_zone_that_is_not_in_china_is_refused() -> None:
    with pytest.raises(ZoneError, match="24"):
        epsg_of("cgcs2000", 24, 3, has_zone=True)


@pytest.mark.parametrize("code", [*NAMED, "epsg:4548", "epsg:4526", "epsg:2437", "epsg:2383"])
def test_every_system_comes_back_to_its_coordinates(code: str) -> None:
    x, y = degrees_of(code, *coordinates_in(code, [117.1, 118.2], [36.6, 37.2]))
    assert np.abs(np.column_stack((x, y)) - [(117.1, 36.6), (118.2, 37.2)]).max() < CENTIMETRE / 10


def test_systems_say_what_they_are_and_what_is_lost() -> None:
    assert coordinate_system("EPSG:4490").code == "cgcs2000"
    assert coordinate_system(" wgs84 ").accuracy_m == 0
    zone = coordinate_system("EPSG:4548")
    assert (zone.code, zone.is_projected, zone.accuracy_m) == ("epsg:4548", True, 0)
    assert coordinate_system("beijing54").accuracy_m == coordinate_system("epsg:2383").accuracy_m == 100
    with pytest.raises(CoordinateSystemError, match="epsg:4548"):
        coordinate_system("济南坐标系")


def test_beijing_54_moves_by_the_parameters_that_a_bureau_gives() -> None:
    grid = LocalGrid(117.0, "beijing54", to_wgs84=(15.8, -154.4, -82.3))
    x, y = coordinates_in("epsg:2436", 117.3, 36.6)  # degrees of 54 as they are, in the zone of 117
    plain = np.column_stack(degrees_of("epsg:2436", x, y))
    moved = np.column_stack(degrees_of(local_grid(grid), x, y))
    east, north = (moved - plain)[0] * (111_320 * math.cos(math.radians(36.6)), 111_000)
    # By hand, at 117.3 E 36.6 N: east = -dx sin λ + dy cos λ; north has also the differing ellipsoids in it.
    angle = math.radians(117.3)
    assert east == pytest.approx(-15.8 * math.sin(angle) - 154.4 * math.cos(angle), abs=0.5)
    assert 20 < math.hypot(east, north) < 100
    assert coordinate_system(local_grid(grid)).accuracy_m == 0
    assert (
        coordinate_system(local_grid(grid)).title
        == "地方独立坐标系，中央经线 117°E，东偏 500000 米，北偏 0 米"
    )


def test_a_grid_at_a_height_is_larger_by_it() -> None:
    low, high = local_grid(LocalGrid(117.0)), local_grid(LocalGrid(117.0, plane_height=1_000.0))
    x, __ = coordinates_in(low, 117.5, 36.6)
    wider, __ = coordinates_in(high, 117.5, 36.6)
    assert (wider[0] - 500_000) / (x[0] - 500_000) == pytest.approx(1 + 1_000 / 6_378_137, abs=1e-6)
    assert coordinates_in("epsg:4548", 117.5, 36.6)[0] == pytest.approx(x, abs=1e-4)


def test_a_grid_without_sense_is_refused() -> None:
    for grid in (LocalGrid(117.0, "clarke"), LocalGrid(117.0, to_wgs84=(1.0,)), LocalGrid(500.0)):
        with pytest.raises(CoordinateSystemError):
            local_grid(grid)


def test_shapes_go_to_metres_as_points_do() -> None:
    (moved,) = in_metres([Point(117.54, 36.714)], 117)
    assert (round(moved.x, 3), round(moved.y, 3)) == (548_245.933, 4_064_908.054)


def test_systems_of_the_country_are_named_in_the_reader_s_language() -> None:
    assert coordinate_system("epsg:4550").title == "CGCS2000 高斯—克吕格 3° 带，中央经线 123°E，不带带号"
    assert "西安80 高斯—克吕格 6° 带" in coordinate_system("epsg:2334").title
    assert coordinate_system("epsg:32650").title == "WGS 84 / UTM zone 50N"
    for datum in DATUMS:
        for width, zone in ((3, 39), (6, 20)):
            for has_zone in (False, True):
                number = epsg_of(datum, zone, width, has_zone=has_zone)
                assert system_of(number) == (datum, zone, width, has_zone)
