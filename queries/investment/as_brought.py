"""The coordinates of an investment project as they came, which the copy for figures leaves out."""

import shapely
from sqlalchemy import Connection, select

from data.language import _, mark
from data.schema import InvestmentPlace

_LONGEST = 120  # characters: the kind of the shape and its first places
_KINDS = {
    "POINT": mark("Point shape"),
    "MULTIPOINT": mark("Point shape"),
    "LINESTRING": mark("Line shape"),
    "MULTILINESTRING": mark("Line shape"),
    "POLYGON": mark("Area shape"),
    "MULTIPOLYGON": mark("Area shape"),
}


def as_brought(connection: Connection, investment_id: int) -> str | None:
    """The beginning of the shape, in the system that was declared; None where there is none.

    Who may see the project is asked before: see queries/investment/investment_card.py.
    """
    brought = connection.scalar(
        select(InvestmentPlace.geometry_as_brought).where(
            InvestmentPlace.investment_project_id == investment_id
        )
    )
    shape = shapely.from_wkb(brought, on_invalid="ignore") if brought else None
    if shape is None or shape.is_empty:
        return None
    kind, __, places = str(shapely.to_wkt(shape, rounding_precision=6)).partition(" ")
    text = f"{_(_KINDS.get(kind, kind))} {places}"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
