"""The invented warehouse: its tables are what the types say, and the planted faults are there, no more."""

import tomllib
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pytest
import shapely
from sqlalchemy import Engine

from data.access.roles import User
from data.bringing.bring_in import Bringing
from data.bringing.open_rows import quarantines
from data.dataset_types import dataset_types
from data.demo.warehouse.build import TABLES
from data.demo.warehouse.deliveries import deliver, deliveries
from data.engine import reading
from data.geo.metres import areas_m2
from data.geo.overlays import shared_shapes
from data.warehouse import relation_of, versions
from queries.audit_models.cases import used
from queries.audit_models.shipped import shipped_models
from queries.audit_models.values import values_of
from queries.joining.key_forms import key_forms
from tests.dataset_rows import signed

PLANTED = tomllib.loads(Path(__file__).with_name("demo_warehouse.toml").read_text("utf-8"))["planted"]

OWNER = User("dataroom", "演示数据室", frozenset({"data_room"}))
# What the models of procurement find of what is planted: all of it and nothing else. Sixty purchases of one
# unit are twelve suspects, one for each item and year.
PROCUREMENT = {
    "M01": 24,
    "M02": 18,
    "M03": 12,
    "M04": 31,
    "M05": 25,
    "M06": 13,
    "M06B": 0,
    "M06C": 13,
    "M07": 20,
    "M08A": 16,
    "M08B": 10,
    "M08C": 9,
    "M10": 40,
    "M11": 16,
    "M11B": 10,
    "M20": 20,
    "M39": 14,
    "M40": 0,
    "M41": 0,
}

LOWEST = "(from benefits where scheme = '最低生活保障')"


@pytest.fixture
def warehouse(invented_tables: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    return invented_tables


def test_every_type_has_its_table_with_its_columns(warehouse: duckdb.DuckDBPyConnection) -> None:
    types = dataset_types()
    assert set(TABLES) == set(types)
    kinds = {"text": "VARCHAR", "money": "BIGINT", "date": "DATE", "moment": "TIMESTAMP", "flag": "BOOLEAN"}
    for name in TABLES:
        described = warehouse.execute(f"describe {name}").fetchall()
        assert [row[0] for row in described] == [column.name for column in types[name].columns], name
        for row, column in zip(described, types[name].columns, strict=True):
            # A column that nobody fills in may be of any kind.
            assert kinds.get(column.type, row[1]) == row[1], f"{name}.{column.name}"


def test_it_has_a_million_rows(warehouse: duckdb.DuckDBPyConnection) -> None:
    counts = [warehouse.execute(f"select count(*) from {name}").fetchall()[0][0] for name in TABLES]
    assert 1_000_000 <= sum(counts) <= 1_200_000
    assert min(counts) >= 300


def test_nobody_shares_a_number(warehouse: duckdb.DuckDBPyConnection) -> None:
    sql = "select count(*) - count(distinct identity_number) from persons"
    assert warehouse.execute(sql).fetchall() == [(0,)]


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: case["why"][:40])
def test_what_is_planted_is_found(warehouse: duckdb.DuckDBPyConnection, case: dict[str, Any]) -> None:
    assert list(warehouse.execute(case["sql"]).fetchall()[0]) == case["answer"], case["why"]


def test_a_parcel_has_its_area_and_one_of_forest_is_built_upon_by_one_project(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    rows = warehouse.execute("select land_use, area_square_metres, geometry from land_parcels").fetchall()
    shapes = shapely.from_wkt([geometry for *__, geometry in rows])
    assert areas_m2(shapes) == pytest.approx([float(area) for __, area, ___ in rows], rel=0.02)
    projects = shapely.from_wkt(
        [each for (each,) in warehouse.execute("select geometry from investment_projects").fetchall()]
    )
    forests = np.array([shape for (use, *__), shape in zip(rows, shapes, strict=True) if use == "林地"])
    built_upon = shared_shapes(forests, projects)
    assert sorted(built_upon.left) == list(range(8))
    assert len(set(built_upon.right)) == 8


@pytest.mark.parametrize(
    ("left", "right", "people"),
    [
        (("public_housing", "identity_number"), ("properties", "owner_number"), 30),
        ((LOWEST, "identity_number"), ("vehicles", "owner_number"), 120),
        ((LOWEST, "identity_number"), ("shareholders", "holder_number"), 20),
    ],
)
def test_a_comparison_by_identity_numbers_meets_the_planted_people(
    warehouse: duckdb.DuckDBPyConnection, left: tuple[str, str], right: tuple[str, str], people: int
) -> None:
    ours, theirs = (
        key_forms([(column, "identity")], f"select row_number() over () as _row, * from {rows}", "_row")
        for rows, column in (left, right)
    )
    found = warehouse.execute(
        f"select count(distinct k) from ({ours}) semi join ({theirs}) using (k)"
    ).fetchall()
    assert found == [(people,)]


@pytest.mark.parametrize(
    ("name", "changes", "refused", "waiting"),
    [
        ("payments", ["replace", "append", "append", "correct"], [0, 0, 14, 0], 9),
        ("information_systems", ["replace", "replace"], [0, 0], 0),
        ("companies", ["replace"], [12], 12),
    ],
)
def test_its_files_are_checked_like_any_other(
    warehouse: duckdb.DuckDBPyConnection,
    sqlite_engine: Engine,
    tmp_path: Path,
    *,
    name: str,
    changes: list[str],
    refused: list[int],
    waiting: int,
) -> None:
    """What is refused waits; what is taken in are the rows of the table, whichever file brought them."""
    signed(sqlite_engine, OWNER)
    entry = dataset_types()[name]
    for delivery in deliveries(entry):
        asked = Bringing(
            tmp_path / delivery.file,
            delivery.file,
            "command_line",
            dataset=name,
            dataset_type=name,
            change=delivery.change,
            owner=OWNER.user_name,
        )
        deliver(sqlite_engine, warehouse, entry, delivery, asked)
    with reading(sqlite_engine) as connection:
        every = versions(connection, 1)
    assert [version.change for version in every] == changes
    assert [version.refused_count for version in every] == refused
    assert sum(held.open_count() for held in quarantines(every) if held.is_standing) == waiting
    assert all(version.quality_basis_points is not None for version in every)
    assert (every[-1].quality_basis_points == 10_000) == (waiting == 0)
    missing = warehouse.execute(
        f"select count(*) from (from {name} except all ({relation_of(every[-1])}))"
    ).fetchone()
    assert missing == (12 if name == "companies" else 0,)


def test_every_company_has_a_name_of_its_own(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Two companies of one name would be one bidder."""
    assert warehouse.execute("select count(*) - count(distinct company_name) from firms").fetchone() == (0,)


@pytest.mark.parametrize("code", PROCUREMENT)
def test_the_models_of_procurement_find_what_is_planted_and_no_more(
    warehouse: duckdb.DuckDBPyConnection, code: str
) -> None:
    model = shipped_models()[code]
    asked = warehouse.execute(model.sql, used(model.sql, values_of(model, {})))
    names = [name for name, *_rest in asked.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in asked.fetchall()]
    assert len(rows) == PROCUREMENT[code]
    assert names == list(model.columns)
    keys = {tuple(row[name] for name in model.key) for row in rows}
    assert len(keys) == len(rows), "the key tells suspects apart"
    for evidence in model.evidence if rows else ():
        sql = f"select count(*) from {evidence.relation} where {evidence.where}"
        told = used(evidence.where, rows[0])
        assert warehouse.execute(sql, told).fetchall()[0][0] > 0, evidence.relation
