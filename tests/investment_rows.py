"""Small projects of public investment by hand: places, dated facts, what audits and suspects say of them."""

from datetime import date
from typing import Any

import shapely
from sqlalchemy import Connection, insert

from data.engine import now
from data.schema import (
    InvestmentAudit,
    InvestmentFact,
    InvestmentFinding,
    InvestmentPlace,
    InvestmentProject,
    InvestmentReference,
)

_YUAN = 100


def add_investment(connection: Connection, number: int, **values: Any) -> None:
    """Project `number` of the first district and its unit, planned to end on 2025-06-30, unless told else."""
    told = {
        "investment_project_id": number,
        "project_code": f"XM-{number}",
        "name": f"工程{number}",
        "sector": "transport",
        "region_code": "990101",
        "unit_id": 1,
        "planned_end_date": date(2025, 6, 30),
        "recorded_at": now(),
    }
    connection.execute(insert(InvestmentProject).values(**(told | values)))


def add_fact(
    connection: Connection, number: int, kind: str, day: date, yuan: int | None = None, **values: Any
) -> None:
    """One dated fact of a project."""
    told = {"investment_project_id": number, "kind": kind, "fact_date": day, "recorded_at": now()}
    amount = {} if yuan is None else {"amount_fen": yuan * _YUAN}
    connection.execute(insert(InvestmentFact).values(**(told | amount | values)))


def add_place(connection: Connection, number: int, shape: shapely.Geometry, **values: Any) -> None:
    """Where a project lies, in CGCS2000 degrees."""
    middle = shapely.point_on_surface(shape)
    kinds = {"Point": "point", "LineString": "line", "Polygon": "area"}
    told = {
        "investment_project_id": number,
        "geometry_as_brought": shapely.to_wkb(shape),
        "declared_system": "cgcs2000",
        "geometry": shapely.to_wkb(shape),
        "shape_kind": kinds[shape.geom_type],
        "longitude": middle.x,
        "latitude": middle.y,
    }
    connection.execute(insert(InvestmentPlace).values(**(told | values)))


def add_varied_investments(connection: Connection) -> None:
    """Twelve projects in every state, of two districts, on 2025-06-30; two audited, three with findings."""
    states = ("planned", "running", "suspended", "completed", "settled", "accounted", "cancelled")
    for number in range(1, 13):
        add_investment(
            connection,
            number,
            sector=("transport", "water", None)[number % 3],
            region_code=("990101", "990102", None)[number % 3],
            planned_start_date=date(2024, 6, 1),
            planned_end_date=(date(2025, 3, 31), date(2025, 9, 30), None)[number % 3],
        )
        add_fact(connection, number, "approved", date(2024 - number % 2, 3, 1))
        add_fact(connection, number, "estimate", date(2024, 3, 1), 900_000 * number)
        if number % 4:
            add_fact(connection, number, "approved_budget", date(2024, 4, 1), 1_000_000 * number)
        state = states[number % 7]
        if state != "planned":
            add_fact(connection, number, "contract", date(2024, 6, 1), 950_000 * number)
            add_fact(connection, number, "started", date(2024, 6, 15))
            add_fact(connection, number, "progress", date(2024, 12, 31), share_basis_points=4_000)
            add_fact(connection, number, "paid", date(2024, 12, 31), 300_000 * number)
        if state == "suspended":
            add_fact(connection, number, "suspended", date(2025, 2, 1))
        if state in {"completed", "settled", "accounted"}:
            add_fact(connection, number, "completed", date(2025, 3, 20 + number % 5))
        if state in {"settled", "accounted"}:
            add_fact(connection, number, "settled", date(2025, 4, 20), (900_000 + 20_000 * number) * number)
        if state == "accounted":
            add_fact(connection, number, "accounted", date(2025, 5, 20), 980_000 * number)
        if state == "cancelled":
            add_fact(connection, number, "cancelled", date(2025, 1, 10))
        add_place(connection, number, shapely.Point(123.6 + number / 100, 30.4))
    for project, number in ((1, 1), (2, 1), (1, 5)):
        connection.execute(insert(InvestmentAudit).values(project_id=project, investment_project_id=number))
    for finding, number in ((1, 1), (2, 1), (3, 8)):
        connection.execute(insert(InvestmentFinding).values(finding_id=finding, investment_project_id=number))
    reference = {"investment_project_id": 1, "kind": "photo", "title": "航拍", "location": "影像/1.jpg"}
    connection.execute(insert(InvestmentReference).values(**reference))
