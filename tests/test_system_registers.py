"""Inventories of information systems: what was so on a day is kept, and what is not known is refused."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, select

from data.bureau import set_value
from data.engine import reading, writing
from data.intake.writing import table_of
from data.schema import Base, InformationSystem, ItFacility, ResourceFact, SystemMoney, SystemUse
from tests.register_files import brought, counted, reasons

SYSTEM = {"系统编号": "XT-1", "系统名称": "协同办公系统", "使用单位": "甲局"}


@pytest.fixture
def bureau(sqlite_engine: Engine) -> Engine:
    with writing(sqlite_engine) as connection:
        set_value(connection, "as_of", "2026-11-20")
    return sqlite_engine


def found(engine: Engine, kind: type[Base]) -> list[dict[str, Any]]:
    with reading(engine) as connection:
        return [dict(row) for row in connection.execute(select(table_of(kind))).mappings()]


def test_a_count_of_another_day_is_another_row_and_the_same_again_is_none(bureau: Engine) -> None:
    first = SYSTEM | {"授权用户数": "100", "月活跃用户": "9", "数据日期": "2026-03-31"}
    brought(bureau, "information_systems", first)
    again = brought(bureau, "information_systems", SYSTEM | {"授权用户数": "100", "数据日期": "2026-06-30"})
    assert counted(again) == (0, 0, 1, 0), "what was known already"
    brought(bureau, "information_systems", SYSTEM | {"月活跃用户": "8", "数据日期": "2026-06-30"})
    brought(bureau, "information_systems", SYSTEM | {"月活跃用户": "7", "数据日期": "2026-06-30"})
    counts = [
        (row["fact_date"], row["authorised_users"], row["monthly_active_users"])
        for row in found(bureau, SystemUse)
    ]
    assert counts == [(date(2026, 3, 31), 100, 9), (date(2026, 6, 30), None, 7)]


def test_what_is_not_known_is_refused(bureau: Engine) -> None:
    refused = brought(bureau, "information_systems", SYSTEM | {"所在网络": "WL-9"})
    assert "请先导入网络和算力资源" in reasons(refused)[0][2]
    refused = brought(bureau, "information_systems", SYSTEM | {"相关问题编号": "2026-1、2026-2"})
    assert reasons(refused)[0][2] == "台账里没有这个问题"
    refused = brought(bureau, "system_security", {"系统编号": "XT-9", "等保级别": "三级"})
    assert "请先导入信息系统清单" in reasons(refused)[0][2]
    assert not found(bureau, InformationSystem)


def test_a_network_is_found_by_code_or_name(bureau: Engine) -> None:
    brought(bureau, "it_facilities", {"资源编号": "WL-1", "名称": "政务外网", "类别": "政务外网"})
    brought(bureau, "information_systems", SYSTEM | {"所在网络": "政务外网"})
    assert (
        found(bureau, InformationSystem)[0]["it_facility_id"]
        == found(bureau, ItFacility)[0]["it_facility_id"]
    )


def test_money_of_a_year_gone_by_is_that_of_its_last_day(bureau: Engine) -> None:
    brought(bureau, "information_systems", SYSTEM)
    row = {
        "系统编号": "XT-1",
        "资金用途": "运维",
        "资金来源": "财政资金",
        "预算安排（元）": "100",
        "支出（元）": "80",
    }
    for year in ("2025", "2026"):
        assert counted(brought(bureau, "system_money", row | {"预算年度": year})) == (1, 0, 0, 0)
    kept = [(entry["year"], entry["fact_date"], entry["spent_fen"]) for entry in found(bureau, SystemMoney)]
    assert kept == [(2025, date(2025, 12, 31), 8000), (2026, date(2026, 11, 20), 8000)]


def test_each_update_and_use_of_a_resource_is_a_fact(bureau: Engine) -> None:
    row = {"资源编号": "ZY-1", "资源名称": "登记信息", "提供单位": "甲局", "更新周期": "每月"}
    for day in ("2026-09-01", "2026-10-01", "2026-10-01"):
        brought(bureau, "information_resources", row | {"最近更新日期": day, "数据量（条）": "5"})
    brought(bureau, "information_resources", row | {"利用日期": "2026-10-15", "推送线索": "3"})
    facts = [
        (entry["kind"], entry["fact_date"], entry["lead_count"]) for entry in found(bureau, ResourceFact)
    ]
    assert facts == [
        ("updated", date(2026, 9, 1), None),
        ("updated", date(2026, 10, 1), None),
        ("used", date(2026, 10, 15), 3),
    ]
