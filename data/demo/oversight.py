"""指导监督 of the demonstration: internal audit, audit firms, duty reports, lists and marks.

Everything here is invented.
"""

import random
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, text

from data.demo.days import AS_OF_DATE
from data.demo.names import DISTRICTS, LAGGING_DISTRICT, SOURCE, person
from data.demo.told import write_told
from data.demo.units import DemoUnit
from data.schema import (
    DutyReport,
    EvaluationMark,
    InternalAuditYear,
    ResponsibilityItem,
    SocialAuditCheck,
)

_YUAN = 100
_EVERY = 9  # of the units one in nine reports its internal audit
_FIRMS = ("砚衡会计师事务所", "霁明会计师事务所", "棠正会计师事务所", "津诚工程造价咨询")
_RESULTS = ("clean",) * 5 + ("minor",) * 3 + ("serious", "referred")
_DUTIES = (
    ("economic", "重大经济事项集体决策"),
    ("economic", "预算执行和财务收支真实合法"),
    ("economic", "债务管控和国有资产保全"),
    ("environmental", "生态保护红线和耕地保护"),
    ("environmental", "污染防治任务完成"),
)
_ASPECTS = (
    ("贯彻重大政策", 2_000),
    ("重大经济决策", 2_500),
    ("预算执行和财务收支", 3_000),
    ("廉洁从政", 2_500),
)
_POSTS_HELD = text(
    """
    select post_id, has_resource_duty, coalesce(start_date, '2020-01-01') from post
    where end_date is null order by post_id
    """
)
_AUDITS = text(
    """
    select a.post_audit_id, s.actual_date from post_audit as a
    join project_stage as s on s.project_id = a.project_id and s.stage = 'delivery'
    where s.actual_date is not null order by a.post_audit_id
    """
)


def write_oversight(connection: Connection, units: list[DemoUnit]) -> None:
    """Everything of 指导监督. Expects posts and their audits."""
    dice = random.Random("oversight")  # noqa: S311 - invented rows
    write_told(connection, InternalAuditYear, _internal(dice, units[::_EVERY]))
    write_told(connection, SocialAuditCheck, _firms(dice, units))
    write_told(connection, DutyReport, _reports(dice))
    write_told(connection, ResponsibilityItem, _items(connection))
    write_told(connection, EvaluationMark, _marks(connection, dice))


def _internal(dice: random.Random, units: list[DemoUnit]) -> list[dict[str, Any]]:
    rows = []
    for year in range(2023, AS_OF_DATE.year):
        for number, unit in enumerate(units):
            found = dice.randint(5, 900) * 10_000 * _YUAN
            rows.append(
                {
                    "unit_id": unit.unit_id,
                    "year": year,
                    "reported_date": date(year + 1, 2, 1 + number % 20),
                    "has_office": int(number % 3 != 0),
                    "staff_count": dice.randint(1, 9),
                    "project_count": dice.randint(1, 14),
                    "problem_fen": found,
                    "rectified_fen": found * dice.randint(55, 100) // 100,
                    "source": SOURCE,
                }
            )
    return rows


def _firms(dice: random.Random, units: list[DemoUnit]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for number in range(60):
        day = date(2023, 4, 3) + timedelta(days=22 * number)
        if day > AS_OF_DATE:
            break
        result = dice.choice(_RESULTS)
        problems = 0 if result == "clean" else dice.randint(1, 7)
        wrong = dice.randint(3, 400) * 10_000 * _YUAN if problems > 1 else None
        rows.append(
            {
                "check_code": f"SS-{number + 1:03d}",
                "firm": _FIRMS[number % len(_FIRMS)],
                "report_number": f"审字〔{2023 + number // 16}〕第{100 + number}号",
                "unit_id": units[(number * 13) % len(units)].unit_id,
                "section_code": "QYSJ",
                "check_date": day,
                "result": result,
                "problem_count": problems,
                "misstated_fen": wrong,
                "source": SOURCE,
            }
        )
    return rows


def _reports(dice: random.Random) -> list[dict[str, Any]]:
    rows = []
    for number, (code, __) in enumerate(DISTRICTS):
        for year in (2021, 2023, 2025):
            if code == LAGGING_DISTRICT and year == 2025:
                continue
            day = date(year, 1 + (number + year) % 11, dice.randint(5, 25))
            told = {"region_code": code, "report_date": day, "person": person(1_400 + number)}
            rows.append(told | {"source": SOURCE})
    return rows


def _items(connection: Connection) -> list[dict[str, Any]]:
    rows = []
    for post, has_resource_duty, since in connection.execute(_POSTS_HELD):
        if post % 4 == 0:
            continue  # lists still to come
        for number, (area, duty) in enumerate(_DUTIES, start=1):
            if area == "environmental" and not has_resource_duty:
                continue
            rows.append(
                {
                    "post_id": post,
                    "item_code": f"ZR-{number:02d}",
                    "area": area,
                    "duty": duty,
                    "basis": None,
                    "from_date": max(str(since)[:10], "2024-01-01"),
                    "ended_date": None,
                    "source": SOURCE,
                }
            )
    return rows


def _marks(connection: Connection, dice: random.Random) -> list[dict[str, Any]]:
    rows = []
    for audit, delivered in connection.execute(_AUDITS):
        if str(delivered) < "2024-01-01" or str(delivered) > AS_OF_DATE.isoformat():
            continue
        for aspect, full in _ASPECTS:
            rows.append(
                {
                    "post_audit_id": audit,
                    "aspect": aspect,
                    "full_hundredths": full,
                    "mark_hundredths": full * dice.randint(70, 100) // 5_000 * 50,
                    "evaluated_date": str(delivered)[:10],
                    "source": SOURCE,
                }
            )
    return rows
