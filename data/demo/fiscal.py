"""财政运行 of the demonstration: debt of the districts month by month, and direct funds with their reports.

One district is over its limit, one fund is not broken down in time. Everything here is invented.
"""

import random
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from data.demo.days import AS_OF_DATE
from data.demo.names import DISTRICTS, LAGGING_DISTRICT, SOURCE
from data.demo.told import write_told
from data.schema import DebtPosition, DirectFund, DirectFundReport

_YUAN = 100
_MILLION = 1_000_000 * _YUAN
_FUNDS = (
    "城乡义务教育补助",
    "基本公共卫生服务补助",
    "困难群众救助补助",
    "保障性安居工程补助",
    "农田建设补助",
)
_STUCK = (LAGGING_DISTRICT, "农田建设补助")  # neither broken down nor paid


def write_fiscal(connection: Connection) -> None:
    """Debt positions and direct funds."""
    dice = random.Random("fiscal")  # noqa: S311 - invented rows
    write_told(connection, DebtPosition, _positions(dice))
    funds = _funds(dice)
    write_told(connection, DirectFund, funds)
    write_told(connection, DirectFundReport, _reports(dice, funds))


def _month_ends() -> list[date]:
    firsts = [date(2024 + month // 12, month % 12 + 1, 1) for month in range(1, 36)]
    return [first - timedelta(days=1) for first in firsts if first <= AS_OF_DATE]


def _positions(dice: random.Random) -> list[dict[str, Any]]:
    rows = []
    for number, (code, __) in enumerate(DISTRICTS):
        means = dice.randint(3_000, 9_000)
        rate = (0.62, 0.88, 1.05, 1.32, 0.95, 1.48, 0.7, 2.12, 1.1, 2.75, 0.83, 1.25)[number]
        for place, day in enumerate(_month_ends()):
            balance = round(means * rate * (0.9 + 0.1 * place / 33))
            limit = round(means * rate * (0.97 if code == LAGGING_DISTRICT else 1.12))
            rows.append(
                {
                    "region_code": code,
                    "position_date": day,
                    "limit_fen": limit * _MILLION,
                    "balance_fen": balance * _MILLION,
                    "means_fen": means * _MILLION,
                    "source": SOURCE,
                }
            )
    return rows


def _funds(dice: random.Random) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for year in (2025, AS_OF_DATE.year):
        for name in _FUNDS:
            for code, __ in DISTRICTS:
                rows.append(
                    {
                        "direct_fund_id": len(rows) + 1,
                        "fund_code": f"ZD-{year}-{len(rows) + 1:03d}",
                        "name": name,
                        "region_code": code,
                        "section_code": "CZSJ",
                        "allotted_date": date(year, 1, 20) + timedelta(days=dice.randint(0, 60)),
                        "allotted_fen": dice.randint(200, 6_000) * 10_000 * _YUAN,
                        "source": SOURCE,
                    }
                )
    return rows


def _reports(dice: random.Random, funds: list[dict[str, Any]]) -> list[dict[str, Any]]:
    rows = []
    for fund in funds:
        is_stuck = (fund["region_code"], fund["name"]) == _STUCK and fund[
            "allotted_date"
        ].year == AS_OF_DATE.year
        pace = 0.1 if is_stuck else dice.choice((0.75, 0.95, 1.0, 1.05, 1.1, 1.2))
        for day in _month_ends():
            passed = (day - fund["allotted_date"]).days
            if not 0 <= passed <= 400:
                continue
            broken_down = 0.4 if is_stuck else min(1.0, passed / 25)
            paid = min(broken_down, pace * passed / 340)
            rows.append(
                {
                    "direct_fund_id": fund["direct_fund_id"],
                    "report_date": day,
                    "broken_down_fen": int(fund["allotted_fen"] * broken_down),
                    "paid_fen": int(fund["allotted_fen"] * paid),
                    "source": SOURCE,
                }
            )
    return rows
