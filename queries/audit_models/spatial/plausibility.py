"""Whether coordinates can be right at all, and for those outside the bureau's districts the likeliest reason.

`reason` is a key of REASONS in data/geo/landing.py, empty where the shape lies inside. `remedied_shape` is
where it would lie with axes exchanged or the sign put right, null for other reasons.
"""

import numpy as np
import shapely

from data.geo.landing import landing
from data.geo.overlays import Shapes
from data.geo.places import is_inside, place
from queries.audit_models.spatial.given import Found, Given, words_of

_SIGNS = ((-1, 1), (1, -1), (-1, -1))


def derive(given: Given) -> Found:
    """One row for each row that has coordinates."""
    where = place(list(given.areas.shapes), given.areas.codes)
    rows = np.flatnonzero(~shapely.is_missing(given.left.shapes))
    shapes = given.left.shapes[rows]
    reasons = landing(shapes, "cgcs2000", where).reasons
    remedied = np.full(len(rows), None, dtype=object)
    swapped, signed = reasons == "swapped", np.flatnonzero(reasons == "sign")
    remedied[swapped] = shapely.transform(shapes[swapped], lambda points: points[:, ::-1])
    for sign in _SIGNS:
        tried = _signed(shapes[signed], sign)
        inside = is_inside(tried, where) & shapely.is_missing(remedied[signed])
        remedied[signed[inside]] = tried[inside]
    return Found(rows, None, {"reason": reasons, "remedied_shape": words_of(remedied)})


def _signed(shapes: Shapes, sign: tuple[int, int]) -> Shapes:
    return np.asarray(shapely.transform(shapes, lambda points: points * sign), dtype=object)
