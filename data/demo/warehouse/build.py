"""Computes the tables of the invented warehouse with DuckDB: about a million rows in a few seconds."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import numpy as np
import shapely

from data.dataset_types import dataset_types
from data.demo.identifiers import credit_code
from data.demo.investment_sites import SITES, DemoSite, demo_sites, protected_land
from data.demo.names import CITY_CODE, CITY_NAME, DISTRICTS, TOWNSHIPS
from data.demo.units import demo_units
from data.duck import open_duck

_FOLDER = Path(__file__).resolve().parent
_POOLS = ("people", "firms")
# Made of what was awarded, and what the tables of works are made of.
_POOL_OF_WORKS = "works"
_OF_WORKS = ("investment_projects", "construction_progress", "construction_settlements")
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
    "facilities",
    "residential_areas",
    "data_requests",
    "audit_findings",
)
_WHOLE = {"whole", "money"}
_UNITS = 808  # those of the demonstration bureau
_DIGITS = 6
PARCELS = 1_500
_FIRST_FOREST, _FORESTS_APART = 50, 187  # eight parcels, none of those whose price is unpaid


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
            _make(connection, name)
        yield connection
    finally:
        connection.close()


@contextmanager
def demo_works() -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables of works alone, with the pool `works` that they are made of: in a third of a second."""
    connection = open_duck()
    try:
        _add_places(connection)
        connection.execute((_FOLDER / "macros.sql").read_text(encoding="utf-8"))
        connection.execute(f"create table firms as {_sql('firms')}")
        for name in ("tenders", *_OF_WORKS):
            _make(connection, name)
        yield connection
    finally:
        connection.close()


def _make(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Table `name`, and before the first of works the pool of them."""
    if name == _OF_WORKS[0]:
        _add_sites(connection)
        connection.execute(f"create table {_POOL_OF_WORKS} as {_sql(_POOL_OF_WORKS)}")
    whole = [column.name for column in dataset_types()[name].columns if column.type in _WHOLE]
    casts = ", ".join(f"cast({column} as bigint) as {column}" for column in whole)
    kept = f"* replace ({casts})" if whole else "*"
    connection.execute(f"create table {name} as select {kept} from ({_sql(name)})")


def _sql(name: str) -> str:
    return (_FOLDER / "tables" / f"{name}.sql").read_text(encoding="utf-8")


def _add_places(connection: duckdb.DuckDBPyConnection) -> None:
    regions = [(CITY_CODE, CITY_NAME), *DISTRICTS]
    _add(
        connection,
        "regions",
        {
            "place": range(len(regions)),
            "region_code": (code for code, __ in regions),
            "region": (name for __, name in regions),
        },
    )
    units = demo_units(_UNITS)
    _add(
        connection,
        "units",
        {
            "place": range(len(units)),
            "name": (unit.name for unit in units),
            "credit_code": (credit_code(unit.unit_id, unit.kind) for unit in units),
            "region_code": (unit.region_code for unit in units),
        },
    )


def _add(connection: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, Iterable[object]]) -> None:
    """Make a table of columns. Lists are bound at once: row by row takes longer than all the rest."""
    bound = {column: list(told) for column, told in columns.items()}
    numbers = {column for column, told in bound.items() if isinstance(told[0], int)}
    values = ", ".join(
        f"unnest(cast(${column} as bigint[])) as {column}"
        if column in numbers
        else f"unnest(${column}) as {column}"
        for column in columns
    )
    connection.execute(f"create table {name} as select {values}", bound)


def _add_sites(connection: duckdb.DuckDBPyConnection) -> None:
    """Table `sites`: where the investment projects lie, as their files say it; `stem` is for their names."""
    kinds = connection.execute(
        "select left(tender_name, 4) from tenders order by tender_code limit $sites", {"sites": SITES}
    ).fetchall()
    sites = demo_sites([kind for (kind,) in kinds])
    written = np.array([site.written for site in sites], dtype=object)
    places = shapely.get_coordinates(shapely.point_on_surface(written)).round(_DIGITS)
    districts = dict(DISTRICTS)
    stems = [township[:2] for townships in TOWNSHIPS for township in townships]
    _add(
        connection,
        "sites",
        {
            "n": (site.number for site in sites),
            "region_code": (site.region_code for site in sites),
            "region": (districts[site.region_code] for site in sites),
            "stem": (stems[site.number * 7 % len(stems)] for site in sites),
            "longitude": places[:, 0].tolist(),
            "latitude": places[:, 1].tolist(),
            "geometry": shapely.to_wkt(written, rounding_precision=_DIGITS).tolist(),
            "declared_length_m": (site.declared_length_m for site in sites),
            "declared_area_m2": (site.declared_area_m2 for site in sites),
            "planted": (site.planted for site in sites),
            "land_code": (_land_of(site) for site in sites),
            "forest": _forests(sites),
        },
    )


def _forests(sites: Sequence[DemoSite]) -> list[int]:
    """For each site the number of the parcel of forest across its first corner, 0 for none."""
    clean = [
        site.number
        for site, following in itertools.pairwise(sites)
        if site.shape.geom_type == "Polygon" and not site.planted and following.planted != "same_ground"
    ]
    numbers = range(_FIRST_FOREST, PARCELS, _FORESTS_APART)
    step = len(clean) // len(numbers)
    forests = dict(zip(clean[::step], numbers, strict=False))
    return [forests.get(site.number, 0) for site in sites]


def _land_of(site: DemoSite) -> str | None:
    """The protected land into which a site was planted."""
    lands = (land for land in protected_land() if land.kind == site.planted)
    return next((land.code for land in lands if land.shape.intersects(site.shape)), None)
