"""Importing ledgers end to end: known answers, all or nothing, nothing twice, stubs, history, rights."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, func, insert, select

from data.access.roles import NotPermittedError, User
from data.engine import data_version, reading, writing
from data.events import first_broken_link
from data.intake.importing import PlanOutdatedError
from data.intake.reading.source import read_source
from data.intake.refusal_report import refusals_as_csv, refusals_as_xlsx
from data.ledger.apply import apply
from data.ledger.importing import Imported, import_source
from data.ledger.plan import plan
from data.ledger.preset import load_preset
from data.schema import (
    ChainHead,
    Event,
    Finding,
    FindingChange,
    FindingReport,
    Milestone,
    Official,
    ProblemClass,
    Project,
    Rectification,
    RectifiedMoney,
    Region,
    Report,
    Section,
    Unit,
)
from data.schema.all_tables import ALL_TABLES
from tests.ledger_rows import add_house
from tests.ledgers import (
    RUIJIN_AMOUNT,
    RUIJIN_FINDINGS,
    RUIJIN_RECTIFIED,
    RUIJIN_RECTIFIED_AMOUNT,
    finding_row,
    ledger_csv,
    ruijin_csv,
)

LEDGER = load_preset("ledger_zh")
DAY = date(2024, 12, 31)
CLERK = User("clerk", "整改员", frozenset({"rectification"}))


def bring(engine: Engine, *rows: dict[str, str], name: str = "台账.csv", **options: Any) -> Imported:
    return import_source(engine, read_source(name, ledger_csv(*rows)), LEDGER, DAY, **options)


def column(engine: Engine, *columns: Any) -> list[Any]:
    with reading(engine) as connection:
        rows = connection.execute(select(*columns)).all()
    return [row[0] if len(columns) == 1 else tuple(row) for row in rows]


def counts(engine: Engine) -> dict[str, int]:
    """Rows of every table."""
    with reading(engine) as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in ALL_TABLES.tables.items()
        }


# Known answers ---------------------------------------------------------------------------------------


def test_fac_findings(sqlite_engine: Engine, shared_data: Path) -> None:
    """1,442 findings and 420 repeats: never 5,675 rows, never 11,350, never the 417 of first rows only."""
    preset = load_preset("fac_findings")
    files = sorted((shared_data / "fac_findings").glob("*.xlsx"))
    assert len(files) == 29
    rows = 0
    for file in files:
        preview = import_source(sqlite_engine, read_source(file.name, file.read_bytes()), preset).preview
        assert not preview.refused
        rows += preview.rows
    assert rows == 5675
    assert column(sqlite_engine, func.count(Finding.finding_id)) == [1442]
    assert len(column(sqlite_engine, Finding.finding_id)) == 1442
    assert sum(column(sqlite_engine, Finding.is_repeat)) == 420
    assert column(sqlite_engine, func.count(Project.project_id)) == [766]
    assert set(column(sqlite_engine, Project.plan_year)) == {2024}
    assert column(sqlite_engine, func.count(Finding.amount_fen)) == [0]
    assert all(column(sqlite_engine, Finding.prior_finding_reference.is_not(None) == Finding.is_repeat))
    first = files[0]
    again = import_source(sqlite_engine, read_source(first.name, first.read_bytes()), preset).preview
    assert (len(again.added), len(again.changed)) == (0, 0)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_ruijin_2020(sqlite_engine: Engine, encoding: str) -> None:
    source = read_source("瑞金.csv", ruijin_csv(encoding))
    preview = import_source(sqlite_engine, source, LEDGER, date(2021, 12, 28)).preview
    assert (len(preview.added), preview.refused) == (RUIJIN_FINDINGS, ())
    fen = 100 * 10_000
    assert sum(column(sqlite_engine, Finding.amount_fen)) == RUIJIN_AMOUNT * fen
    assert sum(column(sqlite_engine, RectifiedMoney.amount_fen)) == RUIJIN_RECTIFIED_AMOUNT * fen
    assert column(sqlite_engine, Milestone.kind).count("rectified") == RUIJIN_RECTIFIED


# All of a row ----------------------------------------------------------------------------------------

FULL = finding_row(
    问题编号="甲-1",
    被审计年度="2023",
    审计项目编号="P-1",
    项目类型="经责",
    地区="990101",
    审计实施处室="经责科",
    业务主审="张三",
    数据主审="李四",
    报告或决定书文号="审报〔2024〕1号、审决〔2024〕2号",
    报告或决定书日期="2024-05-01",
    送达日期="2024-05-06",
    统一社会信用代码="91330100799655058B",
    被审计领导干部="王五",
    问题分类代码="010199",
    问题性质="管理不规范",
    是否纳入审计工作报告="是",
    是否重大="√",
    是否领导批示="否",
    整改责任单位="某下属单位",
    整改时限="2024-07-05",
    **{"涉及金额（万元）": "12.345678"},
)


def test_a_full_row_fills_every_table(engine: Engine) -> None:
    with writing(engine) as connection:
        add_house(connection)
    preview = bring(engine, FULL).preview
    assert not preview.refused
    finding = column(
        engine, Finding.amount_fen, Finding.found_date, Finding.region_code, Finding.is_major, Finding.nature
    )
    assert finding == [(12_345_678, date(2024, 5, 6), "990101", True, "irregular")]
    project = select(Project.name, Project.plan_year, Project.audited_year, Project.project_type)
    with reading(engine) as connection:
        known = connection.execute(project.where(Project.project_code == "P-1")).one()
    assert tuple(known) == ("某局2024年度预算执行审计", 2024, 2023, "economic_responsibility")
    assert sorted(column(engine, Report.report_kind, Report.document_number, Report.delivered_date)) == [
        ("audit_report", "审报〔2024〕1号", date(2024, 5, 6)),
        ("decision", "审决〔2024〕2号", date(2024, 5, 6)),
        ("work_report", "审计工作报告-2024", None),
    ]
    assert len(column(engine, FindingReport.report_id)) == 3
    assert column(engine, Official.name) == ["王五"]
    assert sorted(column(engine, ProblemClass.problem_class_code, ProblemClass.parent_code)) == [
        ("01", None),
        ("0101", "01"),
        ("010199", "0101"),
    ]
    assert {(stub.kind, stub.name) for stub in preview.stubs} == {
        ("unit", "某局"),
        ("unit", "某下属单位"),
        ("project", "某局2024年度预算执行审计"),
        ("section", "经责科"),
        ("problem_class", "010199"),
        ("problem_class", "0101"),
        ("problem_class", "01"),
    }
    assert {"某局", "某下属单位"} == set(column(engine, Unit.name)) - {"单位1", "单位2"}
    assert bring(engine, FULL).preview.unchanged


def test_units_are_known_by_credit_code_then_by_name(engine: Engine) -> None:
    with writing(engine) as connection:
        known = {"name": "某市财政局", "credit_code": "91330100799655058B", "is_stub": False}
        connection.execute(insert(Unit).values(known))
        connection.execute(insert(Unit).values(name="某局", is_stub=False))
    bring(
        engine,
        finding_row(问题编号="1", 被审计单位="市财政局", 统一社会信用代码="91330100799655058B"),
        finding_row(问题编号="2", 被审计单位="某局"),
        finding_row(问题编号="3", 被审计单位="某新局"),
        finding_row(问题编号="4", 被审计单位="某新局"),
    )
    assert column(engine, Unit.name, Unit.is_stub) == [
        ("某市财政局", False),
        ("某局", False),
        ("某新局", True),
    ]
    assert sorted(column(engine, Finding.finding_code, Finding.unit_id)) == [
        ("1", 1),
        ("2", 2),
        ("3", 3),
        ("4", 3),
    ]


def test_an_unknown_region_stays_empty_and_the_row_is_not_lost(sqlite_engine: Engine) -> None:
    preview = bring(sqlite_engine, finding_row(地区="亚特兰蒂斯")).preview
    assert len(preview.added) == 1
    assert [notice.message for notice in preview.notices] == ["库中没有这个地区，地区留空"]


def test_a_row_without_a_code_is_found_again(sqlite_engine: Engine) -> None:
    row = finding_row()
    del row["问题编号"]
    assert bring(sqlite_engine, row).preview.added[0].finding_code.startswith("待核-")
    assert len(bring(sqlite_engine, row).preview.unchanged) == 1


def test_a_repeat_is_linked_to_the_finding_it_repeats(engine: Engine) -> None:
    bring(engine, finding_row(问题编号="旧-1"))
    bring(
        engine,
        finding_row(问题编号="新-1", 关联问题编号="旧-1"),
        finding_row(问题编号="新-2", 关联问题编号="新-1"),
        finding_row(问题编号="新-3", 关联问题编号="别处-9"),
    )
    found = column(engine, Finding.finding_code, Finding.prior_finding_id, Finding.is_repeat)
    assert set(found) == {("旧-1", None, False), ("新-1", 1, True), ("新-2", 2, True), ("新-3", None, True)}
    assert bring(engine, finding_row(问题编号="新-2", 关联问题编号="新-1")).preview.unchanged


def test_a_stub_takes_over_what_a_later_ledger_states_and_a_known_project_does_not(engine: Engine) -> None:
    bring(engine, finding_row(审计项目编号="P-9", 项目类型="其他"))
    later = bring(engine, finding_row(审计项目编号="P-9", 项目类型="民生")).preview
    assert [(change.field, change.old, change.new) for change in later.changed[0].changes] == [
        ("project_type", "other", "livelihood")
    ]
    with writing(engine) as connection:
        connection.execute(Project.__table__.update().values(is_stub=False))
    preview = bring(engine, finding_row(审计项目编号="P-9", 项目类型="金融")).preview
    assert column(engine, Project.project_type) == ["livelihood"]
    assert any("保持不变" in notice.message for notice in preview.notices)


# Twice, half, and side by side -----------------------------------------------------------------------


def test_the_same_file_again_changes_nothing_and_moves_no_figure(engine: Engine) -> None:
    first = bring(engine, FULL, finding_row(整改状态="已整改", 建议是否采纳="是", 审计建议="改"))
    before = counts(engine)
    with reading(engine) as connection:
        version = data_version(connection)
    again = bring(engine, FULL, finding_row(整改状态="已整改", 建议是否采纳="是", 审计建议="改"))
    assert (len(again.preview.unchanged), again.preview.changed) == (2, ())
    assert again.event_id == first.event_id + 1  # that it was brought again is in the log
    with reading(engine) as connection:
        assert data_version(connection) == version
        assert first_broken_link(connection) == (None, again.event_id)
    assert counts(engine) == before | {"event": before["event"] + 1}


def test_history_tells_what_changed_and_where_it_came_from(engine: Engine) -> None:
    bring(engine, finding_row(**{"涉及金额（万元）": "1"}), finding_row(问题编号="W-2"), name="一月.csv")
    second = bring(
        engine,
        finding_row(**{"涉及金额（万元）": "2"}, 整改时限="2024-08-01"),
        finding_row(问题编号="W-2"),
        name="二月.csv",
    )
    with reading(engine) as connection:
        rows = connection.execute(
            select(Finding.finding_code, FindingChange.is_new, FindingChange.event_id, FindingChange.changes)
            .join(Finding)
            .order_by(FindingChange.finding_change_id)
        ).all()
    assert [tuple(row[:3]) for row in rows] == [
        ("W-1", True, 1),
        ("W-2", True, 1),
        ("W-1", False, second.event_id),
    ]
    assert json.loads(rows[0].changes) == {"source_row": [None, "一月.csv · 一月 · 2"]}
    assert json.loads(rows[2].changes) == {
        "source_row": [None, "二月.csv · 二月 · 2"],
        "amount": [1_000_000, 2_000_000],
        "due_date": [None, "2024-08-01"],
    }
    with reading(engine) as connection:
        detail = json.loads(connection.scalar(select(Event.detail).where(Event.event_id == second.event_id)))
    assert detail["file_name"] == "二月.csv"
    assert [detail[key] for key in ("rows", "added", "changed", "unchanged", "refused")] == [2, 0, 1, 1, 0]


@contextmanager
def failing_at(engine: Engine, words: str) -> Iterator[None]:
    """Make every statement that begins like this fail."""

    def fail(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lower().startswith(words):
            raise RuntimeError("the disk is gone")

    event.listen(engine, "before_cursor_execute", fail)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", fail)


@pytest.mark.parametrize(
    "words",
    ["insert into finding ", "insert into rectification", "insert into event", "insert into finding_change"],
)
def test_nothing_is_half_imported(engine: Engine, words: str) -> None:
    bring(engine, finding_row())
    before = counts(engine)
    changed = finding_row(问题标题="改了的标题", 整改状态="已整改")
    with failing_at(engine, words), pytest.raises(RuntimeError):
        bring(engine, changed, FULL)
    assert counts(engine) == before
    assert column(engine, Finding.title) == ["预算编制不完整"]
    assert len(bring(engine, changed, FULL).preview.added) == 1


def test_a_plan_that_was_overtaken_is_not_applied(engine: Engine) -> None:
    source = read_source("台账.csv", ledger_csv(finding_row()))
    with reading(engine) as connection:
        stale = plan(connection, source, LEDGER, DAY)
    bring(engine, finding_row(问题编号="W-2"))
    before = counts(engine)
    with pytest.raises(PlanOutdatedError), writing(engine) as connection:
        apply(connection, stale, "clerk")
    assert counts(engine) == before
    with pytest.raises(PlanOutdatedError):
        import_source(engine, source, LEDGER, DAY, seen_version=stale.preview.data_version)
    assert import_source(engine, source, LEDGER, DAY).preview.added


def test_the_dry_run_writes_nothing(engine: Engine) -> None:
    before = counts(engine)
    with reading(engine) as connection:
        preview = plan(connection, read_source("台账.csv", ledger_csv(FULL)), LEDGER, DAY).preview
    assert len(preview.added) == 1
    assert counts(engine) == before


# Refusals --------------------------------------------------------------------------------------------


def test_refused_rows_are_named_and_the_others_are_imported(sqlite_engine: Engine) -> None:
    preview = bring(
        sqlite_engine,
        finding_row(问题编号="好"),
        finding_row(问题编号="坏", 整改状态='=HYPERLINK("x")', 送达日期="@2024"),
        finding_row(问题编号="好", 问题标题="另一个标题"),
        finding_row(问题编号="好"),
    ).preview
    assert [entry.finding_code for entry in preview.added] == ["好"]
    assert (preview.rows, preview.refused_rows) == (4, 2)
    told = [(fault.line, fault.column, fault.value) for fault in preview.refused]
    assert told == [(3, "整改状态", '=HYPERLINK("x")'), (3, "送达日期", "@2024"), (4, "问题编号", "好")]
    assert "第 2 行" in preview.refused[2].reason
    assert any("重复的行" in notice.message for notice in preview.notices)


def test_the_report_of_refusals_is_inert(sqlite_engine: Engine) -> None:
    preview = bring(sqlite_engine, finding_row(送达日期="=1+1"), name="一.csv").preview
    lines = refusals_as_csv([preview]).decode("utf-8-sig").splitlines()
    assert lines[0] == "文件,工作表,行,列,值,原因"
    assert lines[1] == "一.csv,一,2,送达日期,'=1+1,不是日期，应如 2024-03-01"
    cells = read_source("拒绝.xlsx", refusals_as_xlsx([preview])).sheets[0].rows
    assert cells[1] == ["一.csv", "一", 2.0, "送达日期", "=1+1", "不是日期，应如 2024-03-01"]


def test_text_that_looks_like_code_is_kept_as_text(engine: Engine) -> None:
    nasty = "<script>alert(1)</script> **粗** =cmd|' /C calc'!A0 '); drop table finding;--"
    bring(engine, finding_row(问题标题=nasty, 具体描述="甲\x00乙\u202e丙"))
    assert column(engine, Finding.title, Finding.description) == [(nasty, "甲乙丙")]


# Rights ----------------------------------------------------------------------------------------------


def test_who_may_not_import_is_refused_and_the_refusal_is_recorded(sqlite_engine: Engine) -> None:
    before = counts(sqlite_engine)
    with pytest.raises(NotPermittedError):
        bring(sqlite_engine, finding_row(), user=User("auditor", "审计员", frozenset({"auditor"})))
    assert counts(sqlite_engine) == before | {"event": 1}
    assert column(sqlite_engine, Event.kind, Event.actor) == [("action_refused", "auditor")]


def test_the_actor_is_the_user(sqlite_engine: Engine) -> None:
    bring(sqlite_engine, finding_row(), user=CLERK)
    assert column(sqlite_engine, Event.actor) == ["clerk"]


@pytest.fixture
def house(sqlite_engine: Engine) -> Engine:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        town = {"region_code": "990101001", "name": "某镇", "parent_code": "990101", "level": "township"}
        connection.execute(insert(Region).values(town))
    return sqlite_engine


def test_a_user_bound_to_a_region_imports_rows_of_that_region_only(house: Engine) -> None:
    bound = User("b", "乙", frozenset({"rectification"}), region_code="990101")
    bring(house, finding_row(问题编号="别区", 地区="990102", 被审计单位="别区的局"))
    preview = bring(
        house,
        finding_row(问题编号="本区", 地区="990101"),
        finding_row(问题编号="本镇", 地区="某镇"),
        finding_row(问题编号="未填", 地区="", 被审计单位="未填地区的局"),
        finding_row(问题编号="项目在本区", 审计项目名称="项目1", 审计年度="2023", 被审计单位="单位1"),
        finding_row(问题编号="项目在别区", 审计项目名称="项目2", 审计年度="2024", 被审计单位="单位2"),
        finding_row(问题编号="外区", 地区="990102"),
        finding_row(问题编号="别区", 地区="990101"),
        user=bound,
    ).preview
    assert [entry.finding_code for entry in preview.added] == ["本区", "本镇", "未填", "项目在本区"]
    assert [fault.value or fault.line for fault in preview.refused] == [6, "990102", "990101"]
    assert {fault.reason for fault in preview.refused} == {"您的账号限于其他地区"}
    regions = dict(column(house, Finding.finding_code, Finding.region_code))
    assert regions["未填"] == "990101"
    assert regions["别区"] == "990102"


def test_a_user_bound_to_a_section_leaves_the_projects_of_others_alone(house: Engine) -> None:
    bound = User("b", "乙", frozenset({"rectification"}), section_code="S1")
    preview = bring(
        house,
        finding_row(问题编号="本科", 审计实施处室="科室1"),
        finding_row(问题编号="新科", 审计实施处室="没有的科"),
        finding_row(问题编号="别科", 审计实施处室="科室2"),
        finding_row(问题编号="未填"),
        user=bound,
    ).preview
    assert [entry.finding_code for entry in preview.added] == ["本科", "未填"]
    assert len(preview.refused) == 2
    assert not [stub for stub in preview.stubs if stub.kind == "section"]
    assert set(column(house, Section.section_code)) == {"S1", "S2"}
    assert set(column(house, Finding.section_code)) == {"S1", None}
    assert "S1" in column(house, Project.section_code)  # what the finding does not say, its project does


@pytest.mark.parametrize(
    ("bound", "other"),
    [({"section_code": "S1"}, "section"), ({"region_code": "990101"}, "region")],
)
def test_a_bound_user_moves_no_finding_into_the_part_of_others(
    house: Engine, bound: dict[str, str], other: str
) -> None:
    mine = {"审计项目名称": "项目1", "审计年度": "2023", "被审计单位": "单位1"}
    bring(house, finding_row(**mine))
    user = User("b", "乙", frozenset({"rectification"}), **bound)
    moved = finding_row(**mine | {"审计项目名称": "项目2", "审计年度": "2024"})
    preview = bring(house, moved, user=user).preview
    assert (preview.refused_rows, column(house, Finding.project_id)) == (1, [1])
    assert preview.refused[0].reason == f"您的账号限于其他{'科室' if other == 'section' else '地区'}"
    assert bring(house, finding_row(**mine, 问题性质="违规"), user=user).preview.changed


def test_a_finding_without_a_rectification_row_gets_one(house: Engine) -> None:
    with writing(house) as connection:
        bare = {"finding_code": "W-1", "project_id": 1, "unit_id": 1, "title": "甲", "found_date": DAY}
        connection.execute(insert(Finding).values(bare | {"recorded_at": DAY}))
        connection.execute(select(ChainHead))
    bring(house, finding_row(整改类型="立行立改"))
    assert column(house, Rectification.rectification_type) == ["immediate"]
