"""What each row shares with areas: those of installed layers, and those of another relation (`to`).

Areas share hectares, lines metres, a point lies inside or not. `shared_rate` is the share of the row's own
shape, of a point 1. An area of a relation has the kind "dataset" and the first column of its key as its code.
"""

import numpy as np
import shapely

from data.geo.metres import areas_ha, areas_m2, lengths_m
from data.geo.overlays import shared_shapes
from queries.audit_models.spatial.given import Columns, Found, Given, words_of

DATASET = "dataset"


def derive(given: Given) -> Found:
    """One row for each row and area that share more than an edge."""
    areas = given.areas
    kinds, layers, codes, names = map(list, (areas.kinds, areas.layers, areas.codes, areas.names))
    shapes = areas.shapes
    if given.right is not given.left:
        theirs = given.right
        keys = [str(key) for key in theirs.keys.column(0).to_pylist()]
        kinds += [DATASET] * len(keys)
        layers += [""] * len(keys)
        codes += keys
        names += [""] * len(keys)
        shapes = np.concatenate([shapes, theirs.shapes])
    found = shared_shapes(given.left.shapes, shapes)
    ours = given.left.shapes[found.left]
    dimensions = shapely.get_dimensions(ours)
    hectares = np.where(dimensions == 2, areas_ha(found.shapes), 0.0)
    metres = np.where(dimensions == 1, lengths_m(found.shapes), 0.0)
    whole = np.where(dimensions == 2, areas_m2(ours) / 10_000, lengths_m(ours))
    part = np.where(dimensions == 2, hectares, metres)
    rate = np.divide(part, whole, out=np.zeros(len(part)), where=whole > 0).clip(0, 1)
    rate[dimensions == 0] = 1.0
    columns: Columns = {
        "area_kind": [kinds[place] for place in found.right],
        "area_layer": [layers[place] for place in found.right],
        "area_code": [codes[place] for place in found.right],
        "area_name": [names[place] for place in found.right],
        "shared_ha": hectares,
        "shared_m": metres,
        "shared_rate": rate,
        "shared_shape": words_of(found.shapes),
    }
    return Found(found.left, None, columns).kept(rate > 0)
