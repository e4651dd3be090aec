"""公共投资 of the demonstration: 900 projects with places and dated facts, what audits found in them, photos.

The projects are those of the invented warehouse (data/demo/warehouse/tables/works.sql): the same numbers,
amounts and days, so that models and map tell one story. What is planted stands in tests/demo_investment.toml.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import shapely
from sqlalchemy import Connection, select

from data.demo.bulk import Row, insert_rows
from data.demo.days import AS_OF_DATE, MOMENT_TEXT, day
from data.demo.investment_sites import demo_districts
from data.demo.names import SOURCE
from data.demo.projects import ENTRY, DemoProject
from data.demo.warehouse.build import demo_works
from data.geo.places import place
from data.investment.placing import placed
from data.schema import (
    Finding,
    InvestmentAudit,
    InvestmentFact,
    InvestmentFinding,
    InvestmentPlace,
    InvestmentProject,
    InvestmentReference,
)

_FACTS = Path(__file__).with_name("investment_facts.sql")
_RECORDED = MOMENT_TEXT[day(AS_OF_DATE)]
_AUDITED_AT_ONCE = 6
_PROJECT_COLUMNS = (
    *("investment_project_id", "project_code", "name", "sector", "region_code", "unit_id", "owner_name"),
    *("contractor_name", "contractor_credit_code", "approval_document", "planned_start_date"),
    *("planned_end_date", "declared_length_m", "declared_area_m2", "source", "recorded_at"),
)
_PLACE_COLUMNS = (
    *("investment_project_id", "geometry_as_brought", "declared_system", "precision_m", "geometry"),
    *("shape_kind", "longitude", "latitude", "length_m", "area_m2", "landing", "found_region_code"),
)
_FACT_COLUMNS = (
    *("investment_project_id", "kind", "fact_date", "amount_fen", "share_basis_points", "expected_date"),
    *("document_number", "recorded_at"),
)


def write_investment(connection: Connection, projects: list[DemoProject]) -> None:
    """Write the projects with all that belongs to them; after the findings."""
    with demo_works() as works:
        entries = works.execute(_PROJECTS).fetchall()
        insert_rows(connection, InvestmentProject, _PROJECT_COLUMNS, [(*row, _RECORDED) for row in entries])
        insert_rows(connection, InvestmentPlace, _PLACE_COLUMNS, _places(works))
        facts = works.execute(_FACTS.read_text("utf-8"), {"as_of": AS_OF_DATE}).fetchall()
        insert_rows(connection, InvestmentFact, _FACT_COLUMNS, [(*row, _RECORDED) for row in facts])
        audits = _audits(works, projects)
    insert_rows(connection, InvestmentAudit, ("investment_project_id", "project_id"), audits)
    findings = list(_findings(connection, audits))
    insert_rows(connection, InvestmentFinding, ("investment_project_id", "finding_id"), findings)
    columns = ("investment_project_id", "kind", "title", "location", "taken_date", "size_bytes")
    insert_rows(connection, InvestmentReference, columns, _references([row[:3] for row in entries]))


_PROJECTS = f"""
    select
        n, project_code, project_name, sector, region_code, builder_place + 1, builder_name,
        contractor_name, contractor_code, '示发改审〔' || year(approved_date) || '〕' || n || '号',
        strftime(award_date + 15, '%Y-%m-%d'), strftime(planned_end_date, '%Y-%m-%d'),
        declared_length_m, declared_area_m2, '{SOURCE}'
    from works order by n
"""


def _places(works: duckdb.DuckDBPyConnection) -> list[Any]:
    told = works.execute("select n, geometry from works order by n").fetchall()
    written = shapely.from_wkt(np.array([words for __, words in told], dtype=object))
    districts = demo_districts()
    found = placed(written, "cgcs2000", place(list(districts.values()), list(districts)))
    return [(number, *entry.values()) for (number, __), entry in zip(told, found, strict=True)]


def _audits(works: duckdb.DuckDBPyConnection, projects: list[DemoProject]) -> list[tuple[int, int]]:
    """Audits of investment look at works of their own unit, or of any other where that has none."""
    dice = random.Random("investment audits")  # noqa: S311 - invented audits
    begun = works.execute(
        "select n, builder_place + 1, start_date from works where start_date is not null order by n"
    ).fetchall()
    found = []
    for project in projects:
        if project.project_type != "investment":
            continue
        entry = project.actual[ENTRY]
        ready = [(number, unit) for number, unit, start in begun if day(start) + 60 < entry]
        own = [number for number, unit in ready if unit == project.unit.unit_id]
        others = [number for number, __ in ready]
        wanted = dice.randint(2, _AUDITED_AT_ONCE)
        for pool in (own, others):
            chosen = dice.sample(pool, min(wanted, len(pool)))
            found += [(number, project.project_id) for number in sorted(chosen)]
            if chosen:
                break
    return found


def _findings(connection: Connection, audits: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Most findings of such an audit are about one of its works."""
    by_project: dict[int, list[int]] = {}
    for number, project_id in audits:
        by_project.setdefault(project_id, []).append(number)
    dice = random.Random("investment findings")  # noqa: S311 - invented findings
    question = select(Finding.finding_id, Finding.project_id).where(Finding.project_id.in_(by_project))
    for finding_id, project_id in connection.execute(question.order_by(Finding.finding_id)):
        if dice.random() < 0.6:
            yield dice.choice(by_project[project_id]), finding_id


def _references(entries: list[Any]) -> Iterator[Row]:
    dice = random.Random("investment references")  # noqa: S311 - invented files
    for number, code, name in entries:
        folder = f"投资审计影像/{code}"
        for month in sorted(dice.sample(range(1, 11), 2 if number % 3 == 0 else 0)):
            taken = f"2026-{month:02d}-15"
            size = dice.randint(2_000_000, 9_000_000)
            yield number, "photo", f"{taken} 航拍（演示）", f"{folder}/{taken}-航拍.jpg", taken, size
        if number % 10 == 0:
            size = dice.randint(40_000_000, 900_000_000)
            yield number, "bim", f"{name}竣工模型（演示）", f"{folder}/模型.ifc", None, size
        if number % 4 == 0:
            title, size = "初步设计概算批复（演示）", 380_000 + number
            yield number, "document", title, f"{folder}/概算批复.pdf", None, size
