"""The projects of public investment as the map draws them: one row each, in one question."""

from typing import Any

import numpy as np
import pandas as pd
import shapely
from shapely.geometry import mapping

from queries.catalog import kpis
from queries.compose import conditions, relations_read
from queries.filters import EVERYTHING, Filters, Scope
from queries.source import Source

_METRES_PER_DEGREE = 111_320.0
_DIGITS = 5  # a metre
_MONEY = ("investment_fen", "paid_fen")
_COLUMNS = {
    "id": "investment_id",
    "code": "investment_code",
    "name": "investment",
    "region_code": "region_code",
    "region": "region",
    "sector": "investment_sector",
    "state": "investment_state",
    "unit_id": "unit_id",
    "unit": "unit",
    "contractor": "contractor",
    "year": "plan_year",
    "investment_fen": "investment_fen",
    "paid_fen": "paid_fen",
    "paid_rate": "paid_rate",
    "executed_rate": "executed_rate",
    "progress_rate": "progress_rate",
    "delay_days": "works_delay_days",
    "overrun_rate": "overrun_rate",
    "flagged": "flagged",
    "is_audited": "is_audited",
    "longitude": "longitude",
    "latitude": "latitude",
    "shape_kind": "shape_kind",
    "landing": "landing",
    "cell": "map_cell",
}


def map_projects(
    source: Source, filters: Filters, scope: Scope = EVERYTHING, *, tolerance_m: float = 15.0
) -> pd.DataFrame:
    """The projects of the day of the filters, in the order of their codes.

    Columns: id, code, name, region_code, region, sector, state, unit_id, unit (the owner), contractor, year
    (of approval), investment_fen and paid_fen (whole, may be empty), paid_rate (of the contract),
    executed_rate (of the investment), progress_rate, delay_days, overrun_rate, flagged (open suspects and
    findings), is_audited, longitude, latitude (NaN where a project cannot be placed), shape_kind, landing
    (None where the place is good), cell (the hexagon of the map, see queries/relations/macros.sql) and
    geometry: GeoJSON of a line or an area, no finer than `tolerance_m` metres; None for points. All as
    queries/relations/as_of/investment_as_of.sql reckons it.
    """
    where, parameters = conditions(source, kpis()["investments"], filters, scope)
    chosen = ", ".join(f"t.{column} as {name}" for name, column in _COLUMNS.items())
    sql = f"""{relations_read(source, "from investment_as_of", [filters.as_of], scope)}
        select {chosen}, p.geometry
        from investment_as_of as t
        left join investment_place as p on p.investment_project_id = t.investment_id
            and t.shape_kind in ('line', 'area')
        where {where} order by t.investment_code"""
    rows = source.frame(sql, parameters)
    for name in (*_MONEY, "unit_id", "year", "delay_days"):
        rows[name] = rows[name].astype("Int64")
    for name in ("landing", "shape_kind", "sector", "region_code", "region", "unit", "contractor"):
        rows[name] = rows[name].astype(object).where(rows[name].notna(), None)
    rows["geometry"] = pd.Series(_drawn(rows["geometry"], tolerance_m), index=rows.index, dtype=object)
    return rows


def _drawn(column: pd.Series, tolerance_m: float) -> list[dict[str, Any] | None]:
    """GeoJSON of the shapes, with fewer corners."""
    brought = [bytes(value) if isinstance(value, (bytes, bytearray)) else None for value in column]
    shapes = shapely.from_wkb(np.array(brought, dtype=object))
    plain = shapely.simplify(shapes, tolerance_m / _METRES_PER_DEGREE)
    rounded = shapely.transform(plain, lambda places: places.round(_DIGITS))
    return [None if shape is None else mapping(shape) for shape in rounded]
