"""The nearest facility of each kind to each row, and how far it is in metres, from edge to edge.

Facilities are the rows of `to`, whose column `code` says of which kind each is, or the shapes of installed
layers, of which each layer is a kind. A row for which there is no facility of a kind at all is not listed.
"""

import numpy as np
import shapely

from data.geo.metres import in_metres, meridian_of
from queries.audit_models.spatial.given import Columns, Found, Given, words_of


def derive(given: Given) -> Found:
    """One row for each row with a shape and each kind of facility."""
    areas = given.areas
    kinds, codes, names, shapes = list(areas.layers), list(areas.codes), list(areas.names), areas.shapes
    if given.right is not given.left:
        theirs = given.right
        keys = [str(key) for key in theirs.keys.column(0).to_pylist()]
        kinds += [kind or "" for kind in theirs.codes]
        codes += keys
        names += [""] * len(keys)
        shapes = np.concatenate([shapes, theirs.shapes])
    meridian = meridian_of(given.left.shapes)
    ours, metric = in_metres(given.left.shapes, meridian), in_metres(shapes, meridian)
    rows, nearest, metres = [np.empty(0, np.int64)], [np.empty(0, np.int64)], [np.empty(0)]
    for kind in sorted(set(kinds)):
        of_kind = np.flatnonzero([other == kind for other in kinds])
        pairs, distances = shapely.STRtree(metric[of_kind]).query_nearest(
            ours, return_distance=True, all_matches=False
        )
        rows.append(pairs[0])
        nearest.append(of_kind[pairs[1]])
        metres.append(distances)
    places = np.concatenate(nearest)
    columns: Columns = {
        "facility_kind": [kinds[place] for place in places],
        "facility_code": [codes[place] for place in places],
        "facility_name": [names[place] for place in places],
        "distance_m": np.concatenate(metres),
        "facility_shape": words_of(shapes[places]),
    }
    return Found(np.concatenate(rows), None, columns)
