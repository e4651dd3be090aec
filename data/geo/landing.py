"""Where each shape lands, and for those that land outside the likely reason.

A reason is what would bring the shape into the place; where several would, the plainest counts. Nothing is
moved: a person decides what becomes of it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from data.geo.converting import standard_shapes
from data.geo.gauss_kruger import zone_at
from data.geo.overlays import Shapes
from data.geo.places import Place, is_inside
from data.geo.systems import coordinate_system
from data.language import mark

REASONS = {
    "missing": mark("no coordinates"),
    "zero": mark("a coordinate is zero"),
    "swapped": mark("axes swapped"),
    "sign": mark("sign lost"),
    "zone": mark("zone missing or superfluous"),
    "degrees": mark("degrees among metres"),
    "gcj02": mark("looks like GCJ-02"),
    "bd09": mark("looks like BD-09"),
    "outside": mark("outside, for no reason that shows"),
}
_MILLION = 1_000_000


@dataclass(frozen=True)
class Landing:
    """`shapes` in CGCS2000 degrees, None where nothing could be placed; `reasons` a key of REASONS or ""."""

    shapes: Shapes
    reasons: NDArray[np.str_]


def landing(shapes: Shapes, code: str, where: Place, *, is_swapped: bool = False) -> Landing:
    """Convert shapes from a system and judge each by where it comes down. Raises CoordinateSystemError."""
    placed = standard_shapes(shapes, code, is_swapped=is_swapped)
    reasons = np.full(len(shapes), "", dtype="<U8")
    lost = ~is_inside(placed, where)
    reasons[lost] = "outside"
    is_missing = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    reasons[is_missing] = "missing"
    low, high = shapely.bounds(shapes)[:, :2], shapely.bounds(shapes)[:, 2:]
    reasons[lost & ~is_missing & ((low == 0) | (high == 0)).any(axis=1)] = "zero"
    for reason, tried in _remedies(code, where, is_swapped=is_swapped):
        open_ones = np.flatnonzero(reasons == "outside")
        if not len(open_ones):
            break
        reasons[open_ones[is_inside(tried(shapes[open_ones]), where)]] = reason
    return Landing(placed, reasons)


def _remedies(
    code: str, where: Place, *, is_swapped: bool
) -> Iterator[tuple[str, Callable[[Shapes], Shapes]]]:
    """(reason, how the shapes would be read if it were that)."""

    def read(
        by: str = code, swapped: bool = is_swapped, sign: tuple[int, int] = (1, 1), east: float = 0.0
    ) -> Callable[[Shapes], Shapes]:
        # Written first is the northing where axes are swapped: only the easting carries a zone.
        shift = (0.0, east) if swapped else (east, 0.0)
        return lambda shapes: standard_shapes(
            shapely.transform(shapes, lambda points: points * sign + shift), by, is_swapped=swapped
        )

    yield "swapped", read(swapped=not is_swapped)
    for sign in ((-1, 1), (1, -1), (-1, -1)):
        yield "sign", read(sign=sign)
    if coordinate_system(code).is_projected:
        for width in (3, 6):
            zone = zone_at(where.middle[0], width)
            for near in (zone, zone - 1, zone + 1):
                yield "zone", read(east=near * _MILLION)
                yield "zone", read(east=-near * _MILLION)
        yield "degrees", read(by="cgcs2000", swapped=False)
        yield "degrees", read(by="cgcs2000", swapped=True)
    elif not where.is_country:
        yield from ((shift, read(by=shift)) for shift in ("gcj02", "bd09") if code not in {"gcj02", "bd09"})
