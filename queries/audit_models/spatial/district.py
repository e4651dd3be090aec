"""In which district each row lies, and how much of it in the one that it declares.

`code` is the column with the declared code of six digits; that of a city or a province stands for all its
districts. `inside_rate` is the share of the shape (area, length, of a point all or nothing) in what is
declared, `outside_m` the metres from the shape to it, 0 where they touch. `reason` is gcj02 or bd09 where the
shape would lie in the declared district if its coordinates were in that system, else empty.
"""

import numpy as np
import shapely

from data.geo.converting import standard_shapes
from data.geo.metres import in_metres, meridian_of
from data.geo.overlays import Shapes, Shared, shared_shapes
from queries.audit_models.spatial.given import Areas, Found, Given, Numbers, Places, words_of

_SHIFTS = ("gcj02", "bd09")


def derive(given: Given) -> Found:
    """One row for each row that has a shape and declares a code."""
    areas, shapes = given.areas, given.left.shapes
    codes = [code or "" for code in given.left.codes]
    rows = np.array(
        [place for place, code in enumerate(codes) if code and shapes[place] is not None], dtype=np.int64
    )
    at = _where_most_lies(shapes[rows], areas.shapes)
    declared = {code: _declared(areas, code) for code in {codes[row] for row in rows}}
    theirs = np.array([declared[codes[row]] for row in rows] or [], dtype=object)
    rates, metres = _inside(shapes[rows], theirs), _metres(shapes[rows], theirs)
    columns = {
        "district_code": [areas.codes[place] if place >= 0 else None for place in at],
        "district_name": [areas.names[place] if place >= 0 else None for place in at],
        "declared_name": [_name(areas, codes[row]) for row in rows],
        "is_known": ~shapely.is_missing(theirs),
        "inside_rate": rates,
        "outside_m": metres,
        "reason": _reasons(shapes[rows], theirs, rates),
        "declared_shape": words_of(theirs),
    }
    return Found(rows, None, columns)


def _where_most_lies(shapes: Shapes, areas: Shapes) -> Places:
    """Position of the area with most of each shape; -1 where more of it lies in none."""
    found = shared_shapes(shapes, areas)
    shares = _shares(shapes, found)
    best = np.full(len(shapes), -1, dtype=np.int64)
    most = 1.0 - np.bincount(found.left, shares, len(shapes))
    order = np.lexsort((-found.right, shares, found.left))  # the largest, the first of equals, comes last
    for place in order:
        if shares[place] >= most[found.left[place]]:
            most[found.left[place]], best[found.left[place]] = shares[place], found.right[place]
    return best


def _shares(shapes: Shapes, found: Shared) -> Numbers:
    """The share of its shape that each part is: of its area or length, of a point all."""
    meridian = meridian_of(shapes)
    ours, parts = in_metres(shapes[found.left], meridian), in_metres(found.shapes, meridian)
    whole, part = _size(ours), _size(parts)
    share = np.divide(part, whole, out=np.zeros(len(part)), where=whole > 0).clip(0, 1)
    return np.where(shapely.get_dimensions(ours) == 0, 1.0, share)


def _declared(areas: Areas, code: str) -> shapely.Geometry | None:
    """The area of a code, together that of all below it; None where no layer has it."""
    prefix = code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
    shapes = [
        shape
        for shape, known in zip(areas.shapes, areas.codes, strict=True)
        if known == code or (prefix != code and known.startswith(prefix))
    ]
    return shapely.union_all(shapes) if len(shapes) > 1 else next(iter(shapes), None)


def _name(areas: Areas, code: str) -> str | None:
    return next((name for name, known in zip(areas.names, areas.codes, strict=True) if known == code), None)


def _inside(shapes: Shapes, declared: Shapes) -> Numbers:
    """The share of each shape in the area beside it; NaN where there is none."""
    rates = np.full(len(shapes), np.nan)
    different = {id(area): area for area in declared if area is not None}
    for area in different.values():
        rows = np.flatnonzero([other is area for other in declared])
        rates[rows] = 0.0
        found = shared_shapes(shapes[rows], [area])
        rates[rows[found.left]] = _shares(shapes[rows], found)
    return rates


def _metres(shapes: Shapes, declared: Shapes) -> Numbers:
    """NaN for what lies so far off that no projection has it."""
    meridian = meridian_of(shapes)
    ours, theirs = in_metres(shapes, meridian), in_metres(declared, meridian)
    ours[~np.isfinite(shapely.bounds(ours)).all(axis=1)] = None
    return np.asarray(shapely.distance(ours, theirs))


def _reasons(shapes: Shapes, declared: Shapes, rates: Numbers) -> list[str]:
    """Which shift would bring home what lies outside as a whole."""
    reasons = np.full(len(shapes), "", dtype="<U8")
    for shift in _SHIFTS:
        rows = np.flatnonzero((rates == 0) & (reasons == ""))
        if len(rows):
            rates_then = _inside(standard_shapes(shapes[rows], shift), declared[rows])
            reasons[rows[rates_then > 0]] = shift
    return [str(reason) for reason in reasons]


def _size(shapes: Shapes) -> Numbers:
    is_area = shapely.get_dimensions(shapes) == 2
    return np.asarray(np.where(is_area, shapely.area(shapes), shapely.length(shapes)))
