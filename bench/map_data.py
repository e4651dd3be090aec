"""The investment projects of the demonstration made more or fewer, for the bench of the map."""

from typing import Any

import numpy as np
import shapely
from sqlalchemy import Connection, delete, insert, select

from data.engine import connect_to, writing
from data.schema import InvestmentFact, InvestmentPlace, InvestmentProject
from data.schema.all_tables import ALL_TABLES

_KEY = "investment_project_id"
_PROJECTS = ALL_TABLES.tables[InvestmentProject.__tablename__]
# Whatever belongs to a project goes with it.
_LINKED = tuple(
    table
    for table in ALL_TABLES.tables.values()
    if any(key.column.table is _PROJECTS for key in table.foreign_keys)
)
_SHAPES = ("geometry", "geometry_as_brought")
_SHIFT = 0.2  # degrees at most that a copy lies beside its original


def make_projects(folder: str, number: int) -> None:
    """Leave the first `number` projects, or add copies that lie elsewhere until there are so many."""
    engine = connect_to(f"sqlite:///{folder}/audit.db")
    with writing(engine) as connection:
        have = sorted(connection.scalars(select(InvestmentProject.investment_project_id)))
        last = have[min(number, len(have)) - 1]
        for table in (*_LINKED, _PROJECTS):
            connection.execute(delete(table).where(table.c[_KEY] > last))
        dice = np.random.default_rng(6)
        for start in range(len(have), number, len(have)):
            _copy(connection, have[: number - start], start, dice.uniform(-_SHIFT, _SHIFT, 2))
    engine.dispose()


def _copy(connection: Connection, of: list[int], start: int, shift: Any) -> None:
    for table in (InvestmentProject, InvestmentPlace, InvestmentFact):
        rows = [
            dict(row)
            for row in connection.execute(
                select(table.__table__).where(getattr(table, _KEY).in_(of))
            ).mappings()
        ]
        for row in rows:
            row[_KEY] += start
            row.pop("investment_fact_id", None)
            if "project_code" in row:
                row["project_code"] = f"XM-{row[_KEY]:06}"
            for name in _SHAPES:
                if row.get(name) is not None:
                    moved = shapely.transform(shapely.from_wkb(row[name]), lambda places: places + shift)
                    row[name] = shapely.to_wkb(moved)
            for name, by in zip(("longitude", "latitude"), shift, strict=True):
                if row.get(name) is not None:
                    row[name] += float(by)
        connection.execute(insert(table), rows)
