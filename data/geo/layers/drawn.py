"""The shapes of an installed layer as a map draws them: those in sight, no finer than can be seen."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray

from data.geo.layers.areas import areas
from data.geo.layers.installing import Layer

MOST_SHAPES = 3_000  # more hide each other, and take long to send

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class Drawn:
    """Shapes in CGCS2000 degrees with their codes and names, the largest first.

    `in_sight` is how many lie there: beyond MOST_SHAPES the smallest are left out.
    """

    shapes: tuple[shapely.Geometry, ...]
    codes: tuple[str, ...]
    names: tuple[str, ...]
    in_sight: int


@lru_cache(maxsize=32)
def drawn(layer: Layer, bounds: Bounds, finest: float) -> Drawn:
    """What lies within `bounds` (west, south, east, north), with bends no finer than `finest` degrees.

    Raises OSError where the file of the layer is gone.
    """
    found = areas(layer)
    sight = shapely.box(*bounds)
    (there,) = np.nonzero(shapely.intersects(found.shapes, sight))
    order = np.argsort(-_size(found.shapes[there]), kind="stable")[:MOST_SHAPES]
    kept = there[order]
    shapes = shapely.simplify(found.shapes[kept], finest)
    return Drawn(
        tuple(shapes),
        tuple(found.codes[place] for place in kept),
        tuple(found.names[place] for place in kept),
        len(there),
    )


def _size(shapes: NDArray[np.object_]) -> NDArray[np.float64]:
    """Only to tell the large from the small: areas before lines, lines before points."""
    sizes = np.where(shapely.get_dimensions(shapes) > 1, 1e3 + shapely.area(shapes), shapely.length(shapes))
    return np.asarray(sizes, dtype=np.float64)
