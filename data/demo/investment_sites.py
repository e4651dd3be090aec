"""Where the invented investment projects lie, what their files say of it, and the land that is protected.

A project lies clear of every other and of protected land, inside the district that it claims, and its file
says so, but for those whose `planted` says what is wrong with them.
"""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from data.geo.gcj02 import gcj02_of_wgs84
from data.geo.metres import areas_m2, lengths_m

SITES = 900
_OUTLINES = Path(__file__).with_name("regions.geojson")
# Every so many numbers one site of each kind, the next that suits it, from its own first number on.
_STEP = 111
_FIRST = {
    "outside": (11,),  # lies in another district than it claims
    "swapped": (14,),  # latitude is written first
    "zero": (17,),  # the longitude is zero
    "sign": (20,),  # a minus stands before the latitude
    "gcj02": (23, 52),  # a point of a map on sale, shifted out of its district
    "twin": (26,),  # the same approved budget as its neighbour, number - 1, a few hundred metres away
    "same_ground": (30,),  # lies upon its neighbour, number - 1
    "redline": (34,),  # reaches into the red line
    "farmland": (38,),  # reaches into permanent basic farmland
    "length": (42,),  # its line is not as long as declared
    "area": (46,),  # its area is not as large as declared
}
_POINTS = {"swapped", "zero", "sign", "gcj02", "twin"}
_AREAS = {"redline", "farmland", "area", "same_ground"}
_WITH_A_NEIGHBOUR = {"twin", "same_ground"}
# What kinds of works look like on a map; what is not listed is a point.
_LINES = ("道路", "河道", "管网")
_GROUNDS = ("学校", "医院")
_TOO_LONG, _TOO_LARGE = (0.62, 1.45), (0.55, 1.6)
# Metres of a degree of longitude and latitude in the middle of the city: enough to draw with.
_METRES = np.array((96_100.0, 110_860.0))
_CENTRE = np.array((123.62, 30.42))
_INSIDE = 0.004  # degrees that a site keeps from the border of its district
_APART_M = 60.0
_DIGITS = 6

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class DemoSite:
    """One of them. `shape` is where it lies, `written` what its file says, both in CGCS2000 degrees."""

    number: int
    region_code: str
    shape: shapely.Geometry
    written: shapely.Geometry
    declared_length_m: float | None
    declared_area_m2: float | None
    planted: str

    @property
    def code(self) -> str:
        """XM-000001 and so on: the number of the project in every dataset."""
        return f"XM-{self.number:06d}"


@dataclass(frozen=True)
class ProtectedLand:
    """One protected area; `kind` is "redline" or "farmland"."""

    kind: str
    code: str
    name: str
    shape: shapely.Geometry


@cache
def demo_districts() -> dict[str, shapely.Geometry]:
    """The area of each district by its code."""
    features = json.loads(_OUTLINES.read_text("utf-8"))["features"]
    return {entry["properties"]["adcode"]: shapely.geometry.shape(entry["geometry"]) for entry in features}


@cache
def protected_land() -> tuple[ProtectedLand, ...]:
    """Red line and farmland of the city, clear of each other."""
    dice = np.random.default_rng([2026, 35])
    city = shapely.union_all(list(demo_districts().values())).buffer(-_INSIDE)
    found: list[ProtectedLand] = []
    taken = _Taken()
    for kind, title, count, least, most in (
        ("redline", "生态保护红线（演示）", 16, 1_800, 4_200),
        ("farmland", "永久基本农田（演示）", 48, 350, 1_100),
    ):
        number = 0
        while number < count:
            middle = _CENTRE + dice.uniform(-1, 1, 2) * (0.66, 0.5)
            shape = _drawn(_blob(dice, dice.uniform(least, most)), middle)
            # Nobody protects the middle of a town.
            is_town = kind == "redline" and math.dist(middle, _CENTRE) < 0.22
            if is_town or not city.contains(shape) or not taken.is_free(shape, 4 * _APART_M):
                continue
            number += 1
            taken.take(shape)
            found.append(ProtectedLand(kind, f"{kind[:2].upper()}{number:03d}", f"{title}{number}", shape))
    return tuple(found)


def demo_sites(kinds: Sequence[str]) -> tuple[DemoSite, ...]:
    """The sites in the order of their numbers, one for each kind of works; the same on every run."""
    wrong = _planted(kinds)
    placed = list(_placed(kinds, wrong))
    shapes = np.array([shape for __, shape in placed], dtype=object)
    dice = np.random.default_rng([2026, 17])
    lengths = lengths_m(shapes) * dice.uniform(0.985, 1.015, len(shapes))
    areas = areas_m2(shapes) * dice.uniform(0.985, 1.015, len(shapes))
    return tuple(
        DemoSite(
            number,
            code,
            shape,
            _written(shape, planted),
            _declared(length * (_TOO_LONG[number % 2] if planted == "length" else 1)),
            _declared(area * (_TOO_LARGE[number % 2] if planted == "area" else 1)),
            planted,
        )
        for number, ((code, shape), length, area) in enumerate(zip(placed, lengths, areas, strict=True), 1)
        for planted in [wrong.get(number, "")]
    )


def _declared(measured: float) -> float | None:
    return round(float(measured), 1) or None


def _planted(kinds: Sequence[str]) -> dict[int, str]:
    """What is planted, by the number of the site: where the kind of works suits what is wrong."""
    found: dict[int, str] = {}
    taken: set[int] = set()
    for planted, firsts in _FIRST.items():
        suits = _GROUNDS if planted in _AREAS else _LINES if planted == "length" else ("",)
        for start in (first + _STEP * time for first in firsts for time in range(len(kinds) // _STEP)):
            for number in range(start, len(kinds)):
                around = {number, number - 1} if planted in _WITH_A_NEIGHBOUR else {number}
                if taken.isdisjoint(around) and kinds[number - 1].startswith(suits):
                    found[number] = planted
                    taken |= around
                    break
    return found


class _Taken:
    """The ground that is taken, as boxes first and as shapes where boxes meet."""

    def __init__(self) -> None:
        self._boxes = np.empty((0, 4))
        self._shapes: list[shapely.Geometry] = []

    def is_free(self, shape: shapely.Geometry, metres: float = _APART_M) -> bool:
        """Whether nothing lies within so many metres of it."""
        if not self._shapes:
            return True
        room = metres / _METRES.min()
        west, south, east, north = shapely.bounds(shape) + np.array((-room, -room, room, room))
        boxes = self._boxes[: len(self._shapes)]
        meets = (boxes[:, 0] < east) & (boxes[:, 2] > west) & (boxes[:, 1] < north) & (boxes[:, 3] > south)
        return not any(shapely.dwithin(shape, self._shapes[place], room) for place in np.flatnonzero(meets))

    def take(self, shape: shapely.Geometry) -> None:
        """Nobody else may lie there."""
        if len(self._shapes) == len(self._boxes):
            self._boxes = np.concatenate([self._boxes, np.zeros((256, 4))])
        self._boxes[len(self._shapes)] = shapely.bounds(shape)
        self._shapes.append(shape)


def _placed(kinds: Sequence[str], wrong: dict[int, str]) -> Iterator[tuple[str, shapely.Geometry]]:
    """The district that each site claims, and where it lies."""
    dice = np.random.default_rng([2026, 11])
    districts = demo_districts()
    inner = {code: area.buffer(-_INSIDE) for code, area in districts.items()}
    pools = {code: _pool(dice, area) for code, area in inner.items()}
    protected = protected_land()
    taken, guarded = _Taken(), _Taken()
    for land in protected:
        guarded.take(land.shape)
    codes = list(districts)
    # Where people live, most is built: the districts are in the order of their distance from the middle.
    weights = np.linspace(1.6, 0.7, len(codes))
    weights /= weights.sum()
    before: tuple[str, shapely.Geometry] | None = None
    for number, works in enumerate(kinds, start=1):
        planted, following = wrong.get(number, ""), wrong.get(number + 1, "")
        code = codes[dice.choice(len(codes), p=weights)]
        kind = _kind(dice, works, planted, following)
        if planted in {"twin", "same_ground"} and before is not None:
            code = before[0]
            shape = _beside(dice, before[1], planted, (taken, guarded))
        elif planted in {"redline", "farmland"}:
            code, shape = _reaching(dice, [land for land in protected if land.kind == planted], inner, taken)
        elif planted == "gcj02":
            shape = _near_border(dice, pools[code], districts[code], (taken, guarded))
        else:
            shape = _free(dice, kind, pools[code], inner[code], (taken, guarded))
        taken.take(shape)
        before = (code, shape)
        if planted == "outside":
            code = codes[(codes.index(code) + 5) % len(codes)]
        yield code, shape


def _written(shape: shapely.Geometry, planted: str) -> shapely.Geometry:
    """What the file says of where it lies."""
    match planted:
        case "swapped":
            return shapely.Point(shape.y, shape.x)
        case "zero":
            return shapely.Point(0.0, shape.y)
        case "sign":
            return shapely.Point(shape.x, -shape.y)
        case "gcj02":
            longitude, latitude = gcj02_of_wgs84(shape.x, shape.y)
            return shapely.Point(round(float(longitude[0]), _DIGITS), round(float(latitude[0]), _DIGITS))
    return shape


def _kind(dice: np.random.Generator, works: str, planted: str, following: str) -> str:
    share = dice.random()
    if planted in _POINTS or following == "twin":
        return "point"
    # What something lies upon is an area too.
    if planted in _AREAS or following == "same_ground":
        return "area"
    if works.startswith(_LINES):
        return "line" if planted == "length" or share < 0.85 else "point"
    return "area" if works.startswith(_GROUNDS) and share < 0.8 else "point"


def _pool(dice: np.random.Generator, area: shapely.Geometry) -> Numbers:
    """Places all over an area."""
    west, south, east, north = shapely.bounds(area)
    places = dice.uniform((west, south), (east, north), (6_000, 2))
    return np.asarray(places[shapely.contains_xy(area, places)])


def _free(
    dice: np.random.Generator,
    kind: str,
    pool: Numbers,
    area: shapely.Geometry,
    taken: tuple[_Taken, _Taken],
) -> shapely.Geometry:
    """A shape of the kind somewhere in the area where nothing is yet."""
    while True:
        middle = pool[dice.integers(len(pool))]
        shape = _shape(dice, kind, middle)
        if (kind == "point" or area.contains(shape)) and all(ground.is_free(shape) for ground in taken):
            return shape


def _shape(dice: np.random.Generator, kind: str, middle: Numbers) -> shapely.Geometry:
    if kind == "point":
        return shapely.Point(np.round(middle, _DIGITS))
    if kind == "area":
        return _drawn(_ground(dice, dice.uniform(70, 420)), middle)
    # Roads, rivers and pipes lead to the middle of the city or around it.
    to_centre = math.atan2(*((_CENTRE - middle) * _METRES)[::-1])
    heading = to_centre + dice.choice((0.0, math.pi / 2)) + dice.normal(0, 0.25)
    turns = heading + np.cumsum(dice.normal(0, 0.16, dice.integers(5, 14)))
    steps = dice.uniform(90, 620) * dice.uniform(0.6, 1.4, len(turns))
    walk = np.cumsum(np.column_stack((np.cos(turns) * steps, np.sin(turns) * steps)), axis=0)
    return shapely.LineString(np.round(middle + (walk - walk.mean(axis=0)) / _METRES, _DIGITS))


def _drawn(ring: Numbers, middle: Numbers) -> shapely.Geometry:
    """A ring of metres about a place, as an area in degrees."""
    return shapely.Polygon(np.round(middle + ring / _METRES, _DIGITS))


def _ground(dice: np.random.Generator, width: float) -> Numbers:
    """A building site: four corners, turned and a little askew."""
    turn = dice.uniform(0, math.pi / 2)
    corners = np.array(((-1, -1), (1, -1), (1, 1), (-1, 1))) * (width / 2, width / 2 * dice.uniform(0.5, 1))
    corners = corners + dice.normal(0, width * 0.03, corners.shape)
    cosine, sine = math.cos(turn), math.sin(turn)
    return np.asarray(corners @ np.array(((cosine, sine), (-sine, cosine))))


def _blob(dice: np.random.Generator, radius: float) -> Numbers:
    angles = np.linspace(0, 2 * math.pi, 18, endpoint=False)
    waves = 1 + 0.18 * np.sin(2 * angles + dice.uniform(0, 6)) + 0.1 * np.sin(3 * angles + dice.uniform(0, 6))
    return np.asarray(np.column_stack((np.cos(angles), np.sin(angles))) * (radius * waves)[:, None])


def _beside(
    dice: np.random.Generator, neighbour: shapely.Geometry, planted: str, taken: tuple[_Taken, _Taken]
) -> shapely.Geometry:
    """A few hundred metres from its neighbour, or shifted so that more than half of it lies upon it."""
    if planted == "same_ground":
        west, __, east, ___ = neighbour.bounds
        aside = np.array(((east - west) * 0.2, 0.0))
        return shapely.transform(neighbour, lambda points: np.round(points + aside, _DIGITS))
    while True:
        angle, far = dice.uniform(0, 2 * math.pi), dice.uniform(220, 760)
        middle = shapely.get_coordinates(neighbour)[0] + np.array((math.cos(angle), math.sin(angle))) * (
            far / _METRES
        )
        shape = _shape(dice, "point", middle)
        if all(ground.is_free(shape) for ground in taken):
            return shape


def _reaching(
    dice: np.random.Generator,
    lands: list[ProtectedLand],
    inner: dict[str, shapely.Geometry],
    taken: _Taken,
) -> tuple[str, shapely.Geometry]:
    """A building site across the edge of protected land, and the district that it lies in."""
    while True:
        land = lands[dice.integers(len(lands))]
        corner = shapely.get_coordinates(land.shape)[dice.integers(18)]
        shape = _drawn(_ground(dice, dice.uniform(180, 420)), corner)
        for code, area in inner.items():
            if area.contains(shape) and taken.is_free(shape):
                return code, shape


def _near_border(
    dice: np.random.Generator, pool: Numbers, district: shapely.Geometry, taken: tuple[_Taken, _Taken]
) -> shapely.Geometry:
    """A place of the pool that the shift carries out of the district."""
    longitude, latitude = gcj02_of_wgs84(pool[:, 0], pool[:, 1])
    leaving = np.flatnonzero(~shapely.contains_xy(district, longitude, latitude))
    while True:
        shape = _shape(dice, "point", pool[dice.choice(leaving)])
        if all(ground.is_free(shape) for ground in taken):
            return shape
