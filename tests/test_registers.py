"""Registers: what a file brings is written once, changed where it differs, refused with place and reason."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from data.access.roles import NotPermittedError, User
from data.bureau import set_value
from data.codes import CODE_LISTS
from data.demo.identifiers import credit_code
from data.engine import data_version, reading, writing
from data.events import first_broken_link
from data.intake.headings import plain_heading
from data.intake.importing import PlanOutdatedError
from data.intake.preset import PresetFaultError
from data.intake.reading.source import read_source
from data.intake.refused import FileRefusedError
from data.intake.values.choices import key
from data.intake.writing import table_of
from data.language import use_language
from data.registers.importing import import_source
from data.registers.register import FOLDER, parse_register, registers
from data.schema import (
    AuditObject,
    Base,
    Event,
    IndicatorTarget,
    IndicatorValue,
    ObjectDuty,
    Official,
    Post,
    PostAudit,
    Project,
    ProjectMember,
    ProjectPause,
    ProjectStage,
    Region,
    Report,
    Section,
    Staff,
    Task,
    TaskStep,
    Unit,
    WorkRecord,
)
from queries.administration.event_words import event_words
from queries.planning.register_counts import register_counts
from tests.escalation_cases import add_letter
from tests.ledger_rows import add_finding
from tests.ledgers import csv_bytes, finding_row, ledger_csv, xlsx_bytes
from tests.register_files import bring_house, brought, counted, example_row, reasons

CREDIT_CODE = credit_code(7, "state_enterprise")


@pytest.fixture
def bureau(engine: Engine) -> Engine:
    """An empty bureau on its day, on each engine in turn."""
    return _on_its_day(engine)


@pytest.fixture
def small(sqlite_engine: Engine) -> Engine:
    """An empty bureau on SQLite, where the engine does not matter."""
    return _on_its_day(sqlite_engine)


def _on_its_day(engine: Engine) -> Engine:
    with writing(engine) as connection:
        set_value(connection, "as_of", "2026-11-20")
    return engine


def found(engine: Engine, table: type[Base], **values: Any) -> list[dict[str, Any]]:
    """Rows of a table with these values, by column."""
    columns = table_of(table).c
    question = select(table_of(table)).where(*(columns[name] == value for name, value in values.items()))
    with reading(engine) as connection:
        return [dict(row) for row in connection.execute(question).mappings()]


def one(engine: Engine, table: type[Base], **values: Any) -> dict[str, Any]:
    rows = found(engine, table, **values)
    assert len(rows) == 1, rows
    return rows[0]


# What is declared ------------------------------------------------------------------------------------


def test_every_register_is_sound_counted_and_speaks_both_languages(small: Engine) -> None:
    with reading(small) as connection:
        assert register_counts(connection).keys() == registers().keys()
    for register in registers().values():
        titles = []
        for code in ("zh", "en"):
            use_language(code)
            titles += [register.title, *(field.label for field in register.fields.values())]
        use_language("zh")
        assert len(set(titles)) > len(titles) / 2, register.name
        headings = [
            plain_heading(heading) for column in register.standard.columns for heading in column.headings
        ]
        assert len(headings) == len(set(headings)), register.name
        for column in register.standard.columns:
            if column.field.kind.startswith("choice"):
                missing = set(column.field.codes or {}) - set(column.words.values())
                told = {"document_kind": {"work_report", "entry", "exit", "delivery"}}
                assert missing <= told.get(column.field.name, set()), (register.name, column.field.name)


def test_others_are_referred_to_only_after_they_came() -> None:
    order = list(registers())
    for before, after in [("regions", "units"), ("units", "posts"), ("posts", "post_audits")]:
        assert order.index(before) < order.index(after)
    assert order.index("coverage_rules") < order.index("units")
    assert order.index("projects") < order.index("documents")
    assert order.index("indicators") < order.index("indicator_values")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("order = ", "Invalid"),
        ("order = 1", "fields"),
        ("order = 1\nnonsense = 1\n[fields]", "unknown key 'nonsense'"),
        ('order = 1\n[fields.a]\nkind = "name"\ntitle = "A"\nheadings = ["a"]\nheading = "b"', "'heading'"),
        ('order = 1\n[fields.a]\nkind = "name"\ntitle = "A"\npart = "x"\nheadings = ["a"]', "part"),
        ('order = 1\n[fields.a]\nkind = "choice"\ncodes = "x"\ntitle = "A"\nheadings = ["a"]', "KeyError"),
    ],
)
def test_a_faulty_register_is_refused_with_its_fault(text: str, fault: str) -> None:
    head = 'title = { zh = "甲", en = "a" }\ndescription = { zh = "甲", en = "a" }\n'
    with pytest.raises(PresetFaultError) as told:
        parse_register("x", head + text, lambda book, row: book.new(Region, row.sheet))
    assert fault in str(told.value)


def test_the_example_of_the_documentation_is_a_register() -> None:
    page = (Path(__file__).resolve().parent.parent / "docs/how-to/add-a-register.md").read_text("utf-8")
    text = page.split("```toml\n", 1)[1].split("```", 1)[0]
    register = parse_register("rooms", text, lambda book, row: book.new(Region, row.sheet))
    assert (register.keys, register.required) == ({"room_code", "name"}, {"opened_date"})
    assert register.past == {"opened_date"}
    assert register.first_days == {"closed_date": "opened_date"}


# The round trip --------------------------------------------------------------------------------------


def test_the_examples_of_every_template_come_in_and_again_change_nothing(bureau: Engine) -> None:
    """In the order of the first day each refers to what came before; the workbook itself reads back."""
    for name, register in registers().items():
        row = example_row(register.standard)
        if name == "escalation_replies":
            send_letter(bureau, row["督办文书文号"])
        first = brought(bureau, name, row)
        assert counted(first) == (1, 0, 0, 0), (name, reasons(first))
        version = _version(bureau)
        assert counted(brought(bureau, name, row, file_name="另一个名字.csv")) == (0, 0, 1, 0), name
        assert _version(bureau) == version, "an import that changes nothing moves no figures"
        if bureau.dialect.name != "sqlite":
            continue  # a workbook is read the same for each engine
        filled = xlsx_bytes({"表": [[*row], [*row.values()]]})
        source = read_source("表.xlsx", filled)
        assert counted(import_source(bureau, source, register, register.standard).preview) == (0, 0, 1, 0)
        empty = read_source("模板.xlsx", register.template())
        assert import_source(bureau, empty, register, register.standard).preview.rows == 0
    with reading(bureau) as connection:
        assert first_broken_link(connection)[0] is None
        assert all(count.rows for count in register_counts(connection).values())


def send_letter(engine: Engine, number: str, **said: Any) -> int:
    """A letter about one finding that went out with that number on the first of March."""
    with writing(engine) as connection:
        of_project = select(Project.project_id, Project.unit_id).where(Project.unit_id.is_not(None))
        project, unit = connection.execute(of_project.order_by(Project.project_id)).first() or (1, 1)
        finding = add_finding(connection, project=project, unit_id=unit)
        values = {"addressee": "甲局", "document_number": number} | said
        return add_letter(connection, finding, unit, step=("urge", date(2026, 3, 1)), **values)


def _version(engine: Engine) -> int:
    with reading(engine) as connection:
        return data_version(connection)


def test_a_changed_cell_is_one_change_and_the_event_tells_of_it(bureau: Engine) -> None:
    bring_house(bureau)
    row = {"项目编号": "P1", "项目名称": "甲局预算执行", "主审": "张某", "实际进点日期": "2026年3月2日"}
    first = brought(bureau, "projects", row)
    assert [(change.field, change.old) for change in first.changed[0].changes] == [
        ("business_lead", None),
        ("actual_entry", None),
    ]
    preview = brought(bureau, "projects", row | {"实际进点日期": "2026.3.9"})
    assert counted(preview) == (0, 1, 0, 0)
    (change,) = preview.changed[0].changes
    assert (change.field, change.old, change.new) == ("actual_entry", date(2026, 3, 2), date(2026, 3, 9))
    assert one(bureau, ProjectStage, stage="entry")["actual_date"] == date(2026, 3, 9)
    event = found(bureau, Event, kind="register_imported")[-1]
    told = json.loads(event["detail"])
    assert told["field_changes"] == [["甲局预算执行", "actual_entry", "2026-03-02", "2026-03-09"]]
    assert (told["register"], told["changed"], told["preset"]) == ("projects", 1, "projects")
    assert len(told["sha256"]) == 64
    words = dict(event_words(event["detail"]))
    assert words["登记表"] == "审计项目与进度"
    assert "2026-03-02 → 2026-03-09" in words["变更内容"]


def test_an_empty_cell_says_nothing_and_a_cell_can_be_cleared(small: Engine) -> None:
    bring_house(small)
    row = {"项目编号": "P1", "项目名称": "甲局预算执行"}
    brought(small, "projects", row | {"调减日期": "2026-05-01", "数据主审": "李某"})
    assert counted(brought(small, "projects", row | {"调减日期": "", "数据主审": "-"})) == (0, 0, 1, 0)
    preview = brought(small, "projects", row | {"调减日期": "清空"})
    assert counted(preview) == (0, 1, 0, 0)
    project = one(small, Project, project_code="P1")
    assert (project["cancelled_date"], project["data_lead"]) == (None, "李某")
    assert reasons(brought(small, "projects", row | {"独立实施": "清空"})) == [
        (2, "独立实施", "此项不能清空")
    ]


def test_what_looks_like_code_is_only_text(bureau: Engine) -> None:
    name = "甲'); drop table unit;-- <script>alert(1)</script> {name} =cmd|' /C calc'!A0"
    row = {"单位名称": name, "单位类型": "机关"}
    assert counted(brought(bureau, "units", row)) == (1, 0, 0, 0)
    assert counted(brought(bureau, "units", row)) == (0, 0, 1, 0)
    assert one(bureau, Unit)["name"] == name


# Refusals --------------------------------------------------------------------------------------------


def test_rows_are_refused_with_line_column_value_and_reason_and_the_others_come_in(small: Engine) -> None:
    bring_house(small)
    rows = [
        {"姓名": "甲", "单位": "甲局", "职务": "副局长", "身份证号": "110105194912310021"},
        {"姓名": "乙", "单位": "甲局", "职务": "", "任职日期": "去年"},
        {"姓名": "丙", "单位": "甲局", "职务": "科长", "任职日期": "2024-05-01", "离任日期": "2023-05-01"},
        {"姓名": "丁", "单位": "甲局", "职务": "科长", "出生日期": "2030-01-01"},
        {"姓名": "戊", "单位": "甲局", "职务": "科长", "审计类别": "E类"},
        {
            "姓名": "己",
            "单位": "甲局",
            "职务": "科长",
            "身份证号": "11010519491231002X",
            "出生日期": "1949-12-30",
        },
        {"姓名": "庚", "单位": "甲局", "职务": "科长", "身份证号": "11010519491231002X"},
    ]
    preview = brought(small, "posts", *rows)
    assert counted(preview) == (1, 0, 0, 6)
    told = {(line, column): reason for line, column, reason in reasons(preview)}
    assert told[2, "身份证号"] == "不是有效的居民身份号码"
    assert told[3, "任职日期"].startswith("不是日期")
    assert told[4, "离任日期"] == "早于任职日期（2024-05-01）"
    assert told[5, "出生日期"] == "日期晚于 2026-11-20"
    assert told[6, "审计类别"] == "不在可填的值之中：A类、B类、C类、D类"
    assert told[7, "出生日期"] == "与身份证号中的 1949-12-31 不符"
    official = one(small, Official, name="庚")
    assert official["birth_date"] == date(1949, 12, 31)
    assert not found(small, Official, name="己"), "nothing of a refused row stays"


def test_lists_of_officials_give_months(small: Engine) -> None:
    bring_house(small)
    row = {"姓名": "孙某", "单位": "甲局", "职务": "主任", "任职日期": "2022.05", "离任日期": "2024年2月"}
    row |= {"出生日期": "1949年12月", "身份证号": "11010519491231002X", "审计类别": "b"}
    assert counted(brought(small, "posts", row)) == (1, 0, 0, 0)
    post = one(small, Post, title="主任")
    assert (post["start_date"], post["end_date"]) == (date(2022, 5, 1), date(2024, 2, 29))
    assert (post["audit_class"], one(small, Official, name="孙某")["birth_date"]) == ("B", date(1949, 12, 31))
    assert counted(brought(small, "posts", row)) == (0, 0, 1, 0)


def test_the_identity_number_is_not_in_the_log(small: Engine) -> None:
    bring_house(small)
    row = {"姓名": "王某", "单位": "甲局", "职务": "局长", "身份证号": "11010519491231002X"}
    preview = brought(small, "posts", row)
    assert [change.field for change in preview.changed[0].changes] == ["identity_number", "birth_date"]
    assert "11010519491231002X" not in found(small, Event)[-1]["detail"]


def test_unknown_references_make_stubs_or_refuse(small: Engine) -> None:
    bring_house(small)
    preview = brought(
        small,
        "projects",
        {"项目编号": "P3", "项目名称": "丙局审计", "年度": "2026", "被审计单位": "丙局", "科室": "投资科"},
        {"项目编号": "P4", "项目名称": "丁局审计", "地区": "没有的区"},
    )
    assert [(stub.kind, stub.name) for stub in preview.stubs] == [("section", "投资科"), ("unit", "丙局")]
    assert reasons(preview) == [(3, "地区", "没有这个地区，请先导入地区登记")]
    assert one(small, Unit, name="丙局")["is_stub"]
    brought(small, "units", {"单位名称": "丙局", "单位类型": "企业", "统一社会信用代码": CREDIT_CODE})
    unit = one(small, Unit, name="丙局")
    assert (unit["is_stub"], unit["credit_code"]) == (False, CREDIT_CODE)
    preview = brought(small, "sections", {"代码": "TZ", "名称": "投资科"})
    section = one(small, Section, name="投资科")
    assert (section["is_stub"], section["section_code"][:2]) == (False, "待核")
    assert "保留原代码" in preview.notices[0].message


def test_the_same_twice_in_one_file(small: Engine) -> None:
    row = {"工号": "R1", "姓名": "张某", "出生日期": "1985-01-02"}
    preview = brought(small, "staff", row, row, row | {"出生日期": "1985-01-03"})
    assert counted(preview) == (2, 0, 0, 1)
    assert reasons(preview) == [(4, "出生日期", "与工作表 登记 第 2 行不一致")]
    assert one(small, Staff)["birth_date"] == date(1985, 1, 2)


def test_a_parent_may_stand_below_its_child(bureau: Engine) -> None:
    rows = [
        {"代码": "990101", "名称": "甲区", "级别": "区", "上级": "示范市"},
        {"代码": "990102", "名称": "乙区", "级别": "区", "上级": "没有"},
        {"代码": "990000", "名称": "示范市", "级别": "市", "上级": ""},
    ]
    preview = brought(bureau, "regions", *rows)
    assert counted(preview) == (2, 0, 0, 1)
    assert one(bureau, Region, region_code="990101")["parent_code"] == "990000"
    task = {"类型": "任务", "年度": "2026", "交办日期": "2026-01-05"}
    preview = brought(
        bureau,
        "tasks",
        task | {"任务编号": "T2", "任务名称": "分解", "上级任务": "T1"},
        task | {"任务编号": "T1", "任务名称": "总任务", "上级任务": ""},
    )
    assert counted(preview) == (2, 0, 0, 0)
    parent = one(bureau, Task, task_code="T1")["task_id"]
    assert one(bureau, Task, task_code="T2")["parent_task_id"] == parent


def test_tasks_are_not_parts_of_each_other(bureau: Engine) -> None:
    """Neither in two files nor in one, over one task between them or directly."""
    task = {"类型": "任务", "年度": "2026", "交办日期": "2026-01-05", "任务名称": "任务"}
    chain = [
        task | {"任务编号": code, "上级任务": above} for code, above in (("A", ""), ("B", "A"), ("C", "B"))
    ]
    circle = task | {"任务编号": "A", "上级任务": "C"}
    assert reasons(brought(bureau, "tasks", *chain, circle)) == [
        (5, "上级任务", "任务 C 本身是本任务的下级，两项任务不能互为上下级")
    ]
    assert brought(bureau, "tasks", circle).refused_rows == 1
    assert one(bureau, Task, task_code="A")["parent_task_id"] is None
    assert brought(bureau, "tasks", task | {"任务编号": "C", "上级任务": "A"}).refused_rows == 0


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("坏.xlsx", b"no workbook", "文件名是工作簿"),
        ("台账.csv", ledger_csv(finding_row()), "列名像是“审计项目与进度”登记表"),
        ("空.csv", b" ", "文件是空的"),
    ],
)
def test_a_broken_file_or_another_table_is_refused_as_a_whole(
    small: Engine, name: str, data: bytes, words: str
) -> None:
    register = registers()["tasks"]
    with pytest.raises(FileRefusedError) as told:
        import_source(small, read_source(name, data), register, register.standard)
    assert words in str(told.value)


def test_the_wrong_register_is_refused_and_the_right_one_named(small: Engine) -> None:
    posts = read_source("任职.csv", ledger_csv(example_row(registers()["posts"].standard)))
    units = registers()["units"]
    with pytest.raises(FileRefusedError, match="领导干部任职"):
        import_source(small, posts, units, units.standard)


def test_merged_cells_formulas_encodings_and_titles_above(small: Engine) -> None:
    rows = [
        ["单位一览表", "", ""],
        ["单位名称", "单位性质", "其他列"],
        ["甲局", "机关", "=1+1"],
        ["合计", "", ""],
    ]
    register = registers()["units"]
    for data in (csv_bytes(rows, "gb18030"), csv_bytes(rows, "utf-16", "\t")):
        preview = import_source(small, read_source("单位.csv", data), register, register.standard).preview
        assert preview.rows == 1
        assert any("其他列" in notice.message for notice in preview.notices)
    assert one(small, Unit)["name"] == "甲局"


# Register by register --------------------------------------------------------------------------------


def test_a_unit_is_an_audit_object_with_duties(bureau: Engine) -> None:
    bring_house(bureau)
    brought(bureau, "coverage_rules", {"代码": "five", "名称": "一级预算单位", "对象": "单位", "周期": "5"})
    row = {"单位名称": "甲局", "单位类型": "机关", "审计类别": "A类", "覆盖要求": "一级预算单位"}
    preview = brought(
        bureau, "units", row, {"单位名称": "戊局", "单位类型": "机关", "覆盖要求": "没有的要求"}
    )
    assert counted(preview) == (0, 1, 0, 1)
    unit = one(bureau, Unit, name="甲局")
    entry = one(bureau, AuditObject, unit_id=unit["unit_id"])
    assert (entry["kind"], entry["audit_class"], entry["region_code"]) == ("organisation", "A", "990101")
    assert one(bureau, ObjectDuty)["audit_object_id"] == entry["audit_object_id"]
    ended = brought(bureau, "units", row | {"要求截止日期": "2026-06-30"})
    assert counted(ended) == (0, 1, 0, 0)
    assert one(bureau, ObjectDuty)["valid_to_date"] == date(2026, 6, 30)
    renamed = {"单位名称": "甲委", "单位类型": "机关", "统一社会信用代码": CREDIT_CODE}
    brought(bureau, "units", row | {"统一社会信用代码": CREDIT_CODE})
    assert counted(brought(bureau, "units", renamed)) == (0, 1, 0, 0)
    assert [entry["name"] for entry in found(bureau, AuditObject, unit_id=unit["unit_id"])] == ["甲委"]


def test_a_later_term_is_another_post_and_a_corrected_day_is_not(small: Engine) -> None:
    bring_house(small)
    row = {"姓名": "王某", "单位": "甲局", "职务": "局长"}
    corrected = brought(small, "posts", row | {"任职日期": "2021-03-15", "离任日期": "2024-02-01"})
    assert counted(corrected) == (0, 1, 0, 0)
    assert counted(brought(small, "posts", row | {"任职日期": "2024-06-01"})) == (1, 0, 0, 0)
    starts = sorted(post["start_date"] for post in found(small, Post, title="局长", unit_id=1))
    assert starts == [date(2021, 3, 15), date(2024, 6, 1)]
    again = brought(small, "posts", row | {"任职日期": ""})
    assert "几段任期" in reasons(again)[0][2]
    assert len(found(small, Official, name="王某")) == 1
    elsewhere = brought(small, "posts", row | {"单位": "乙局", "任职日期": "2025-01-01"})
    assert counted(elsewhere) == (1, 0, 0, 0)
    assert len(found(small, Official, name="王某")) == 2, "a name alone is no identity"


def test_a_first_day_after_an_audit_of_the_open_term_is_no_correction(small: Engine) -> None:
    bring_house(small)
    row = {"姓名": "王某", "单位": "甲局", "职务": "局长"}
    audit = row | {"项目名称": "王某任中审计", "计划年度": "2023", "任中离任": "任中"}
    brought(small, "post_audits", audit | {"审计类型": "经责", "审计报告日期": "2023-09-30"})
    refused = brought(small, "posts", row | {"任职日期": "2024-06-01"})
    assert reasons(refused) == [
        (2, "任职日期", "2023-09-30 已对该任期审计，早于所填任职日期，请先填报原任期的离任日期")
    ]
    assert counted(brought(small, "posts", row | {"任职日期": "2021-03-15"})) == (0, 1, 0, 0)
    closed = row | {"任职日期": "2021-03-15", "离任日期": "2024-02-01"}
    assert counted(brought(small, "posts", closed, row | {"任职日期": "2024-06-01"})) == (1, 1, 0, 0)


def test_an_audit_of_a_post_with_a_project_of_earlier_years(bureau: Engine) -> None:
    bring_house(bureau)
    row = {"姓名": "王某", "单位": "甲局", "项目名称": "王某任中审计", "计划年度": "2023", "任中离任": "任中"}
    row |= {"审计类型": "经责", "审计报告日期": "2023-09-30"}
    assert counted(brought(bureau, "post_audits", row)) == (1, 0, 0, 0)
    project = one(bureau, Project, name="王某任中审计")
    assert (project["is_stub"], project["project_type"]) == (True, "economic_responsibility")
    stage = one(bureau, ProjectStage, project_id=project["project_id"])
    assert (stage["stage"], stage["actual_date"]) == ("delivery", date(2023, 9, 30))
    assert one(bureau, PostAudit)["occasion"] == "in_office"
    unknown = brought(bureau, "post_audits", row | {"姓名": "谁"})
    assert reasons(unknown) == [(2, "姓名", "没有这段任职，请先导入领导干部任职登记")]


def test_a_project_takes_over_the_stub_of_a_ledger_and_its_pauses_come_in_rows(bureau: Engine) -> None:
    bring_house(bureau)
    row = {"项目编号": "P1", "项目名称": "甲局预算执行"}
    pauses = [
        row | {"暂停开始日期": "2026-03-10", "暂停结束日期": "2026-03-12"},
        row | {"暂停开始日期": "2026-04-10", "暂停结束日期": "2026-04-09"},
        row | {"暂停开始日期": "2026-05-06", "暂停结束日期": ""},
    ]
    preview = brought(bureau, "projects", *pauses)
    assert counted(preview) == (0, 2, 0, 1)
    assert sorted(pause["first_date"] for pause in found(bureau, ProjectPause)) == [
        date(2026, 3, 10),
        date(2026, 5, 6),
    ]
    brought(bureau, "post_audits", {"姓名": "赵某", "单位": "乙局", "项目名称": "老项目", "任中离任": "离任"})
    assert one(bureau, Project, name="老项目")["project_code"].startswith("待核")
    brought(bureau, "projects", {"项目编号": "P9", "项目名称": "老项目", "计划年度": "2019"})
    project = one(bureau, Project, name="老项目")
    assert (project["project_code"], project["is_stub"], project["plan_year"]) == ("P9", False, 2019)


def test_lists_of_golden_audit_keep_their_source(bureau: Engine) -> None:
    bring_house(bureau)
    project = {
        "项目编号": "JS-1",
        "审计项目名称": "丙局审计",
        "年度": "2026年度",
        "项目类别": "部门预算执行审计",
        "组织实施单位": "财政科",
        "被审计单位名称": "丙局",
        "审计组长": "孙某",
        "主审": "张某",
        "立项日期": "20260105",
        "实际开始时间": "2026/3/2",
        "审计报告文号": "审报〔2026〕1号",
    }
    preview = brought(bureau, "projects", project, preset="golden_audit")
    assert counted(preview) == (1, 0, 0, 0), reasons(preview)
    assert "审计组长" in preview.notices[0].message
    kept = one(bureau, Project, project_code="JS-1")
    assert (kept["source"], kept["section_code"], kept["business_lead"]) == ("金审三期", "S1", "张某")
    base = {"项目编号": "JS-1", "发文字号": "", "签发日期": "", "送达日期": ""}
    documents = [
        base | {"文书类型": "审计通知书", "签发日期": "2026-02-25"},
        base | {"文书类型": "审计通知书", "签发日期": "2026-02-20"},
        base | {"文书类型": "审计取证单", "签发日期": "2026-04-01"},
        base
        | {
            "文书类型": "审计报告",
            "发文字号": "审报〔2026〕1号",
            "签发日期": "2026-06-20",
            "送达日期": "2026-06-25",
        },
        base | {"文书类型": "审计决定书", "签发日期": "2026-06-20"},
        base | {"文书类型": "神秘文书", "签发日期": "2026-06-20"},
    ]
    told = brought(bureau, "documents", *documents, preset="golden_audit")
    assert told.refused_rows == 2
    stages = {row["stage"]: row["actual_date"] for row in found(bureau, ProjectStage)}
    assert stages == {
        "approval": date(2026, 1, 5),
        "entry": date(2026, 3, 2),
        "notice": date(2026, 2, 20),
        "delivery": date(2026, 6, 25),
    }
    report = one(bureau, Report)
    assert (report["source"], report["delivered_date"]) == ("金审三期", date(2026, 6, 25))
    again = brought(bureau, "documents", *documents, preset="golden_audit")
    assert counted(again) == (0, 0, 4, 2)


@pytest.mark.parametrize(
    ("kind", "is_end"),
    [("审计报告", True), ("专项审计调查报告", True), ("专题报告", False), ("审计决定书", False)],
)
def test_only_the_report_of_an_audit_or_a_survey_ends_a_project(
    small: Engine, kind: str, is_end: bool
) -> None:
    bring_house(small)
    row = {"项目编号": "P1", "文书类型": kind, "文号": "〔2026〕1号", "送达日期": "2026-06-25"}
    assert counted(brought(small, "documents", row)) == (1, 0, 0, 0)
    assert one(small, Report)["delivered_date"] == date(2026, 6, 25)
    assert bool(found(small, ProjectStage, stage="delivery")) == is_end


def test_members_and_days_of_work(bureau: Engine) -> None:
    bring_house(bureau)
    preview = brought(
        bureau,
        "members",
        {"项目编号": "P1", "工号": "R1", "分工": "主审", "参加日期": "2026-03-02"},
        {"项目编号": "P1", "工号": "R9", "分工": "成员", "参加日期": "2026-03-02"},
    )
    assert counted(preview) == (1, 0, 0, 1)
    assert one(bureau, ProjectMember)["part"] == "business_lead"
    week = {"项目名称": "甲局预算执行", "工号": "R1", "方式": "现场"}
    days = [
        week | {"日期": "2026-03-04", "天数": "2.5"},
        week | {"日期": "2026-W11", "天数": "3天"},
        week | {"日期": "2026-03-20", "天数": "2.3"},
        week | {"日期": "2026-03-27", "天数": "8"},
    ]
    assert counted(brought(bureau, "work_records", *days)) == (2, 0, 0, 2)
    kept = {row["week_date"]: row["half_days"] for row in found(bureau, WorkRecord)}
    assert kept == {date(2026, 3, 2): 5, date(2026, 3, 9): 6}
    changed = brought(bureau, "work_records", days[0] | {"天数": "3"})
    assert [(change.old, change.new) for change in changed.changed[0].changes] == [("2.5", "3")]


@pytest.mark.parametrize(
    ("measure", "written", "kept", "is_told"),
    [
        ("百分比", "95%", 9500, False),
        ("百分比", "0.95", 9500, True),
        ("百分比", "95", 9500, False),
        ("百分比", "0.5%", 50, False),
        ("百分比", "95.555%", None, False),
        ("百分比", "95万元", None, False),
        ("金额", "1.5万元", 1_500_000, False),
        ("金额", "1.5", 1_500_000, False),
        ("金额", "2亿元", 20_000_000_000, False),
        ("个", "1,200", 1200, False),
        ("个", "12个", 12, False),
        ("个", "12%", None, False),
        ("个", "约三成", None, False),
    ],
)
def test_figures_are_kept_by_the_unit_of_their_indicator(
    small: Engine, measure: str, written: str, kept: int | None, is_told: bool
) -> None:
    plan = {"规划代码": "G", "规划名称": "规划", "起始年度": "2026", "终止年度": "2030"}
    brought(small, "indicators", plan | {"指标代码": "I", "指标名称": "指标", "计量单位": measure})
    row = {"指标代码": "I", "年度": "2026", "指标值": written, "依据": "报表", "数据日期": "2026-06-30"}
    preview = brought(small, "indicator_values", row)
    assert [value["actual_value"] for value in found(small, IndicatorValue)] == (
        [] if kept is None else [kept]
    )
    assert bool(preview.notices) == is_told


def test_a_share_in_a_cell_of_a_workbook_is_a_percentage(small: Engine) -> None:
    brought(
        small,
        "indicators",
        {
            "规划代码": "G",
            "规划名称": "规划",
            "起始年度": "2026",
            "终止年度": "2030",
            "指标代码": "I",
            "指标名称": "率",
            "计量单位": "%",
        },
    )
    rows = [["指标代码", "年度", "指标值", "依据", "数据日期"], ["I", 2026, 0.955, "报表", "2026-06-30"]]
    register = registers()["indicator_values"]
    import_source(small, read_source("值.xlsx", xlsx_bytes({"表": rows})), register, register.standard)
    assert one(small, IndicatorValue)["actual_value"] == 9550


def test_a_value_that_differs_is_another_row_and_the_one_before_stays(bureau: Engine) -> None:
    plan = {"规划代码": "G", "规划名称": "规划", "起始年度": "2025", "终止年度": "2030"}
    brought(bureau, "indicators", plan | {"指标代码": "I", "指标名称": "率", "计量单位": "百分比"})
    row = {"指标代码": "I", "年度": "2026", "指标值": "95%", "依据": "报表", "数据日期": "2026-06-30"}
    assert counted(brought(bureau, "indicator_values", row)) == (1, 0, 0, 0)
    corrected = brought(bureau, "indicator_values", row | {"指标值": "96%"})
    assert counted(corrected) == (1, 0, 0, 0)
    assert [notice.message for notice in corrected.notices] == ["更正当日已有的数据，原数据留在历史中"]
    assert [value["actual_value"] for value in found(bureau, IndicatorValue)] == [9500, 9600]
    assert counted(brought(bureau, "indicator_values", row | {"指标值": "96%"})) == (0, 0, 1, 0)
    assert counted(brought(bureau, "indicator_values", row)) == (1, 0, 0, 0), "back again is a correction too"
    contradicting = brought(bureau, "indicator_values", row, row | {"指标值": "97%"})
    assert counted(contradicting) == (0, 0, 1, 1)
    assert brought(bureau, "indicator_values", row | {"指标值": "97%", "依据": ""}).refused_rows == 1


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"指标代码": "C"}, "指标代码"),  # computed
        ({"年度": "2024"}, "年度"),  # before the plan
        ({"年度": "2027"}, "年度"),  # has not begun
        ({"数据日期": "2025-12-31"}, "数据日期"),  # before its year
        ({"指标值": "100.01%"}, "指标值"),
        ({"指标值": "-1%"}, "指标值"),
    ],
)
def test_a_value_that_could_not_be_entered_is_refused(
    small: Engine, changed: dict[str, str], column: str
) -> None:
    plan = {"规划代码": "G", "规划名称": "规划", "起始年度": "2025", "终止年度": "2030", "计量单位": "百分比"}
    computed = {"指标代码": "C", "指标名称": "算", "系统指标": "rectification_rate"}
    brought(small, "indicators", plan | {"指标代码": "I", "指标名称": "率", "系统指标": ""}, plan | computed)
    row = {"指标代码": "I", "年度": "2026", "指标值": "95%", "依据": "报表", "数据日期": "2026-06-30"}
    refused = brought(small, "indicator_values", row | changed)
    assert [where for __, where, ___ in reasons(refused)] == [column]
    assert not found(small, IndicatorValue)


def test_an_indicator_with_several_targets(bureau: Engine) -> None:
    base = {
        "规划代码": "G",
        "规划名称": "规划",
        "起始年度": "2026",
        "终止年度": "2030",
        "指标代码": "I",
        "指标名称": "率",
        "计量单位": "百分比",
    }
    rows = [
        base | {"目标序号": "1", "目标年度": "2026", "比较方式": "不低于", "目标值": "90%", "目标名称": ""},
        base
        | {"目标序号": "2", "目标年度": "2030", "比较方式": "≥", "目标值": "95%", "目标名称": "到2030年"},
        base | {"目标序号": "", "目标年度": "2028", "比较方式": "≥", "目标值": "95%", "目标名称": ""},
        base
        | {
            "目标序号": "3",
            "指标名称": "另一个名称",
            "目标年度": "",
            "比较方式": "≥",
            "目标值": "1%",
            "目标名称": "末",
        },
    ]
    preview = brought(bureau, "indicators", *rows)
    assert counted(preview) == (2, 0, 0, 2)
    targets = {row["label"]: row["target_value"] for row in found(bureau, IndicatorTarget)}
    assert targets == {"2026年": 9000, "到2030年": 9500}
    changed = brought(bureau, "indicators", rows[0] | {"目标值": "92%"})
    assert [(change.old, change.new) for change in changed.changed[0].changes] == [("90%", "92%")]


def test_a_task_is_told_by_its_steps(bureau: Engine) -> None:
    row = {
        "任务编号": "T1",
        "类型": "议定事项",
        "任务名称": "事项",
        "年度": "2026",
        "交办日期": "2026-01-10",
        "时限": "2026-06-30",
    }
    brought(bureau, "tasks", row | {"进展情况": "已部署", "进展日期": "2026-02-01", "进度": "20"})
    brought(bureau, "tasks", row | {"延期至": "2026-09-30", "延期批准日期": "2026-06-20"})
    brought(bureau, "tasks", row | {"完成日期": "2026-09-01"})
    corrected = brought(bureau, "tasks", row | {"完成日期": "2026-09-02"})
    assert counted(corrected) == (0, 1, 0, 0)
    steps = {step["kind"]: step for step in found(bureau, TaskStep)}
    assert steps["completed"]["fact_date"] == date(2026, 9, 2)
    assert steps["extended"]["new_due_date"] == date(2026, 9, 30)
    assert (steps["reported"]["progress_percent"], len(steps)) == (20, 3)
    assert all(step["event_id"] for step in steps.values())
    assert one(bureau, Task)["due_date"] == date(2026, 6, 30), "an extension leaves the first limit"
    refused = brought(
        bureau, "tasks", row | {"延期至": "2026-12-30"}, row | {"任务编号": "T2", "完成日期": "2026-01-01"}
    )
    assert refused.refused_rows == 2


def test_a_part_is_not_due_after_its_whole(bureau: Engine) -> None:
    """On the day of the whole it may be; an extension of the whole in the same file comes in time."""
    task = {"类型": "任务", "年度": "2026", "任务名称": "任务", "交办日期": "2026-01-05"}
    whole = task | {"任务编号": "T1", "时限": "2026-06-30", "上级任务": ""}
    part = task | {"任务编号": "T2", "时限": "2026-07-01", "上级任务": "T1"}
    refused = brought(bureau, "tasks", whole, part)
    assert reasons(refused) == [(3, "时限", "分解任务的时限不能晚于总任务的时限 2026-06-30")]
    assert brought(bureau, "tasks", part | {"时限": "2026-06-30"}).refused_rows == 0
    extension = {"延期至": "2026-09-30", "延期批准日期": "2026-06-20"}
    assert brought(bureau, "tasks", part | {"时限": ""} | extension).refused_rows == 1
    both = brought(bureau, "tasks", part | {"时限": ""} | extension, whole | extension)
    assert counted(both) == (0, 2, 0, 0)
    shorter = brought(bureau, "tasks", whole | {"延期至": "2026-08-31", "延期批准日期": "2026-07-01"})
    assert reasons(shorter) == [(2, "延期至", "分解任务 T2 的时限更晚，为 2026-09-30")]


def test_a_whole_is_not_over_before_its_parts(bureau: Engine) -> None:
    """As on the page; parts that the same file settles, before or after the whole, are in time."""
    task = {"类型": "任务", "年度": "2026", "任务名称": "任务", "交办日期": "2026-01-05"}
    whole = task | {"任务编号": "T1", "上级任务": "", "完成日期": ""}
    part = task | {"任务编号": "T2", "上级任务": "T1", "完成日期": ""}
    over = {"完成日期": "2026-06-30"}
    assert brought(bureau, "tasks", whole, part).refused_rows == 0
    for turn in ("完成日期", "取消日期"):
        refused = brought(bureau, "tasks", whole | {turn: "2026-06-30"})
        assert reasons(refused) == [(2, turn, "还有 1 项分解任务未办结，请先办结。")]
    assert found(bureau, TaskStep) == []
    assert brought(bureau, "tasks", whole | over, part | over).refused_rows == 0
    late = brought(bureau, "tasks", part | {"任务编号": "T3"})
    assert reasons(late) == [(2, "上级任务", "上级任务 T1 已办结或取消，其下不能有未办结的任务")]


# Rights and others -----------------------------------------------------------------------------------


def test_only_who_may_keep_registers_imports(bureau: Engine) -> None:
    nobody = User("somebody", "某人", frozenset({"auditor"}))
    with pytest.raises(NotPermittedError):
        brought(bureau, "sections", {"代码": "S1", "名称": "财政科"}, user=nobody)
    assert not found(bureau, Section)
    assert one(bureau, Event)["kind"] == "action_refused"


def test_a_bound_user_brings_only_rows_of_their_part(small: Engine) -> None:
    bring_house(small)
    district = User("d", "甲区", frozenset({"planning"}), region_code="990101")
    section = User("s", "财政科", frozenset({"planning"}), section_code="S1")
    units = brought(
        small,
        "units",
        {"单位名称": "甲局", "单位类型": "事业单位", "地区": ""},
        {"单位名称": "乙局", "单位类型": "事业单位", "地区": ""},
        {"单位名称": "新局", "单位类型": "机关", "地区": ""},
        {"单位名称": "他局", "单位类型": "机关", "地区": "乙区"},
        {"单位名称": "甲局", "单位类型": "事业单位", "地区": "乙区"},
        user=district,
    )
    assert counted(units) == (1, 1, 0, 3)
    assert {reason for __, __, reason in reasons(units)} == {"您的账号限于其他地区或科室"}
    assert one(small, Unit, name="新局")["region_code"] == "990101"
    assert one(small, Unit, name="乙局")["kind"] == "department"
    posts = brought(
        small,
        "posts",
        {"姓名": "王某", "单位": "甲局", "职务": "局长", "退休日期": "2030-01-01"},
        {"姓名": "赵某", "单位": "乙局", "职务": "局长", "退休日期": "2030-01-01"},
        user=district,
    )
    assert counted(posts) == (0, 1, 0, 1)
    projects = brought(
        small,
        "projects",
        {"项目编号": "P1", "项目名称": "甲局预算执行", "科室": "", "主审": "甲"},
        {"项目编号": "P2", "项目名称": "乙局经责", "科室": "", "主审": "甲"},
        {"项目编号": "P1", "项目名称": "甲局预算执行", "科室": "经责科", "主审": ""},
        {"项目编号": "P5", "项目名称": "新项目", "科室": "", "主审": "", "年度": "2026"},
        user=section,
    )
    assert counted(projects) == (1, 1, 0, 2)
    assert one(small, Project, project_code="P5")["section_code"] == "S1"
    regions = brought(small, "regions", {"代码": "990102", "名称": "改名", "级别": "区"}, user=district)
    assert regions.refused_rows == 1


def test_a_preview_holds_for_one_state_of_the_database(bureau: Engine) -> None:
    seen = _version(bureau)
    brought(bureau, "sections", {"代码": "S1", "名称": "财政科"})
    register = registers()["sections"]
    source = read_source("科室.csv", ledger_csv({"代码": "S2", "名称": "经责科"}))
    with pytest.raises(PlanOutdatedError):
        import_source(bureau, source, register, register.standard, seen_version=seen)
    assert len(found(bureau, Section)) == 1


def test_counts_tell_stubs_and_the_last_file(small: Engine) -> None:
    bring_house(small)
    brought(
        small,
        "projects",
        {"项目编号": "P3", "项目名称": "丙", "年度": "2026", "被审计单位": "丙局"},
        file_name="项目表.csv",
    )
    with reading(small) as connection:
        counts = register_counts(connection)
        events = connection.scalar(select(func.count(Event.event_id)))
    assert (counts["units"].rows, counts["units"].stubs) == (3, 1)
    assert counts["projects"].last_file == "项目表.csv"
    assert events == 7


def test_words_of_codes_are_known_to_their_lists() -> None:
    for register in registers().values():
        for column in register.standard.columns:
            if column.field.codes:
                assert column.field.codes in CODE_LISTS.values()
                assert all(word == key(word) for word in column.words)


def test_every_preset_of_a_register_reads() -> None:
    for register in registers().values():
        for name in register.preset_names():
            assert register.preset(name).columns
    with pytest.raises(PresetFaultError, match="golden_audit"):
        registers()["projects"].preset("../regions")
    assert FOLDER.is_dir()
