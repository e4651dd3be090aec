"""Presets: what a TOML file may say, how headings are found, in which unit money is read."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.codes import CODE_LISTS
from data.intake.headings import plain_heading
from data.intake.preset import PresetFaultError
from data.intake.reading.sheet import Sheet, Source
from data.intake.reading.source import read_source
from data.intake.refused import FileRefusedError
from data.intake.rows import Reading, read_rows
from data.language import use_language
from data.ledger.fields import FIELDS
from data.ledger.preset import load_preset, parse_preset, preset_names
from data.ledger.template import template
from tests.ledgers import finding_row, ledger_csv, xlsx_bytes

LEDGER = load_preset("ledger_zh")
HEAD = ["问题编号", "被审计单位", "问题标题"]


def rows_of(*lines: list[Any], **sheet: Any) -> Reading:
    content = Sheet("台账", [*lines], list(range(1, len(lines) + 1)), **sheet)
    return read_rows(Source("台账.xlsx", "0", (content,)), LEDGER)


def test_the_shipped_presets_are_sound_and_speak_both_languages() -> None:
    assert {"ledger_zh", "fac_findings"} <= set(preset_names())
    for name in preset_names():
        preset = load_preset(name)
        titles = []
        for code in ("zh", "en"):
            use_language(code)
            titles.append(preset.title)
        use_language("zh")
        assert len(set(titles)) == 2, name


def test_the_ledger_has_every_field_and_no_heading_twice() -> None:
    wanted = {name for name, field in FIELDS.items() if field.part}
    assert {column.field.name for column in LEDGER.columns} == wanted
    headings = [plain_heading(heading) for column in LEDGER.columns for heading in column.headings]
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize("field", ["rectification_type", "project_type", "nature", "state"])
def test_every_code_has_a_chinese_word(field: str) -> None:
    column = LEDGER.column(field)
    assert column is not None
    assert set(column.words.values()) == set(FIELDS[field].codes or {})
    if field in ("rectification_type", "project_type", "nature"):
        assert FIELDS[field].codes is CODE_LISTS[field]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("title = ", "Invalid value"),
        ("[fields]", "title"),
        ('[fields.nonsense]\nheadings = ["x"]', "no such field"),
        ('[fields.title]\nheadings = ["x"]\nconstant = "y"', "exactly one"),
        ('[fields.title]\nheadings = ["x"]\nheading = "y"', "unknown key 'heading'"),
        ('[fields.state]\nheadings = ["x"]\nwords = { "改了" = "done" }', "no code"),
        ('[fields.amount]\nheadings = ["x"]\nunit = "美元"', "none of"),
        ('[fields.title]\nheadings = ["x"]\npattern = "("', "unterminated"),
        ('[sheets]\npick = "last"\n[fields]', "sheets.pick"),
        ("[sheet]\n[fields]", "unknown key 'sheet'"),
    ],
)
def test_a_faulty_preset_is_refused_with_its_fault(text: str, fault: str) -> None:
    head = (
        ""
        if text.startswith(("title", "[fields]"))
        else ('title = { zh = "甲", en = "a" }\ndescription = { zh = "甲", en = "a" }\n')
    )
    with pytest.raises(PresetFaultError) as found:
        parse_preset("x", head + text)
    assert fault in str(found.value)


def test_the_example_of_the_documentation_reads_what_it_says() -> None:
    page = (Path(__file__).resolve().parent.parent / "docs/how-to/add-a-preset.md").read_text("utf-8")
    preset = parse_preset("example", re.findall(r"^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)[0])
    lines: list[list[Any]] = [
        ["年度", "编号", "项目名称", "单位", "问题", "金额", "再次发生", "进展"],
        ["2024", "7", "某项目", "某局", "虚列支出", "1.5", "否", "在办"],
        ["2024", "7", "某项目", "某局", "虚列支出（二）", "-", "是", "在办"],
    ]
    sheet = Sheet("问题一", lines, [1, 2, 3])
    reading = read_rows(Source("导出2024-03-01.xlsx", "0", (sheet,)), preset)
    assert not reading.refused
    assert [row.values for row in reading.rows] == [
        {
            "finding_code": "2024/7",
            "plan_year": 2024,
            "project_name": "某项目",
            "unit_name": "某局",
            "title": "虚列支出",
            "amount": 1_500_000,
            "is_repeat": True,
            "state": "in_progress",
            "listed_date": date(2024, 3, 1),
            "source": "系统X",
        }
    ]


def test_an_unknown_preset_is_refused_and_those_there_are_named() -> None:
    with pytest.raises(PresetFaultError, match="ledger_zh"):
        load_preset("../../etc/passwd")


def test_the_heading_is_found_below_titles_and_its_aliases_are_known() -> None:
    reading = rows_of(
        ["2024年度审计查出问题整改台账", "", ""],
        ["填报单位：某局", "", "金额单位：万元"],
        ["编 号", "被审计单位*", "审计发现问题", "涉及金额", "奇怪的列"],
        ["甲-1", "某局", "虚列支出", 1.5, "x"],
        ["合  计", "", "", 1.5, ""],
        ["注：以上数据截至年底", "", "", "", ""],
    )
    assert [row.values for row in reading.rows] == [
        {"finding_code": "甲-1", "unit_name": "某局", "title": "虚列支出", "amount": 1_500_000}
    ]
    assert reading.rows[0].line == 4
    assert any("奇怪的列" in notice.message for notice in reading.notices)


def test_a_heading_in_two_levels() -> None:
    reading = rows_of(
        ["问题编号", "被审计单位", "问题标题", "金额情况", "金额情况"],
        ["问题编号", "被审计单位", "问题标题", "涉及金额（亿元）", "已整改金额（万元）"],
        ["甲-1", "某局", "虚列支出", "0.5", "20"],
    )
    assert reading.rows[0].values["amount"] == 5_000_000_000
    assert reading.rows[0].values["rectified_amount"] == 20_000_000


@pytest.mark.parametrize(
    ("above", "heading", "unit_cell", "option", "amount"),
    [
        ("", "涉及金额", "", None, 300),
        ("", "涉及金额(万元)", "", None, 3_000_000),
        ("", "涉及金额【亿元】", "亿元", None, 30_000_000_000),
        ("单位：万元", "涉及金额", "", None, 3_000_000),
        ("单位：万元", "涉及金额（元）", "", None, 300),
        ("单位：万元", "涉及金额", "", "亿元", 30_000_000_000),
        ("", "涉及金额", "万元", None, 3_000_000),
        ("", "涉及金额（元）", "万元", None, 300),
    ],
)
def test_the_unit_of_money(above: str, heading: str, unit_cell: str, option: str | None, amount: int) -> None:
    lines = [[above], [*HEAD, heading, "金额单位"], ["甲-1", "某局", "虚列支出", 3.0, unit_cell]]
    sheet = Sheet("台账", lines, [1, 2, 3])
    reading = read_rows(Source("台账.xlsx", "0", (sheet,)), LEDGER, option)
    assert reading.rows[0].values["amount"] == amount


def test_a_merged_amount_counts_once_and_merged_words_count_for_every_row() -> None:
    filled = frozenset({(2, 1), (2, 3)})
    reading = rows_of(
        [*HEAD, "涉及金额"],
        ["甲-1", "某局", "虚列支出", 100.0],
        ["甲-2", "某局", "超预算", 100.0],
        filled=filled,
    )
    assert [row.values.get("amount") for row in reading.rows] == [10_000, None]
    assert [row.values["unit_name"] for row in reading.rows] == ["某局", "某局"]


def test_every_fault_of_a_row_is_named_with_its_place() -> None:
    data = ledger_csv(
        finding_row(),
        finding_row(
            问题编号="W-2", 送达日期="2024-02-30", 整改状态="差不多", **{"涉及金额（万元）": "约三万"}
        ),
        title="整改台账",
    )
    reading = read_rows(read_source("我的台账.csv", data), LEDGER)
    assert [row.values["finding_code"] for row in reading.rows] == ["W-1"]
    told = [(fault.sheet, fault.line, fault.column, fault.value) for fault in reading.refused]
    assert told == [
        ("我的台账", 4, "送达日期", "2024-02-30"),
        ("我的台账", 4, "整改状态", "差不多"),
        ("我的台账", 4, "涉及金额（万元）", "约三万"),
    ]
    assert reading.refused[0].reason == "没有这一天"
    assert "已整改" in reading.refused[1].reason


def test_sheets_without_a_heading_are_left_out_and_a_file_without_any_is_refused() -> None:
    ledger = [HEAD, ["甲-1", "某局", "虚列支出"]]
    source = read_source("a.xlsx", xlsx_bytes({"说明": [["填表说明"]], "台账": ledger}))
    reading = read_rows(source, LEDGER)
    assert len(reading.rows) == 1
    assert [notice.sheet for notice in reading.notices] == ["说明"]
    with pytest.raises(FileRefusedError, match="被审计单位"):
        read_rows(read_source("a.xlsx", xlsx_bytes({"说明": [["填表说明"]]})), LEDGER)


def test_a_finding_of_several_rows_is_merged_and_one_faulty_row_refuses_it_whole() -> None:
    preset = parse_preset(
        "x",
        """
        title = { zh = "甲", en = "a" }
        description = { zh = "甲", en = "a" }
        rows = { per_finding = "many" }
        [fields.finding_code]
        template = "{no}/{ref}"
        [fields.unit_name]
        headings = ["who"]
        [fields.title]
        headings = ["what"]
        take = "first_row"
        [fields.is_repeat]
        headings = ["again"]
        take = "any"
        [fields.plan_year]
        file_name = '(\\d{4})'
        [fields.project_type]
        constant = "other"
        """,
    )
    rows = [
        ["no", "ref", "who", "what", "again"],
        ["1", "a", "某局", "甲", "NO"],
        ["1", "a", "某局", "乙", "YES"],
        ["2", "a", "某局", "丙", "MAYBE"],
        ["2", "a", "某局", "丁", "NO"],
    ]
    sheet = Sheet("1", rows, [1, 2, 3, 4, 5])
    reading = read_rows(Source("2024-export.xlsx", "0", (sheet,)), preset)
    assert [row.values for row in reading.rows] == [
        {
            "finding_code": "1/a",
            "unit_name": "某局",
            "title": "甲",
            "is_repeat": True,
            "plan_year": 2024,
            "project_type": "other",
        }
    ]
    assert [(fault.line, fault.column) for fault in reading.refused] == [(4, "again"), (5, "问题编号")]


def test_the_template_reads_back_without_rows_or_unknown_columns() -> None:
    source = read_source("模板.xlsx", template(LEDGER))
    assert [sheet.name for sheet in source.sheets] == ["整改台账", "填表说明"]
    reading = read_rows(source, LEDGER)
    assert (reading.rows, reading.refused) == ([], [])
    assert [(notice.sheet, notice.line) for notice in reading.notices] == [("整改台账", 1)], "empty: said"
    assert len(source.sheets[0].rows[0]) == len(LEDGER.columns)
