"""A file with places before it is brought in: its system as it seems, and where its places would land."""

import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import shapely
from numpy.typing import NDArray

from data.geo.converting import standard_shapes
from data.geo.intake.columns import PlaceColumns, place_columns
from data.geo.intake.locating import staged_table
from data.geo.intake.precision import precision_m
from data.geo.intake.reading_shapes import shapes_of
from data.geo.landing import landing
from data.geo.overlays import Shapes
from data.geo.places import Place, is_inside
from data.geo.proposing import SystemProposal, propose_system
from data.geo.systems import coordinate_system
from data.settings import var_dir
from data.uploads import Choices, stage

_SAMPLE = 200
_CLAIMING = 0.8  # of the values that are codes of districts
_LISTED = 200


@dataclass(frozen=True)
class LookedAt:
    """`shapes` are as written, `lines` their lines in the file; `proposal` is what they seem to be in.

    `declared` is the system that the file itself names, empty where it names none.
    """

    columns: PlaceColumns
    shapes: Shapes
    lines: tuple[int, ...]
    proposal: SystemProposal
    declared: str = ""


@dataclass(frozen=True)
class WouldLand:
    """What would become of the places in a system: how many land, why others do not, and the first of these.

    `outside` are (line, x and y as written, key of REASONS); `precision_m` is that of most places.
    `fits_either_way`: with the axes exchanged no fewer would land, so that only where the file is from tells.
    """

    rows: int
    landed: int
    reasons: dict[str, int]
    outside: tuple[tuple[int, str, str], ...]
    precision_m: float | None
    fits_either_way: bool = False


def look_at_places(file: Path, choices: Choices, where: Place) -> LookedAt | None:
    """Read the places of a file; None where it shows none. Raises UploadRefusedError."""
    with tempfile.TemporaryDirectory(dir=var_dir()) as work:
        folder = Path(work) / "staged"
        folder.mkdir()
        staged = stage(file, choices, folder)
        table = staged_table(staged)
    first = [table[name].slice(0, _SAMPLE).to_pylist() for name in staged.columns]
    rows = tuple(zip(*first, strict=True)) if first else ()
    columns = place_columns(staged.columns, staged.titles, rows)
    if columns is None:
        return None
    shapes = shapes_of(table, columns)
    lines = tuple(table["_line"].to_pylist())
    claimed = _claimed(table, staged.columns, where)
    declared = coordinate_system(staged.crs).code if staged.crs else ""
    return LookedAt(columns, shapes, lines, propose_system(shapes, where, declared, claimed), declared)


def would_land(looked: LookedAt, code: str, where: Place, *, is_swapped: bool = False) -> WouldLand:
    """Where the places come down in a system. Raises CoordinateSystemError."""
    is_projected = coordinate_system(code).is_projected
    reasons = landing(looked.shapes, code, where, is_swapped=is_swapped).reasons
    fineness = precision_m(looked.shapes, is_projected=is_projected)
    outside = np.flatnonzero(reasons != "")
    landed = len(reasons) - len(outside)
    # Degrees of this country tell themselves apart; a city's grid may begin anywhere.
    exchanged = standard_shapes(looked.shapes, code, is_swapped=not is_swapped) if is_projected else None
    return WouldLand(
        len(reasons),
        landed,
        dict(Counter(reasons[outside].tolist()).most_common()),
        tuple((looked.lines[at], _words(looked.shapes[at]), str(reasons[at])) for at in outside[:_LISTED]),
        None if np.isnan(fineness).all() else float(np.nanmedian(fineness)),
        fits_either_way=exchanged is not None and 0 < landed <= int(is_inside(exchanged, where).sum()),
    )


def _claimed(table: pa.Table, names: tuple[str, ...], where: Place) -> NDArray[np.int64] | None:
    """The area of the place that each row says it lies in, by a column of their codes."""
    known = {code: place for place, code in enumerate(where.codes) if code}
    for name in names if known else ():
        if not (pa.types.is_string(table[name].type) or pa.types.is_integer(table[name].type)):
            continue
        values = [None if value is None else str(value).strip() for value in table[name].to_pylist()]
        told = [value for value in values if value]
        if told and sum(value in known for value in told) >= _CLAIMING * len(told):
            return np.array([known.get(value or "", -1) for value in values], dtype=np.int64)
    return None


def _words(shape: shapely.Geometry | None) -> str:
    """The first coordinates as they are written."""
    if shape is None or shape.is_empty:
        return ""
    x, y = shapely.get_coordinates(shape)[0]
    return f"{x:.10g}，{y:.10g}"
