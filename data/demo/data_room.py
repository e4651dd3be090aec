"""The invented data room: sources and what they sent, the catalogue, requests to units."""

import random
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from data.demo.bulk import Row, insert_rows
from data.demo.days import AS_OF, DATE_TEXT, MOMENT_TEXT, day
from data.demo.names import CITY_CODE, SOURCE
from data.schema import (
    CatalogueItem,
    DataRequest,
    DataRequestStep,
    DataSource,
    Project,
    SourceArrival,
    Unit,
)

_FILE = Path(__file__).with_name("data_room.toml")
_FAILED = 0.04  # of all arrivals
_FAILING = "LY-12"  # its last arrivals failed
_REQUESTS = 64
_ASKED_FROM = day(date(2024, 1, 8))
_DAYS_TO_ANSWER = 14
_ASKED_FOR = (
    "{year}年度会计账套电子数据和数据字典",
    "{year}年度合同台账",
    "{year}年度项目清单和进度资料",
    "信息系统用户手册和数据库说明",
    "{year}年度资产台账",
)
_REFUSALS = ("系统由上级部门统一管理，本单位无权导出", "涉及个人信息，需上级批准")
_IN_PART = 0.3  # of those that are late, part came in time
_KEEPER = "演示数据室"
_ON_TIME, _LATE, _REFUSED = 0.68, 0.18, 0.05  # of the requests; the rest is still owed


@cache
def rooms() -> dict[str, list[dict[str, Any]]]:
    """What data_room.toml says: `source` and `item`."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def write_data_room(connection: Connection) -> None:
    """Write it after units and projects. Which dataset fills an item is known once the warehouse is there."""
    dice = random.Random("data room")  # noqa: S311 - invented data
    known = select(Unit.name, Unit.unit_id).order_by(Unit.unit_id)  # the first that fits is taken
    units = {row.name: row.unit_id for row in connection.execute(known)}
    sources = {entry["code"]: number for number, entry in enumerate(rooms()["source"], start=1)}
    _write_sources(connection, units)
    _write_arrivals(connection, dice, sources)
    _write_items(connection, sources)
    _write_requests(connection, dice)


def _write_sources(connection: Connection, units: dict[str, int]) -> None:
    rows: list[Row] = []
    for number, entry in enumerate(rooms()["source"], start=1):
        unit = next(units[name] for name in units if name.startswith("示范市") and entry["unit"] in name)
        rows.append(
            (
                number,
                entry["code"],
                entry["name"],
                unit,
                CITY_CODE,
                entry["section"],
                entry["domain"],
                entry.get("sector"),
                int(entry["can_connect"]),
                entry["connectable"].isoformat() if "connectable" in entry else None,
                entry["connected"].isoformat() if "connected" in entry else None,
                SOURCE,
                MOMENT_TEXT[day(date(2022, 1, 4))],
            )
        )
    columns = (
        "data_source_id",
        "source_code",
        "name",
        "unit_id",
        "region_code",
        "section_code",
        "domain",
        "sector",
        "can_connect",
        "connectable_date",
        "connected_date",
        "source",
        "recorded_at",
    )
    insert_rows(connection, DataSource, columns, rows)


def _write_arrivals(connection: Connection, dice: random.Random, sources: dict[str, int]) -> None:
    rows: list[Row] = []
    for entry in rooms()["source"]:
        if "connected" not in entry:
            continue
        for when in range(max(day(entry["connected"]), AS_OF - 400) + 5, AS_OF + 1, 30):
            is_failed = dice.random() < _FAILED or (entry["code"] == _FAILING and when > AS_OF - 45)
            message = "接口超时，未取得数据" if is_failed else None
            count = None if is_failed else dice.randrange(2_000, 90_000)
            number, moment = sources[entry["code"]], MOMENT_TEXT[when]
            rows.append((number, DATE_TEXT[when], int(is_failed), count, message, moment))
    columns = ("data_source_id", "fact_date", "is_failed", "row_count", "message", "recorded_at")
    insert_rows(connection, SourceArrival, columns, rows)


def _write_items(connection: Connection, sources: dict[str, int]) -> None:
    sections = {entry["code"]: entry["section"] for entry in rooms()["source"]}
    rows: list[Row] = [
        (
            entry["code"],
            entry["name"],
            sources.get(entry.get("source", "")),
            CITY_CODE,
            sections.get(entry.get("source", "")),
            entry["domain"],
            entry.get("sector"),
            entry["mode"],
            entry.get("cycle_months"),
            entry["first_due"].isoformat(),
            entry["standardised"].isoformat() if "standardised" in entry else None,
            SOURCE,
            MOMENT_TEXT[day(date(2022, 12, 1))],
        )
        for entry in rooms()["item"]
    ]
    columns = (
        "item_code",
        "name",
        "data_source_id",
        "region_code",
        "section_code",
        "domain",
        "sector",
        "collection_mode",
        "cycle_months",
        "first_due_date",
        "standardised_date",
        "source",
        "recorded_at",
    )
    insert_rows(connection, CatalogueItem, columns, rows)


def _write_requests(connection: Connection, dice: random.Random) -> None:
    known = select(Project.project_id, Project.unit_id, Project.section_code, Project.plan_year)
    in_reach = known.where(Project.plan_year >= 2024, Project.unit_id.is_not(None), ~Project.is_draft)
    projects = connection.execute(in_reach.order_by(Project.project_id)).all()
    rows: list[Row] = []
    for number, project in enumerate(dice.sample(projects, min(_REQUESTS, len(projects))), start=1):
        first = max(_ASKED_FROM, day(date(project.plan_year, 1, 8)))
        asked = dice.randrange(first, max(first + 1, min(AS_OF - 2, first + 300)))
        due, fate = asked + _DAYS_TO_ANSWER, dice.random()
        received = refused = None
        if fate < _ON_TIME:
            received = asked + dice.randrange(3, _DAYS_TO_ANSWER + 1)
        elif fate < _ON_TIME + _LATE:
            received = due + dice.randrange(1, 30)
        elif fate < _ON_TIME + _LATE + _REFUSED:
            refused = asked + dice.randrange(2, _DAYS_TO_ANSWER)
        what = dice.choice(_ASKED_FOR).format(year=project.plan_year - 1)
        reason = dice.choice(_REFUSALS) if refused else None
        rows.append(
            (
                f"XQ-{project.plan_year}-{number:03d}",
                project.unit_id,
                project.project_id,
                project.section_code,
                what,
                DATE_TEXT[asked],
                DATE_TEXT[due],
                DATE_TEXT[received] if received and received <= AS_OF else None,
                DATE_TEXT[refused] if refused and refused <= AS_OF else None,
                reason,
                SOURCE,
                MOMENT_TEXT[asked],
            )
        )
    steps: list[Row] = []
    for number, row in enumerate(rows, start=1):
        steps += _request_steps(dice, number, row)
    columns = (
        "request_code",
        "unit_id",
        "project_id",
        "section_code",
        "requested",
        "asked_date",
        "due_date",
        "received_date",
        "refused_date",
        "refusal_reason",
        "source",
        "recorded_at",
    )
    numbered = ((number, *row) for number, row in enumerate(rows, start=1))
    insert_rows(connection, DataRequest, ("data_request_id", *columns), numbered)
    step_columns = ("data_request_id", "kind", "fact_date", "note", "person", "recorded_at")
    insert_rows(connection, DataRequestStep, step_columns, steps)


def _request_steps(dice: random.Random, number: int, row: Row) -> list[Row]:
    """What happened to the request of that number: reminders once it is due, parts, and how it ended."""
    due, received, refused, reason = (row[place] for place in (6, 7, 8, 9))
    due_day = day(date.fromisoformat(str(due)))
    ended = day(date.fromisoformat(str(received or refused))) if received or refused else AS_OF
    steps: list[tuple[str, int, str | None]] = []
    for after in range(due_day + 3, min(ended, due_day + 40), 12):
        steps.append(("reminded", after, "电话催办"))
    if not refused and ended > due_day and dice.random() < _IN_PART:
        steps.append(("received_part", min(due_day, ended), "先提供主表，明细待补"))
    if received:
        steps.append(("received", ended, None))
    if refused:
        steps.append(("refused", ended, str(reason)))
    return [
        (number, kind, DATE_TEXT[when], note, _KEEPER, MOMENT_TEXT[when])
        for kind, when, note in sorted(steps, key=lambda step: step[1])
        if when <= AS_OF
    ]
