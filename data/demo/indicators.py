"""The demonstration bureau's plans: shipped reference plans with invented figures, an invented one of 2026.

Which figures are entered and which are owed is told here; those that the database computes come from it.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, update

from data.demo.bulk import insert_rows
from data.demo.days import AS_OF_DATE
from data.demo.names import SECTIONS, SOURCE
from data.planning.indicator_units import base_unit, typed
from data.planning.plan_file import PlanEntry, read_plan
from data.planning.plan_import import write_plan
from data.schema import Indicator, IndicatorValue

_OWN = Path(__file__).with_name("plan_155.toml")
SHIPPED = (
    ("tianjin_145", "“十四五”审计工作目标（演示数据，参照003）", 2),
    ("zhangqiu_2325", "智慧审计三年行动计划（演示数据，参照000）", 3),
    ("hangzhou_digital", "数字化改革核心指标（演示数据，参照001）", 4),
)
PLAN_SOURCE = "演示数据：指标与目标参照公开规划，数值均为虚构"
# Figures as typed, from the first year of the plan on; "" is owed. What is left out has no figure at all.
_ENTERED: dict[str, tuple[str, ...]] = {
    "155-20": ("97.6",),
    "003-K13": ("7.6", "8.2", "", "9.5", "9.8"),
    "003-K14": ("51.2", "55", "58.7", "63.1", "66.4"),
    "003-K15": ("48", "57.5", "66", "74.4", "80.6"),
    "003-C6-D": ("70", "95", "100", "100", "100"),
    "003-C6-P": ("0", "25", "50", "75", "100"),
    "000-24-A": ("61", "94.5", "100"),
    "000-24-B": ("58", "", "76.9"),
}
# A figure was entered before the year was over, and put right when the documents were there.
_CORRECTED = (("003-C6-D", 2023, "95"), ("000-24-A", 2024, "96"))
_EVIDENCE = "年度考核材料汇编（虚构），由{section}报送，存办公室档案"


def write_indicators(connection: Connection) -> None:
    """The plans, who owes their figures, and what was entered."""
    plans = [read_plan(_OWN), *(_renamed(*shipped) for shipped in SHIPPED)]
    for plan in plans:
        write_plan(connection, plan)
    owners = {
        entry.code: SECTIONS[place % len(SECTIONS)]
        for plan in plans
        for place, entry in enumerate(plan.indicators)
        # Nobody was named for a few: the screen says so.
        if place % 11 != 10
    }
    for code, section in owners.items():
        connection.execute(
            update(Indicator).where(Indicator.indicator_code == code).values(section_code=section.code)
        )
    insert_rows(
        connection,
        IndicatorValue,
        (
            "indicator_code",
            "year",
            "actual_value",
            "evidence",
            "fact_date",
            "entered_by",
            "source",
            "recorded_at",
        ),
        [
            (code, year, number, evidence, day.isoformat(), "演示", SOURCE, f"{day.isoformat()} 01:00:00")
            for plan in plans
            for code, year, number, evidence, day in _values(
                plan, {code: section.name for code, section in owners.items()}
            )
        ],
    )


def _renamed(name: str, title: str, order: int) -> PlanEntry:
    plan = read_plan(name)
    return replace(plan, name=title, source=PLAN_SOURCE, sort_order=order)


def _values(plan: PlanEntry, sections: dict[str, str]) -> list[tuple[str, int, int, str, date]]:
    found = []
    for entry in plan.indicators:
        evidence = _EVIDENCE.format(section=sections.get(entry.code, "办公室"))
        for year, text in enumerate(_ENTERED.get(entry.code, ()), start=plan.first_year):
            number = typed(text, base_unit(entry.unit)) if text else None
            if number is not None:
                day = min(date(year, 12, 31), AS_OF_DATE)
                found.append((entry.code, year, number, evidence, day))
        for code, year, text in _CORRECTED:
            first = typed(text, base_unit(entry.unit))
            if code == entry.code and first is not None:
                found.append((code, year, first, f"{evidence}；年内初报", date(year, 9, 30)))
    return found
