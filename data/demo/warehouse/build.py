"""Computes the tables of the invented warehouse with DuckDB: about a million rows in a few seconds."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from data.dataset_types import dataset_types
from data.demo.identifiers import credit_code
from data.demo.names import CITY_CODE, CITY_NAME, DISTRICTS
from data.demo.units import demo_units
from data.duck import open_duck

_FOLDER = Path(__file__).resolve().parent
_POOLS = ("people", "firms")
# In order of need: claims are those of the stays, bids those of the tenders.
TABLES = (
    "persons",
    "deaths",
    "payroll",
    "pensions",
    "benefits",
    "vehicles",
    "properties",
    "companies",
    "shareholders",
    "public_housing",
    "hospital_stays",
    "claims",
    "budget_items",
    "tenders",
    "bids",
    "awards",
    "suppliers",
    "contracts",
    "purchases",
    "payments",
    "vouchers",
    "official_expenses",
    "investment_projects",
    "construction_progress",
    "construction_settlements",
    "information_systems",
    "land_parcels",
    "data_requests",
    "audit_findings",
)
_WHOLE = {"whole", "money"}
_UNITS = 808  # those of the demonstration bureau


@contextmanager
def demo_warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB with one table per name of TABLES; columns are those of data/datasets, money in 分."""
    connection = open_duck()
    try:
        _add_places(connection)
        connection.execute((_FOLDER / "macros.sql").read_text(encoding="utf-8"))
        for name in _POOLS:
            connection.execute(f"create table {name} as {_sql(name)}")
        for name in TABLES:
            whole = [column.name for column in dataset_types()[name].columns if column.type in _WHOLE]
            casts = ", ".join(f"cast({column} as bigint) as {column}" for column in whole)
            kept = f"* replace ({casts})" if whole else "*"
            connection.execute(f"create table {name} as select {kept} from ({_sql(name)})")
        yield connection
    finally:
        connection.close()


def _sql(name: str) -> str:
    return (_FOLDER / "tables" / f"{name}.sql").read_text(encoding="utf-8")


def _add_places(connection: duckdb.DuckDBPyConnection) -> None:
    regions = [(CITY_CODE, CITY_NAME), *DISTRICTS]
    connection.execute("create table regions (place bigint, region_code varchar, region varchar)")
    connection.executemany(
        "insert into regions values (?, ?, ?)", [(place, *region) for place, region in enumerate(regions)]
    )
    connection.execute(
        "create table units (place bigint, name varchar, credit_code varchar, region_code varchar)"
    )
    connection.executemany(
        "insert into units values (?, ?, ?, ?)",
        [
            (place, unit.name, credit_code(unit.unit_id, unit.kind), unit.region_code)
            for place, unit in enumerate(demo_units(_UNITS))
        ],
    )
