"""The place in which coordinates ought to lie: the areas of the bureau, or the whole country."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray

from data.geo.overlays import lying_in

_COUNTRY = (73.0, 3.0, 136.0, 54.0)  # degrees, with its waters


@dataclass(frozen=True)
class Place:
    """Areas in CGCS2000 degrees, valid, with their codes; `is_country` where the bureau has none yet."""

    areas: NDArray[np.object_] = field(compare=False)
    codes: tuple[str, ...]
    is_country: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """(longitude, latitude) of the middle of all areas."""
        west, south, east, north = shapely.total_bounds(self.areas)
        return float(west + east) / 2, float(south + north) / 2


def place(areas: Sequence[shapely.Geometry], codes: Sequence[str] = ()) -> Place:
    """The place made of areas; that of the country where there are none."""
    if not len(areas):
        return Place(np.array([shapely.box(*_COUNTRY)], dtype=object), ("",), is_country=True)
    made = np.array(list(areas), dtype=object)
    shapely.prepare(made)
    return Place(made, tuple(codes) or ("",) * len(areas))


def is_inside(shapes: NDArray[np.object_], where: Place) -> NDArray[np.bool_]:
    """Whether the middle of each shape lies in the place."""
    return lying_in(shapes, where.areas) >= 0
