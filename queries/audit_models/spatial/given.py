"""What a kind of derived relation is given, and what it gives back: positions of rows and columns beside."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import shapely
from numpy.typing import NDArray

from data.geo.overlays import Shapes, sound

Places = NDArray[np.int64]
Numbers = NDArray[np.float64]
Columns = Mapping[str, Sequence[object] | NDArray[Any]]
_DIGITS = 8  # of degrees: a millimetre


@dataclass(frozen=True)
class Rows:
    """Rows of a relation: the columns of its key, their shapes (valid, None without), what they claim."""

    keys: pa.Table
    shapes: Shapes
    codes: tuple[str | None, ...] = ()


@dataclass(frozen=True)
class Areas:
    """Areas of installed layers, valid: of which kind, from which layer, with their code and name."""

    kinds: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    shapes: Shapes = field(default_factory=lambda: np.empty(0, dtype=object))

    def of_kinds(self, kinds: Collection[str]) -> "Areas":
        """Those of layers of these kinds."""
        kept = [place for place, kind in enumerate(self.kinds) if kind in kinds]

        def some(words: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(words[place] for place in kept)

        return Areas(
            some(self.kinds), some(self.layers), some(self.codes), some(self.names), self.shapes[kept]
        )


@dataclass(frozen=True)
class Found:
    """Positions of the rows of the left (and of the right in pairs), and the columns of the kind."""

    left: Places
    right: Places | None
    columns: Columns

    def kept(self, is_kept: NDArray[np.bool_]) -> "Found":
        """Only those."""
        right = None if self.right is None else self.right[is_kept]
        columns = {name: np.asarray(values)[is_kept] for name, values in self.columns.items()}
        return Found(self.left[is_kept], right, columns)


@dataclass(frozen=True)
class Given:
    """`right` is `left` where a relation meets itself. `values` are the numbers of the kind's options."""

    left: Rows
    right: Rows
    areas: Areas
    values: Mapping[str, float]

    def each_once(self, found: Found) -> Found:
        """Of a relation with itself: nothing with itself, and each pair once."""
        if self.right is not self.left or found.right is None:
            return found
        return found.kept(found.left < found.right)


def shapes_of_words(words: Sequence[str | bytes | None]) -> Shapes:
    """Shapes of WKT or WKB, made valid; None where nothing is written or it cannot be read."""
    as_bytes = [word if isinstance(word, bytes) else None for word in words]
    as_text = [word if isinstance(word, str) else None for word in words]
    read: Shapes = shapely.from_wkt(np.array(as_text, dtype=object), on_invalid="ignore")
    if any(word is not None for word in as_bytes):
        from_bytes = shapely.from_wkb(np.array(as_bytes, dtype=object), on_invalid="ignore")
        read = np.where(shapely.is_missing(read), from_bytes, read)
    read = np.asarray(read, dtype=object)
    read[shapely.is_empty(read)] = None
    coordinates, owners = shapely.get_coordinates(read, return_index=True)
    read[np.unique(owners[~np.isfinite(coordinates).all(axis=1)])] = None
    return sound(read)


def words_of(shapes: Shapes) -> list[str | None]:
    """Shapes as WKT; None where there is none."""
    written = shapely.to_wkt(shapes, rounding_precision=_DIGITS)
    return [None if word is None else str(word) for word in np.atleast_1d(written)]
