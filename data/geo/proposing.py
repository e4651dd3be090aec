"""Which coordinate system a set of shapes seems to be in, judged by where they would land.

Each system that numbers of such a size can mean is tried; the one that brings most shapes into the place
wins. Degrees, GCJ-02 and BD-09 differ by hundreds of metres only, which shows at borders: a shift is proposed
where it brings shapes into the area that they claim and takes hardly any out of theirs.

北京54, 西安80 and CGCS2000 cannot be told apart by their numbers; a grid of CGCS2000 is proposed, and it is
for a person who knows to say otherwise. A local grid is never guessed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from data.geo.converting import standard_shapes
from data.geo.gauss_kruger import central_meridian, epsg_of, zone_at, zone_of_easting
from data.geo.overlays import Shapes, sound
from data.geo.places import Place, is_inside
from data.language import _

_SAMPLE = 2_000
_LARGEST_DEGREE = 180.0
_SHIFTED = ("gcj02", "bd09")
_FEWEST_BETTER = 4  # shapes that a shift must bring home before it is believed
_BETTER_SHARE = 0.8  # of the shapes to which it makes a difference
_DIFFERENCE = 0.005  # share of a shape that counts as a difference


@dataclass(frozen=True)
class SystemProposal:
    """What the coordinates seem to be. `inside_rate` is the share that lands in the place, 0 to 1.

    `code` is empty where no system brings them there; `reason` says in the reader's language why it is this.
    """

    code: str
    is_swapped: bool
    inside_rate: float
    reason: str


def propose_system(
    shapes: Shapes, where: Place, declared: str = "", claimed: NDArray[np.int64] | None = None
) -> SystemProposal:
    """The system of shapes whose coordinates are as they came; `declared` is what their file says, if so.

    `claimed` gives for each shape the position of the area of the place that it says it lies in, -1 for none.
    """
    kept = _sample(shapes)
    if not len(kept):
        return SystemProposal(declared, False, 0.0, _("There are no coordinates."))
    sampled = shapes[kept]
    best = SystemProposal("", False, 0.0, _no_system(sampled))
    for code, is_swapped in _candidates(sampled, where, declared):
        rate = float(is_inside(standard_shapes(sampled, code, is_swapped=is_swapped), where).mean())
        if rate > best.inside_rate:
            best = SystemProposal(code, is_swapped, rate, _reason(code, declared, is_swapped=is_swapped))
        if rate == 1.0:
            break
    if best.code in {"cgcs2000", "wgs84"} and not where.is_country:
        claims = np.full(len(kept), -1) if claimed is None else claimed[kept]
        return _without_shift(sampled, where, best, claims)
    return best


def _sample(shapes: Shapes) -> NDArray[np.int64]:
    """Positions of some shapes that have coordinates, spread over all of them."""
    present = np.flatnonzero(~shapely.is_missing(shapes) & ~shapely.is_empty(shapes))
    present = present[(shapely.bounds(shapes[present])[:, :2] != 0).all(axis=1)]
    return np.asarray(present[:: max(len(present) // _SAMPLE, 1)])


def _candidates(shapes: Shapes, where: Place, declared: str) -> Iterator[tuple[str, bool]]:
    """(code, whether the axes are swapped), the likeliest first."""
    if declared:
        yield declared, False
    if _are_degrees(shapes):
        yield from (("cgcs2000", False), ("cgcs2000", True))
    else:
        x, y = _typical(shapes)
        for code in _zones(x, where):
            yield code, False
        for code in _zones(y, where):
            yield code, True
    if declared:
        yield declared, True


def _typical(shapes: Shapes) -> tuple[float, float]:
    bounds = shapely.bounds(shapes)
    return float(np.median(bounds[:, 0])), float(np.median(bounds[:, 1]))


def _are_degrees(shapes: Shapes) -> bool:
    return max(map(abs, _typical(shapes))) <= _LARGEST_DEGREE


def _zones(easting: float, where: Place) -> Iterator[str]:
    """The Gauss-Krüger systems of CGCS2000 that an easting may mean, in the zones of the place."""
    carried = zone_of_easting(easting)
    if carried is not None:
        yield f"epsg:{epsg_of('cgcs2000', *carried, has_zone=True)}"
    if not 0 < easting < 1_000_000:
        return
    meridians = set()
    for width in (3, 6):
        # City grids keep the zone of their centre although the city reaches into the next.
        for step in (0, -1, 1):
            zone = zone_at(where.middle[0], width) + step
            meridian = central_meridian(zone, width)
            if 75 <= meridian <= 135 and meridian not in meridians:
                meridians.add(meridian)
                yield f"epsg:{epsg_of('cgcs2000', zone, width, has_zone=False)}"


def _without_shift(
    shapes: Shapes, where: Place, best: SystemProposal, claims: NDArray[np.int64]
) -> SystemProposal:
    """The same proposal, or that of a shift that brings shapes home to the areas that they claim."""
    plain = _at_home(standard_shapes(shapes, best.code, is_swapped=best.is_swapped), where, claims)
    found, most = best, 0
    for code in _SHIFTED:
        shifted = standard_shapes(shapes, code, is_swapped=best.is_swapped)
        home = _at_home(shifted, where, claims)
        better, worse = (home > plain + _DIFFERENCE).sum(), (home < plain - _DIFFERENCE).sum()
        is_believed = better >= _FEWEST_BETTER and better >= _BETTER_SHARE * (better + worse)
        gain = int((home - plain).sum() * 1_000)
        if is_believed and gain > most:
            most = gain
            rate = float(is_inside(shifted, where).mean())
            reason = _("{better} of {count} shapes lie where they ought to only if they are in {system}.")
            words = reason.format(better=better, count=len(shapes), system=code.upper().replace("0", "-0"))
            found = SystemProposal(code, best.is_swapped, rate, words)
    return found


def _at_home(shapes: Shapes, where: Place, claims: NDArray[np.int64]) -> NDArray[np.float64]:
    """The share of each shape that lies in the area that it claims, in the whole place if it claims none."""
    flat = sound(shapes)
    areas = where.areas[claims]
    if (claims < 0).any():
        areas[claims < 0] = shapely.union_all(where.areas)
    inner = shapely.intersection(flat, areas)
    sizes = [shapely.area, shapely.length, shapely.get_num_coordinates]
    measures = np.select(
        [shapely.area(flat) > 0, shapely.length(flat) > 0],
        [_ratio(sizes[0](inner), sizes[0](flat)), _ratio(sizes[1](inner), sizes[1](flat))],
        _ratio(sizes[2](inner), sizes[2](flat)),
    )
    return np.asarray(np.nan_to_num(measures))


def _ratio(part: NDArray[np.float64], whole: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.divide(part, whole, out=np.zeros(len(whole)), where=whole > 0)


def _reason(code: str, declared: str, *, is_swapped: bool) -> str:
    if code == declared:
        said = _("The file says so.")
    elif code.startswith("epsg:"):
        said = _("Numbers of this size are metres, and in this zone they lie in the place.")
    else:
        # A shift shows at borders alone: where none is crossed, only the origin of the file can tell.
        said = _(
            "Numbers of this size are degrees, and they lie in the place. Those of Amap and Tencent (GCJ-02)"
            " and of Baidu (BD-09) look the same and are hundreds of metres off: say so if they come from"
            " there."
        )
    first = _("Northing or latitude stands first.")
    return f"{said} {first}" if is_swapped else said


def _no_system(shapes: Shapes) -> str:
    if _are_degrees(shapes):
        return _(
            "Numbers of this size are degrees, but they lie elsewhere: the file may be of another place."
        )
    return _(
        "No known system brings the coordinates into the place; it may be a local grid, to be described."
    )
