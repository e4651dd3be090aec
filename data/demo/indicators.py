"""The demonstration bureau's own plan targets, modelled on a published plan of 2021–2025.

Percentages in basis points. The yearly growth of rules and measures starts from an invented mean of
the years before, so that target and figure compare.
"""

from datetime import date

from sqlalchemy import Connection

from data.demo.bulk import insert_rows
from data.demo.days import MOMENT_TEXT, day
from data.schema import Indicator, IndicatorPlan, IndicatorTarget, IndicatorValue

_PLAN = ("DEMO-145", "“十四五”审计工作目标（演示数据）", 2021, 2025, 2)
_NEXT_PLAN = ("DEMO-155", "“十五五”审计工作目标（演示数据）", 2026, 2030, 1)
_INDICATORS = (
    (
        "003-K11",
        "审计工作报告问题金额整改率",
        "已整改金额÷问题金额，仅限纳入审计工作报告的问题",
        "report_amount_rectification_rate",
        "percent",
    ),
    ("003-K7", "审计建议采纳率", "被采纳建议÷提出建议", "recommendation_adoption", "percent"),
    ("003-K10", "应移送事项移送率", "已移送事项÷应移送事项", "transfer_rate", "percent"),
    (
        "003-K8",
        "推动制定整改措施、建立健全规章制度数量",
        "整改措施数＋规章制度数，按年",
        "rules_established",
        "count",
    ),
)
_BASELINE = 430  # measures and rules a year before 2021
_GROWTH_PERCENT = 5


def write_indicators(connection: Connection) -> None:
    """Plan, indicators, targets, and the baseline of the years before."""
    columns = ("plan_code", "name", "first_year", "last_year", "sort_order")
    insert_rows(connection, IndicatorPlan, columns, [_PLAN, _NEXT_PLAN])
    insert_rows(
        connection,
        Indicator,
        (
            "indicator_code",
            "plan_code",
            "name",
            "formula",
            "kpi",
            "unit_of_measure",
            "is_baseline_comparable",
            "sort_order",
        ),
        [
            (prefix + code, plan[0], *rest, 1, order)
            for prefix, plan in (("", _PLAN), ("155-", _NEXT_PLAN))
            for order, (code, *rest) in enumerate(_INDICATORS, start=1)
        ],
    )
    growing = [
        (
            "003-K8",
            order,
            f"{2020 + order}年",
            2020 + order,
            round(_BASELINE * (1 + _GROWTH_PERCENT / 100) ** order),
            "at_least",
        )
        for order in range(1, 6)
    ]
    insert_rows(
        connection,
        IndicatorTarget,
        ("indicator_code", "milestone_order", "label", "year", "target_value", "comparison"),
        [
            ("003-K11", 1, "到2025年", 2025, 9500, "at_least"),
            ("003-K7", 1, "“十四五”期间", None, 6000, "more_than"),
            ("003-K10", 1, "“十四五”期间", None, 10_000, "at_least"),
            ("155-003-K11", 1, "“十五五”期间", None, 9600, "at_least"),
            ("155-003-K7", 1, "“十五五”期间", None, 7000, "more_than"),
            ("155-003-K10", 1, "“十五五”期间", None, 10_000, "at_least"),
            *growing,
        ],
    )
    last_day_before = day(date(2020, 12, 31))
    insert_rows(
        connection,
        IndicatorValue,
        ("indicator_code", "year", "actual_value", "evidence", "fact_date", "recorded_at"),
        [
            (
                "003-K8",
                2020,
                _BASELINE,
                "“十三五”时期年均数（演示数据）",
                "2020-12-31",
                MOMENT_TEXT[last_day_before],
            )
        ],
    )
