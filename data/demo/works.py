"""重大公共工程 of the demonstration: settlements at two levels, variations, unit costs of the projects.

What is planted is written at its place below and counted in tests/test_demo_works.py. Everything is invented.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, select

from data.demo.days import AS_OF_DATE
from data.demo.names import SOURCE
from data.demo.told import write_told
from data.schema import ContractVariation, InvestmentFact, InvestmentProject, SettlementReview, UnitCost

_YUAN = 100
_FIRMS = ("示衡造价咨询", "示准工程咨询", "示信造价事务所", "示达工程顾问", "示正造价咨询")
_DIFFERENCES = (
    "现场签证单价按市级信息价重新核定",
    "暂估材料价按实际采购发票核减",
    "重复计取的措施费由市级核减",
    "土方运距按实测路线调整",
)
_REASONS = {
    "design": ("地质条件与勘察不符", "管线迁改", "使用功能调整", "规范更新"),
    "site": ("现场障碍物清除", "夜间施工增加", "临时便道增加"),
    "price": ("主要材料价格上涨超过约定幅度", "人工费政策性调整"),
    "supplementary": ("增加配套附属工程", "延伸建设范围"),
}
# What each sector builds, and what a unit of it costs: yuan, and the quantities of a project.
_WORKS = {
    "transport": (("road", 21_000_000, (600, 6_000)), ("bridge", 9_800, (400_000, 4_000_000))),
    "municipal": (("road", 26_000_000, (400, 3_000)), ("pipeline", 3_400, (500_000, 6_000_000))),
    "water": (("river", 8_600_000, (800, 9_000)), ("pipeline", 3_100, (500_000, 6_000_000))),
    "environment": (("river", 9_400_000, (800, 6_000)), ("greenery", 260, (4_000_000, 60_000_000))),
    "education": (("building", 4_300, (1_500_000, 26_000_000)),),
    "health": (("building", 6_200, (2_000_000, 40_000_000)),),
    "housing": (("building", 3_900, (2_000_000, 50_000_000)), ("greenery", 310, (2_000_000, 20_000_000))),
    "culture": (("building", 5_400, (1_500_000, 20_000_000)),),
    "energy": (("pipeline", 3_700, (500_000, 5_000_000)), ("tunnel", 88_000, (200_000, 1_500_000))),
}


@dataclass(frozen=True)
class _Works:
    number: int
    sector: str | None
    started: date | None
    completed: date | None
    contract_fen: int


def write_works(connection: Connection) -> None:
    """Write settlements, variations and unit costs; after the investment projects."""
    works = _works(connection)
    write_told(connection, SettlementReview, _settlements(works))
    write_told(connection, ContractVariation, _variations(works))
    write_told(connection, UnitCost, _unit_costs(works))


def _works(connection: Connection) -> list[_Works]:
    """The projects with a contract, with their days."""
    facts: dict[int, dict[str, Any]] = {}
    columns = (
        InvestmentFact.investment_project_id,
        InvestmentFact.kind,
        InvestmentFact.fact_date,
        InvestmentFact.amount_fen,
    )
    wanted = InvestmentFact.kind.in_(("contract", "started", "completed"))
    asked = select(*columns).where(wanted).order_by(InvestmentFact.investment_fact_id)
    for project, kind, day, amount in connection.execute(asked):
        facts.setdefault(project, {})[kind] = amount if kind == "contract" else day
    projects = connection.execute(
        select(InvestmentProject.investment_project_id, InvestmentProject.sector).order_by(
            InvestmentProject.investment_project_id
        )
    )
    return [
        _Works(number, sector, known.get("started"), known.get("completed"), known["contract"])
        for number, sector in projects
        if (known := facts.get(number)) and known.get("contract")
    ]


def _settlements(works: list[_Works]) -> list[dict[str, Any]]:
    """Of what is completed one in two, in one or two sections; of these one in three at both levels."""
    dice = random.Random("settlements")  # noqa: S311 - invented rows
    rows: list[dict[str, Any]] = []
    for place, one in enumerate([one for one in works if one.completed]):
        if place % 2:
            continue
        sections = ("一标段", "二标段") if place % 10 == 0 else ("施工总承包",)
        for section in sections:
            submitted = _round(one.contract_fen * dice.uniform(1.01, 1.12) / len(sections))
            cut = dice.uniform(0.03, 0.11)
            if place % 46 == 4:
                cut = dice.uniform(0.32, 0.4)  # planted: far above its like
            elif place % 46 == 26:
                cut = 0.0  # planted: nothing cut
            begun = min((one.completed or AS_OF_DATE) + timedelta(days=dice.randint(30, 90)), AS_OF_DATE)
            if place % 5 == 2:  # still on its way, however long ago it was completed
                begun = AS_OF_DATE - timedelta(days=dice.randint(5, 120))
            told = {
                "settlement_code": f"JS-{one.number:04d}-{len(rows) + 1:04d}",
                "investment_project_id": one.number,
                "contract_section": section,
                "submitted_fen": submitted,
            }
            municipal = _review(dice, begun, submitted, cut)
            # Above all the city looks at what is large; the rest the districts review by themselves.
            level = "municipal" if place % 4 == 0 or place % 6 == 0 else "district"
            rows.append(told | {"level": level} | municipal)
            if level == "municipal" and place % 6 == 0:
                rows.append(told | {"level": "district"} | _district(dice, municipal, submitted, cut, place))
    return rows


def _review(dice: random.Random, begun: date, submitted: int, cut: float) -> dict[str, Any]:
    """Step by step, as far as the day of the demonstration has come."""
    row: dict[str, Any] = {
        "review_firm": dice.choice(_FIRMS),
        "submitted_date": begun,
        "difference_reason": None,
        "explained_date": None,
        "source": SOURCE,
    }
    day = begun
    for step, share, least, most in (
        ("first_review", 0.6, 15, 35),
        ("second_review", 0.9, 10, 25),
        ("approved", 1.0, 10, 25),
    ):
        day += timedelta(days=dice.randint(least, most))
        is_done = day <= AS_OF_DATE
        row[f"{step}_date"] = day if is_done else None
        row[f"{step}_fen"] = submitted - _round(submitted * cut * share) if is_done else None
    return row


def _district(
    dice: random.Random, municipal: dict[str, Any], submitted: int, cut: float, place: int
) -> dict[str, Any]:
    """The district reviewed before the city. Planted: one in three differs; a few say not why."""
    row = _review(dice, municipal["submitted_date"] - timedelta(days=40), submitted, cut)
    if row["approved_fen"] and municipal["approved_fen"]:
        row["approved_fen"] = municipal["approved_fen"]
        if place % 18 == 0:
            row["approved_fen"] += _round(submitted * dice.uniform(0.005, 0.03))
            if place % 72:
                row["difference_reason"] = dice.choice(_DIFFERENCES)
                row["explained_date"] = min(municipal["approved_date"] + timedelta(days=12), AS_OF_DATE)
    return row


def _variations(works: list[_Works]) -> list[dict[str, Any]]:
    """Of the begun works three in five; planted: one in thirty with supplementary contracts over a tenth."""
    dice = random.Random("variations")  # noqa: S311 - invented rows
    rows: list[dict[str, Any]] = []

    def add(one: _Works, kind: str, share: float, after: int) -> None:
        day = (one.started or AS_OF_DATE) + timedelta(days=after)
        if day > (one.completed or AS_OF_DATE) or day > AS_OF_DATE:
            return
        rows.append(
            {
                "variation_code": f"BG-{one.number:04d}-{len(rows) + 1:04d}",
                "investment_project_id": one.number,
                "contract_section": "施工总承包",
                "kind": kind,
                "amount_fen": _round(one.contract_fen * share),
                "approved_date": day,
                "reason": dice.choice(_REASONS[kind]),
                "approver": "建设单位" if abs(share) < 0.03 else "行业主管部门",
                "source": SOURCE,
            }
        )

    for place, one in enumerate([one for one in works if one.started]):
        if place % 30 == 7:
            add(one, "supplementary", dice.uniform(0.06, 0.08), 90)
            add(one, "supplementary", dice.uniform(0.05, 0.07), 150)
        elif place % 30 == 19:
            add(one, "supplementary", dice.uniform(0.02, 0.06), 120)
        if place % 5 < 3:
            for turn in range(dice.randint(1, 3)):
                kind = dice.choice(("design", "site", "site", "price"))
                add(one, kind, dice.choice((-0.012, 0.008, 0.014, 0.022, 0.035)), 45 + 60 * turn)
    return rows


def _unit_costs(works: list[_Works]) -> list[dict[str, Any]]:
    """Of the works that are begun, by the prices of that day. Planted: dear and cheap ones, one in forty."""
    dice = random.Random("unit costs")  # noqa: S311 - invented rows
    rows: list[dict[str, Any]] = []
    for one in works:
        if one.started is None or one.started > AS_OF_DATE:
            continue
        for works_type, yuan, (least, most) in _WORKS.get(one.sector or "", ())[: 1 + one.number % 2]:
            quantity = dice.randint(least, most)
            dearer = 1 + 0.025 * (one.started.year - 2023)
            factor = dearer * dice.uniform(0.85, 1.18)
            if len(rows) % 40 == 11:
                factor = dice.uniform(2.4, 3.0)
            elif len(rows) % 80 == 33:
                factor = 0.08
            rows.append(
                {
                    "unit_cost_code": f"ZJ-{one.number:04d}-{len(rows) + 1:04d}",
                    "investment_project_id": one.number,
                    "works_type": works_type,
                    "quantity_thousandths": quantity,
                    "amount_fen": round(yuan * _YUAN * factor * quantity / 1000),
                    "priced_date": one.started,
                    "source": SOURCE,
                }
            )
    return rows


def _round(fen: float) -> int:
    """To whole hundreds of yuan."""
    return round(fen / 10_000) * 10_000
