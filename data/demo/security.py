"""安全与上线 of the demonstration: applications going live, devices, checks and what they left open.

One district lags behind, as it does in the ledger. Everything here is invented.
"""

import random
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from data.codes import NETWORK_ASSET, OFFICE_NETWORK
from data.demo.days import AS_OF_DATE
from data.demo.names import CITY_CODE, CITY_NAME, DISTRICTS, LAGGING_DISTRICT, SOURCE
from data.demo.told import write_told
from data.schema import NetworkAsset, Rollout, SecurityActivity, SecurityIssue

# (application, due, days after the limit at which the slowest are live; None: they are not yet)
_OF_DISTRICTS = (
    ("rectification_scene", date(2023, 10, 31), -20),
    ("supervision_scene", date(2023, 12, 31), 45),
    ("sub_portal", date(2023, 12, 31), None),
    ("audit_network", date(2023, 6, 30), 130),
    ("works_supervision", date(2023, 12, 31), 400),
)
_SYSTEMS = ("审计作业系统", "审计管理系统", "数据分析平台", "联网审计系统", "移动办公", "档案管理系统")
_MODULES = (
    "人员展示",
    "信息填报",
    "综合查询",
    "晋升提醒",
    "队伍分析",
    "廉政",
    "关爱",
    "绩效",
    "档案",
    "决策",
)
_DEVICES = {
    "firewall": "边界防火墙",
    "switch": "核心交换机",
    "server": "应用服务器",
    "storage": "磁盘阵列",
    "terminal": "办公终端",
    "protection": "日志审计设备",
}
_ISSUES = (
    ("high", "防火墙存在任意地址放行策略"),
    ("medium", "三台服务器补丁超过九十天未更新"),
    ("low", "机房出入登记不完整"),
    ("medium", "离职人员账号未及时停用"),
    ("high", "备份数据未做恢复验证"),
    ("low", "终端屏保未统一设置"),
)
_ACTIVITIES = (("check", "安全检查", 182), ("scan", "漏洞扫描", 91), ("drill", "应急演练", 365))
_NETWORK_WORDS = {"audit": "审计专网", "government": "政务外网", "internet": "互联网"}
_LATE_TO_COME = ("drill", "internet")  # the drill of this network is overdue


def write_security(connection: Connection) -> None:
    """Rollouts, devices, checks and issues."""
    dice = random.Random("security")  # noqa: S311 - invented rows
    write_told(connection, Rollout, _rollouts(dice))
    write_told(connection, NetworkAsset, _assets(dice))
    activities = _activities(dice)
    write_told(connection, SecurityActivity, activities)
    write_told(connection, SecurityIssue, _issues(dice, activities))


def _rollouts(dice: random.Random) -> list[dict[str, Any]]:
    rows = []
    for application, due, slowest in _OF_DISTRICTS:
        for code, name in ((CITY_CODE, CITY_NAME), *DISTRICTS):
            live = due - timedelta(days=dice.randint(0, 60))
            if code == LAGGING_DISTRICT:
                live = (
                    due + timedelta(days=slowest) if slowest is not None else AS_OF_DATE + timedelta(days=1)
                )
            told = {"application": application, "place_name": f"{name}审计局", "region_code": code}
            rows.append(told | {"due_date": due, "live_date": live if live <= AS_OF_DATE else None})
    for number, system in enumerate(_SYSTEMS):
        live = date(2023, 3, 1) + timedelta(days=90 * number)
        rows.append(_own("golden_audit", system, date(2023, 12, 31), live if number < 5 else None))
    for number, module in enumerate(_MODULES):
        live = date(2023, 9, 1) + timedelta(days=60 * number)
        rows.append(_own("personnel", module, date(2023, 12, 31), live if number < 7 else None))
    return [row | {"source": SOURCE} for row in rows]


def _own(application: str, place: str, due: date, live: date | None) -> dict[str, Any]:
    return {"application": application, "place_name": place, "region_code": CITY_CODE} | {
        "due_date": due,
        "live_date": live,
    }


def _assets(dice: random.Random) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for network in OFFICE_NETWORK:
        for kind in NETWORK_ASSET:
            for number in range(12 if kind == "terminal" else 3):
                since = date(2017, 1, 1) + timedelta(days=dice.randint(0, 3_300))
                is_old = since.year < 2019
                rows.append(
                    {
                        "asset_code": f"SB-{len(rows) + 1:04d}",
                        "name": f"{_DEVICES[kind]}{number + 1}号",
                        "network": network,
                        "kind": kind,
                        "region_code": CITY_CODE,
                        "section_code": "DSSJ",
                        "commissioned_date": since,
                        "retired_date": since + timedelta(days=2_500) if is_old and number % 2 else None,
                        "is_domestic": int(since.year >= 2022),
                        "has_domestic_cipher": int(since.year >= 2024 and network == "audit"),
                        "source": SOURCE,
                    }
                )
    return rows


def _activities(dice: random.Random) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for network in OFFICE_NETWORK:
        for kind, name, rhythm in _ACTIVITIES:
            day = date(2024, 1, 15) + timedelta(days=dice.randint(0, 40))
            while day <= AS_OF_DATE:
                if (kind, network) == _LATE_TO_COME and day.year == AS_OF_DATE.year:
                    break
                rows.append(
                    {
                        "security_activity_id": len(rows) + 1,
                        "activity_code": f"AQ-{len(rows) + 1:03d}",
                        "name": f"{_NETWORK_WORDS[network]}{name}",
                        "kind": kind,
                        "network": network,
                        "region_code": CITY_CODE,
                        "section_code": "DSSJ",
                        "held_date": day,
                        "next_due_date": day + timedelta(days=rhythm),
                        "conclusion": "已完成，问题列入清单" if kind != "drill" else "在规定时间内恢复",
                        "source": SOURCE,
                    }
                )
                day += timedelta(days=rhythm - dice.randint(1, 8))
    return rows


def _issues(dice: random.Random, activities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for activity in activities:
        if activity["kind"] == "drill":
            continue
        for severity, title in dice.sample(_ISSUES, dice.randint(0, 3)):
            found = activity["held_date"]
            due = found + timedelta(days={"high": 15, "medium": 30, "low": 60}[severity])
            closed = due - timedelta(days=dice.randint(-12, 10))
            is_open = closed > AS_OF_DATE or dice.random() < 0.06
            rows.append(
                {
                    "issue_code": f"{activity['activity_code']}-{len(rows) + 1}",
                    "title": title,
                    "security_activity_id": activity["security_activity_id"],
                    "severity": severity,
                    "found_date": found,
                    "due_date": due,
                    "closed_date": None if is_open else closed,
                    "source": SOURCE,
                }
            )
    return rows
