"""The invented suspects of audit models, with the steps of their checking; some became findings."""

import random
from collections.abc import Iterator
from typing import Any

import numpy as np
from sqlalchemy import Connection, bindparam, func, select, update

from data.demo.bulk import Row, insert_rows
from data.demo.days import AS_OF, DATE_TEXT, MOMENT_TEXT, day, on_working_day
from data.demo.names import CITY_CODE, CITY_NAME, DISTRICTS, EXEMPLARY_SECTION
from data.schema import Finding, Project, Suspect, SuspectStep, Unit

_FROM_FINDINGS, _OTHERS = 90, 310
# Code, what the model looks for, the section that runs it, and what a hit is about.
_MODELS = (
    ("M01", "应招标未招标", "TZSJ", "合同"),
    ("M03", "化整为零采购", "CZSJ", "采购"),
    ("M09", "供应商集中", "CZSJ", "供应商"),
    ("M10", "追加合同超过规定比例", "TZSJ", "合同"),
    ("M18", "付款超工程进度", "TZSJ", "工程"),
    ("M21", "结转资金超过两年", "CZSJ", "预算项目"),
    ("M22", "年末突击花钱", "XZSJ", "单位"),
    ("M24", "重复支付", "XZSJ", "凭证"),
    ("M26", "死亡人员享受待遇", "SBSJ", "人员"),
    ("M27", "低保对象资产不符", "SBSJ", "人员"),
    ("M29", "重复享受补贴", "NYSJ", "人员"),
    ("M30", "分解住院", "JKSJ", "就诊"),
    ("M32", "公职人员经商办企业", "JZSJ", "人员"),
    ("M34", "信息系统重复闲置", "DSSJ", "系统"),
    ("M35", "占用耕地", "ZHSJ", "地块"),
)
_WORDS = {code: name for code, name, *__ in _MODELS}
_FIRST_DAY = AS_OF - 640
Life = list[tuple[str, int]]  # states with their days
# Of what was issued: nothing heard yet, being checked, confirmed, partly, not confirmed.
_ANSWERS = ("issued", "checking", "confirmed", "partly_confirmed", "not_confirmed")
_SHARES = (0.08, 0.14, 0.27, 0.11, 0.40)
_SHARES_OF_THE_BEST = (0.02, 0.08, 0.40, 0.14, 0.36)


def write_suspects(connection: Connection) -> None:
    """Write them after the findings, of which some then name the suspect they came from."""
    dice = random.Random("suspects")  # noqa: S311 - invented suspects
    findings = _findings(connection)
    suspects: list[Row] = []
    steps: list[Row] = []
    for number, (suspect, life) in enumerate((*_of_findings(dice, findings), *_others(dice)), start=1):
        suspects.append((number, *suspect))
        steps.extend(
            (number, state, DATE_TEXT[when], MOMENT_TEXT[when]) for state, when in life if when <= AS_OF
        )
    links = [{"finding": row.finding_id, "suspect": number} for number, row in enumerate(findings, start=1)]
    columns = (
        "suspect_id",
        "model_code",
        "entity_reference",
        "summary",
        "amount_fen",
        "region_code",
        "section_code",
        "found_date",
        "recorded_at",
    )
    insert_rows(connection, Suspect, columns, suspects)
    insert_rows(connection, SuspectStep, ("suspect_id", "state", "fact_date", "recorded_at"), steps)
    if links:
        statement = update(Finding).where(Finding.finding_id == bindparam("finding"))
        connection.execute(statement.values(suspect_id=bindparam("suspect")), links)


def _findings(connection: Connection) -> list[Any]:
    """Findings whose ledger names a model, in the order they were entered."""
    question = (
        select(
            Finding.finding_id,
            Finding.found_date,
            Finding.amount_fen,
            Finding.suspect_reference,
            func.coalesce(Finding.region_code, Project.region_code, Unit.region_code).label("region_code"),
            func.coalesce(Finding.section_code, Project.section_code).label("section_code"),
            Unit.name.label("unit"),
        )
        .join(Project, Project.project_id == Finding.project_id)
        .join(Unit, Unit.unit_id == Finding.unit_id)
        .where(Finding.suspect_reference.is_not(None))
        .order_by(Finding.finding_id.desc())
        .limit(_FROM_FINDINGS)
    )
    return list(connection.execute(question))


def _of_findings(dice: random.Random, rows: list[Any]) -> Iterator[tuple[Row, Life]]:
    for row in rows:
        ledger = day(row.found_date)
        flagged = _working(ledger - dice.randint(100, 150))
        issued, answered = _working(flagged + dice.randint(3, 12)), _working(ledger - dice.randint(30, 60))
        code = row.suspect_reference[:3]
        answer = "confirmed" if dice.random() < 0.8 else "partly_confirmed"
        yield (
            _suspect(code, row.unit, flagged, fen=row.amount_fen, place=(row.region_code, row.section_code)),
            [("issued", issued), (answer, answered), ("in_ledger", ledger)],
        )


def _others(dice: random.Random) -> Iterator[tuple[Row, Life]]:
    regions = [CITY_CODE, CITY_CODE, CITY_CODE, *(code for code, __ in DISTRICTS)]
    for number in range(1, _OTHERS + 1):
        code, __, section, thing = _MODELS[dice.randrange(len(_MODELS))]
        flagged = _working(dice.randint(_FIRST_DAY, AS_OF - 1))
        entity = f"{CITY_NAME}{thing}第{number:04d}号"
        fen = int(10 ** dice.uniform(5.3, 8.6)) if thing not in ("系统", "地块") else None
        issued = _working(flagged + dice.randint(2, 25))
        life = [("issued", issued)]
        shares = _SHARES_OF_THE_BEST if section == EXEMPLARY_SECTION else _SHARES
        answer = dice.choices(_ANSWERS, shares)[0]
        if answer != "issued":
            life.append(("checking", _working(issued + dice.randint(3, 20))))
        if answer not in ("issued", "checking"):
            life.append((answer, _working(issued + dice.randint(25, 80))))
        region = regions[dice.randrange(len(regions))]
        yield _suspect(code, entity, flagged, fen=fen, place=(region, section)), life


def _suspect(
    code: str, entity: str, flagged: int, *, fen: int | None, place: tuple[str | None, str | None]
) -> Row:
    summary = f"{_WORDS[code]}：{entity}需核实"
    return code, entity, summary, fen, *place, DATE_TEXT[flagged], MOMENT_TEXT[flagged]


def _working(number: int) -> int:
    return int(on_working_day(np.array([number]))[0])
