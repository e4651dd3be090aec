"""Metres, hectares, buffers and what lies upon what, on squares whose measures are known."""

import math

import numpy as np
import pytest
import shapely
from pyproj import Geod
from shapely import LineString, MultiPolygon, Point, Polygon

from data.geo.metres import areas_ha, areas_m2, buffers, in_degrees, lengths_m, meridian_of
from data.geo.overlays import lying_in, nearest, overlaps, sound, within_metres

GEOD = Geod(ellps="GRS80")


def square(west: float, south: float, metres: float) -> Polygon:
    """A square in metres from a corner in metres of the zone of 117°, in degrees."""
    return in_degrees([shapely.box(west, south, west + metres, south + metres)], 117)[0]


@pytest.mark.parametrize("place", [(117.1, 36.6), (109.4, 18.3), (131.3, 47.2), (76.1, 39.5), (-76.5, 3.4)])
def test_lengths_and_areas_are_those_on_the_ellipsoid(place: tuple[float, float]) -> None:
    x, y = place
    line = LineString([(x, y), (x + 0.03, y + 0.01), (x + 0.05, y - 0.02)])
    area = Polygon([(x, y), (x + 0.05, y), (x + 0.05, y + 0.04), (x, y + 0.04)])
    assert lengths_m([line])[0] == pytest.approx(GEOD.geometry_length(line), rel=5e-4)
    assert areas_m2([area])[0] == pytest.approx(abs(GEOD.geometry_area_perimeter(area)[0]), rel=1e-3)
    assert areas_ha([area])[0] == areas_m2([area])[0] / 10_000


def test_each_shape_is_measured_in_its_own_zone() -> None:
    lines = [LineString([(x, 30.0), (x + 0.01, 30.0)]) for x in (103.0, 117.0, 125.4)]
    measured = lengths_m(lines)
    assert np.ptp(measured) / measured.mean() < 5e-4
    assert meridian_of(lines[:1]) == 102


def test_what_has_no_length_or_area_has_none() -> None:
    shapes = [Point(117, 36), None, Polygon([(117, 36), (117.01, 36), (117.01, 36.01)])]
    assert lengths_m(shapes)[[0, 2]].tolist() == [0, 0]
    assert areas_m2(shapes)[0] == 0
    assert math.isnan(lengths_m(shapes)[1])
    assert math.isnan(areas_m2(shapes)[1])


def test_a_buffer_is_round_on_the_ground() -> None:
    (grown,) = buffers([Point(117.54, 45.0)], 500)
    away = [GEOD.inv(117.54, 45.0, x, y)[2] for x, y in grown.exterior.coords]
    assert (min(away), max(away)) == (pytest.approx(500, rel=1e-3), pytest.approx(500, rel=1e-3))
    west, south, east, north = grown.bounds
    assert (east - west) / (north - south) == pytest.approx(1.41, abs=0.02)  # in degrees it is an ellipse
    assert buffers([None], 5)[0] is None


def test_overlaps_in_hectares() -> None:
    projects = [square(500_000, 4_000_000, 100), square(510_000, 4_000_000, 100), Point(117, 36.2)]
    protected = [square(500_050, 4_000_000, 1_000), square(509_000, 3_999_000, 5_000)]
    found = overlaps(projects, protected)
    assert sorted(zip(found.left.tolist(), found.right.tolist(), strict=True)) == [(0, 0), (1, 1)]
    assert found.measure[np.argsort(found.left)] == pytest.approx([0.5, 1.0], rel=1e-6)
    assert overlaps(projects, protected, smallest_ha=0.6).left.tolist() == [1]


def test_neighbours_that_only_touch_do_not_overlap() -> None:
    assert not len(overlaps([square(500_000, 4e6, 100)], [square(500_100, 4e6, 100)], 0.0001).left)


def test_within_metres_and_nearest() -> None:
    homes = [square(500_000, 4e6, 10), square(502_000, 4e6, 10), square(520_000, 4e6, 10)]
    schools = [square(500_510, 4e6, 10), square(501_500, 4e6, 10)]
    near = within_metres(homes, schools, 500.1)
    assert list(zip(near.left.tolist(), near.right.tolist(), strict=True)) == [(0, 0), (1, 1)]
    assert near.measure == pytest.approx([500, 490], abs=0.01)
    assert nearest(homes, schools).measure == pytest.approx([500, 490, 18_490], abs=0.01)
    assert not len(nearest(homes, []).left)


def test_a_shape_lies_in_the_first_area_that_has_its_middle() -> None:
    districts = [square(500_000, 4e6, 1_000), square(500_500, 4e6, 1_000)]
    shapes = [*(square(500_000 + x, 4_000_010, 10) for x in (10, 600, 1_300, 9_000)), None]
    assert lying_in(shapes, districts).tolist() == [0, 0, 1, -1, -1]


def test_a_crossed_ring_is_made_valid() -> None:
    bow = Polygon([(117, 36), (117.01, 36.01), (117.01, 36), (117, 36.01)])
    (made,) = sound([bow])
    assert isinstance(made, MultiPolygon)
    assert made.is_valid
    assert sound([None])[0] is None
