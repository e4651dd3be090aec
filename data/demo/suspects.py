"""The invented suspects of audit models, with the steps of their checking; some became findings."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from sqlalchemy import Connection, bindparam, select, update

from data.demo.bulk import Row, insert_rows
from data.demo.days import AS_OF, DATE_TEXT, MOMENT_TEXT, day, on_working_day
from data.demo.names import CITY_CODE, CITY_NAME, DISTRICTS, EXEMPLARY_SECTION
from data.demo.suspect_parties import DemoParty, party
from data.ledger.finding_place import REGION_CODE, SECTION_CODE
from data.schema import Finding, InvestmentProject, Project, Suspect, SuspectParty, SuspectStep, Unit

_FROM_FINDINGS, _OTHERS = 90, 310
# Code and title of the model in the library, the section that runs it, and what a hit is about.
_MODELS = (
    ("M01", "应招标未招标", "TZSJ", "合同"),
    ("M03", "化整为零规避公开采购", "CZSJ", "采购"),
    ("M09", "供应商过于集中", "CZSJ", "供应商"),
    ("M10", "补充合同超过原合同 10%", "TZSJ", "合同"),
    ("M18", "付款超过工程进度", "TZSJ", "工程"),
    ("M21", "结转超过两年未收回", "CZSJ", "预算项目"),
    ("M22", "年底突击花钱", "XZSJ", "单位"),
    ("M24", "重复支付", "XZSJ", "凭证"),
    ("M26", "死亡人员领取工资", "SBSJ", "人员"),
    ("M27", "低保对象有车有房有企业", "SBSJ", "人员"),
    ("M29", "同时享受互斥补助", "NYSJ", "人员"),
    ("M30", "分解住院", "JKSJ", "就诊"),
    ("M32", "公务员经商办企业", "JZSJ", "人员"),
    ("M34", "信息系统闲置或低效使用", "DSSJ", "系统"),
    ("M35", "项目占用受保护土地", "ZHSJ", "地块"),
)
_WORDS = {code: name for code, name, *__ in _MODELS}
_FIRST_DAY = AS_OF - 640
_THINGS = {code: thing for code, __, __, thing in _MODELS}
_SEVERITIES = dict.fromkeys(_WORDS, "medium") | dict.fromkeys(("M01", "M03", "M26", "M32", "M35"), "high")
_SEVERITIES |= dict.fromkeys(("M09", "M22", "M34"), "low")
_DAYS_TO_ANSWER = 60
_ANSWERED_AFTER = 110  # days
_PAID_AHEAD, _FIRST_WORKS = 32, 800  # as the invented warehouse plants them
_UNITS = 60  # whom suspects about units are about
_ACCOUNTS = {
    "confirmed": "已调取合同、凭证核对，疑点属实。",
    "partly_confirmed": "部分情况属实，其余有批准文件。",
    "not_confirmed": "核对原始资料，系登记口径不同，不属实。",
}
_SUSPECT_COLUMNS = (
    *("suspect_id", "model_code", "entity_reference", "summary", "amount_fen", "region_code"),
    *("section_code", "found_date", "recorded_at", "severity", "entity_kind", "entity_id"),
)
_STEP_COLUMNS = (
    *("suspect_id", "state", "fact_date", "recorded_at", "user_name", "to_section_code"),
    *("to_region_code", "due_date", "amount_fen", "finding_id", "note"),
)
# Of what was issued: nothing heard yet, being checked, confirmed, partly, not confirmed.
_ANSWERS = ("issued", "checking", "confirmed", "partly_confirmed", "not_confirmed")
_SHARES = (0.08, 0.14, 0.27, 0.11, 0.40)
_SHARES_OF_THE_BEST = (0.02, 0.08, 0.40, 0.14, 0.36)


@dataclass(frozen=True)
class DemoSuspect:
    """One of them with its life: states with their days. `place` is (region, section)."""

    code: str
    entity: str
    flagged: int
    fen: int | None
    place: tuple[str | None, str | None]
    life: tuple[tuple[str, int], ...]
    finding_id: int | None = None

    @property
    def summary(self) -> str:
        return f"{_WORDS[self.code]}：{self.entity}需核实"


def write_suspects(connection: Connection) -> None:
    """Write them after the findings, of which some then name the suspect they came from."""
    dice = random.Random("suspects")  # noqa: S311 - invented suspects
    findings = _findings(connection)
    units, works = _units(connection), _works(connection)
    suspects: list[Row] = []
    steps: list[Row] = []
    parties: list[Row] = []
    for number, suspect in enumerate((*_of_findings(dice, findings), *_others(dice)), start=1):
        draw = dice.randrange(1_000_000)
        if _THINGS[suspect.code] == "工程" and suspect.finding_id is None and works:
            code, name, region = works[draw % len(works)]
            touched = DemoParty("project", code, name)
            suspect = replace(suspect, entity=name, place=(region, suspect.place[1]))  # noqa: PLW2901
        else:
            touched = party(_THINGS[suspect.code], draw, units)
        suspects.append(
            (
                number,
                suspect.code,
                suspect.entity,
                suspect.summary,
                suspect.fen,
                *suspect.place,
                DATE_TEXT[suspect.flagged],
                MOMENT_TEXT[suspect.flagged],
                _SEVERITIES[suspect.code],
                touched.kind,
                touched.party_id,
            )
        )
        parties.append((number, touched.kind, touched.party_id, touched.name))
        steps.extend((number, *step) for step in _steps(dice, suspect))
    links = [{"finding": row.finding_id, "suspect": number} for number, row in enumerate(findings, start=1)]
    insert_rows(connection, Suspect, _SUSPECT_COLUMNS, suspects)
    insert_rows(connection, SuspectStep, _STEP_COLUMNS, steps)
    insert_rows(connection, SuspectParty, ("suspect_id", "kind", "party_id", "name"), parties)
    if links:
        statement = update(Finding).where(Finding.finding_id == bindparam("finding"))
        connection.execute(statement.values(suspect_id=bindparam("suspect")), links)


def _steps(dice: random.Random, suspect: DemoSuspect) -> Iterator[Row]:
    """(state, day, moment, who, section, region, due, amount, finding, note) of the life up to today."""
    region, section = suspect.place
    # What a district has to check goes there, the rest to the section that runs the model.
    to_section, to_region = (None, region) if region != CITY_CODE and dice.random() < 0.7 else (section, None)
    yield "to_issue", *_day(suspect.flagged), None, None, None, None, None, None, None
    for state, when in suspect.life:
        if when > AS_OF:
            continue
        to: tuple[str | None, str | None, str | None] = (None, None, None)
        if state == "issued":
            to = (to_section, to_region, DATE_TEXT[_working(when + _DAYS_TO_ANSWER)])
        share = {"confirmed": 1.0, "partly_confirmed": dice.uniform(0.2, 0.8)}.get(state)
        fen = round(suspect.fen * share) if share and suspect.fen else None
        finding = suspect.finding_id if state == "in_ledger" else None
        who = "section" if state in {"issued", "in_ledger"} else "auditor"
        yield state, *_day(when), who, *to, fen, finding, _ACCOUNTS.get(state)


def _day(number: int) -> tuple[str, str]:
    return DATE_TEXT[number], MOMENT_TEXT[number]


def _units(connection: Connection) -> list[tuple[str, str]]:
    rows = connection.execute(select(Unit.credit_code, Unit.name).order_by(Unit.unit_id).limit(_UNITS))
    return [(row.credit_code or "", row.name) for row in rows]


def _works(connection: Connection) -> list[tuple[str, str, str | None]]:
    """(code, name, region) of the works that are paid ahead of their progress."""
    table = InvestmentProject.__table__.c
    question = select(table.project_code, table.name, table.region_code).where(
        table.investment_project_id % _PAID_AHEAD == 0, table.investment_project_id <= _FIRST_WORKS
    )
    return [tuple(row) for row in connection.execute(question.order_by(table.investment_project_id))]


def _findings(connection: Connection) -> list[Any]:
    """Findings whose ledger names a model, in the order they were entered."""
    question = (
        select(
            Finding.finding_id,
            Finding.found_date,
            Finding.amount_fen,
            Finding.suspect_reference,
            REGION_CODE.label("region_code"),
            SECTION_CODE.label("section_code"),
            Unit.name.label("unit"),
        )
        .join(Project, Project.project_id == Finding.project_id)
        .join(Unit, Unit.unit_id == Finding.unit_id)
        .where(Finding.suspect_reference.is_not(None))
        .order_by(Finding.finding_id.desc())
        .limit(_FROM_FINDINGS)
    )
    return list(connection.execute(question))


def _of_findings(dice: random.Random, rows: list[Any]) -> Iterator[DemoSuspect]:
    for row in rows:
        ledger = day(row.found_date)
        flagged = _working(ledger - dice.randint(100, 150))
        issued, answered = _working(flagged + dice.randint(3, 12)), _working(ledger - dice.randint(30, 60))
        answer = "confirmed" if dice.random() < 0.8 else "partly_confirmed"
        yield DemoSuspect(
            code=row.suspect_reference[:3],
            entity=row.unit,
            flagged=flagged,
            fen=row.amount_fen,
            place=(row.region_code, row.section_code),
            life=(("issued", issued), (answer, answered), ("in_ledger", ledger)),
            finding_id=row.finding_id,
        )


def _others(dice: random.Random) -> Iterator[DemoSuspect]:
    regions = [CITY_CODE, CITY_CODE, CITY_CODE, *(code for code, __ in DISTRICTS)]
    for number in range(1, _OTHERS + 1):
        code, __, section, thing = _MODELS[dice.randrange(len(_MODELS))]
        flagged = _working(dice.randint(_FIRST_DAY, AS_OF - 1))
        fen = int(10 ** dice.uniform(5.3, 8.6)) if thing not in ("系统", "地块") else None
        issued = _working(flagged + dice.randint(2, 25))
        life = [("issued", issued)]
        shares = _SHARES_OF_THE_BEST if section == EXEMPLARY_SECTION else _SHARES
        answer = dice.choices(_ANSWERS, shares)[0]
        if answer in ("issued", "checking") and issued < AS_OF - _ANSWERED_AFTER and dice.random() < 0.85:
            answer = "not_confirmed"  # what is that old was answered by now, but for a few
        if answer != "issued":
            life.append(("checking", _working(issued + dice.randint(3, 20))))
        if answer not in ("issued", "checking"):
            life.append((answer, _working(issued + dice.randint(25, 80))))
        region = regions[dice.randrange(len(regions))]
        yield DemoSuspect(
            code=code,
            entity=f"{CITY_NAME}{thing}第{number:04d}号",
            flagged=flagged,
            fen=fen,
            place=(region, section),
            life=tuple(life),
        )


def _working(number: int) -> int:
    return int(on_working_day(np.array([number]))[0])
