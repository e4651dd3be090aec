"""An exported workbook: typed cells, inert text, a sheet that tells what was asked, a row limit."""

import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine

from commands import kpi as kpi_command
from data.codes import RECTIFICATION_TYPE, label
from data.engine import writing
from data.language import _, use_language
from queries.catalog import kpis
from queries.exporting.inert_text import inert
from queries.exporting.workbook import TooManyRowsError, workbook
from queries.exporting.workbook_cells import header
from queries.filters import Filters, Scope
from queries.names import names
from queries.rows import detail
from queries.run import Figure, value
from queries.source import Source, open_source
from queries.targets import Target
from tests.ledger_rows import add_a_varied_ledger, add_finding, add_house, settle

DAY = date(2025, 6, 30)
MADE_AT = datetime(2026, 11, 21, 21, 50)  # noqa: DTZ001 - local time, as the sheet shows it
FIGURE = Figure(0.8, 40, 50, 50, DAY)
FILTERS = Filters(as_of=DAY)
NASTY = ["=1+1", "+1", "-2", "@SUM(A1)", "\tx", "http://x.example", "00123", "110101199001011234"]


def made(rows: pd.DataFrame, kpi: str = "rectification_rate_by_count", **words: Any) -> bytes:
    asked = {
        "filters": FILTERS,
        "figure": FIGURE,
        "bureau_name": "示范市审计局",
        "user_name": "李强（liqiang）",
    }
    asked |= {"made_at": MADE_AT} | words
    return workbook(kpis()[kpi], rows, asked.pop("filters"), asked.pop("figure"), **asked)


def sheets(content: bytes) -> tuple[Any, dict[str, Any]]:
    """The sheet of rows, and the lines of the definition sheet by their labels."""
    book = load_workbook(BytesIO(content))
    rows, definition = book.worksheets
    return rows, {line[0].value: line[1].value for line in definition.iter_rows(max_col=2)}


def column(sheet: Any, name: str) -> list[Any]:
    place = next(cell.column for cell in sheet[1] if cell.value == header(name))
    return [sheet.cell(row, place) for row in range(2, sheet.max_row + 1)]


@pytest.fixture
def source(sqlite_engine: Engine) -> Source:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        add_a_varied_ledger(connection)
        settle(connection)
    return open_source(sqlite_engine)


def test_the_sheet_holds_exactly_the_rows_of_the_figure_with_typed_cells(source: Source) -> None:
    kpi = kpis()["findings"]
    rows = detail(source, kpi, FILTERS)
    figure = value(source, kpi, FILTERS)
    sheet, told = sheets(made(rows, "findings", figure=figure))
    assert sheet.max_row - 1 == len(rows) == figure.rows == told[_("Number of rows")]
    assert [cell.value for cell in sheet[1]][:3] == [
        header(name) for name in ("finding_code", "title", "state")
    ]
    assert [cell.value for cell in column(sheet, "finding_code")] == rows["finding_code"].tolist()
    amounts = column(sheet, "amount_fen")
    expected = [None if pd.isna(fen) else fen / 100 for fen in rows["amount_fen"]]
    assert [cell.value for cell in amounts] == expected
    assert {cell.data_type for cell in amounts if cell.value is not None} == {"n"}
    assert {cell.number_format for cell in amounts if cell.value is not None} == {"#,##0.00"}
    found = column(sheet, "found_date")
    assert [cell.value.date() for cell in found] == [day.date() for day in rows["found_date"]]
    assert all(cell.is_date for cell in found)
    assert [cell.value for cell in column(sheet, "plan_year")] == rows["plan_year"].tolist()
    assert {cell.value for cell in column(sheet, "is_repeat")} == {"是", "否"}
    assert {cell.value for cell in column(sheet, "rectification_type")} == {
        *map(_, RECTIFICATION_TYPE.values()),
        None,
    }


def test_the_target_is_told_with_its_condition_and_its_plan() -> None:
    target = Target(0.6, "more_than", "到2025年", "某规划", "P", "I", 2025)
    told = sheets(made(pd.DataFrame({"title": ["一"]}), target=target))[1]
    assert (told[_("Target")], told[_("Target met by")]) == (0.6, ">")
    assert told[_("Source of the target")] == "某规划 · 到2025年"
    assert _("Target") not in sheets(made(pd.DataFrame({"title": ["一"]})))[1]


def test_the_header_stays_in_sight_and_can_be_filtered() -> None:
    sheet, __ = sheets(made(pd.DataFrame({"title": ["一", "二"], "amount_fen": [1, 2]})))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.print_title_rows == "$1:$1"


def test_english_readers_get_english_headers() -> None:
    use_language("en")
    try:
        sheet, told = sheets(made(pd.DataFrame({"title": ["一"], "is_repeat": [True]})))
    finally:
        use_language("zh")
    assert [cell.value for cell in sheet[1]] == ["Problem", "Repeat finding"]
    assert sheet["B2"].value == "Yes"
    assert told["Indicator"] == kpis()["rectification_rate_by_count"].title.en


def test_imported_text_is_inert() -> None:
    content = made(pd.DataFrame({"title": NASTY, "unit": ['&L&"x" <b>'] * len(NASTY)}), user_name="甲&乙")
    sheet, __ = sheets(content)
    cells = column(sheet, "title")
    assert [cell.value for cell in cells] == NASTY
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    with zipfile.ZipFile(BytesIO(content)) as archive:
        xml = "".join(
            archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/work")
        )
    assert "<f>" not in xml
    assert "hyperlink" not in xml
    assert "甲&amp;&amp;乙" in xml


@pytest.mark.parametrize("fen", [2**53 + 1, 10**15 + 1, -(2**60) - 7, 12_345_678_901_234_567])
def test_an_amount_that_no_number_can_hold_is_written_to_the_last_fen(fen: int) -> None:
    sheet, __ = sheets(made(pd.DataFrame({"amount_fen": pd.array([fen, 123], dtype="Int64")})))
    text, number = column(sheet, "amount_fen")
    assert int(re.sub(r"[.,]", "", text.value)) == fen
    assert number.value == 1.23


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    long = "𠮷" * 20_000  # two units each: longer than a cell, though Python counts 20,000
    sheet, told = sheets(made(pd.DataFrame({"title": [long, "短"]})))
    text, short = (cell.value for cell in column(sheet, "title"))
    assert text.startswith("𠮷" * 16_000)
    assert "20,000" in text
    assert len(text.encode("utf-16-le")) // 2 <= 32_767
    assert short == "短"
    assert told[_("Cells cut")].startswith("1 ")


def test_a_day_before_spreadsheets_know_days_is_kept_as_text() -> None:
    sheet, __ = sheets(made(pd.DataFrame({"found_date": [date(1899, 12, 30), date(2024, 2, 29)]})))
    assert [str(cell.value)[:10] for cell in column(sheet, "found_date")] == ["1899-12-30", "2024-02-29"]


def test_the_second_sheet_tells_what_was_asked(source: Source) -> None:
    kpi = kpis()["rectification_rate_by_amount"]
    scope = Scope(region="990000")
    filters = replace(
        FILTERS,
        year=2023,
        region="990101",
        section="S1",
        project_type="budget_execution",
        amount_band="1m_10m",
        in_work_report=True,
        leader_instruction=False,
        drill=(("unit", "1"), ("rectification_type", "phased"), ("problem_class", "")),
    )
    figure = Figure(0.5, 1234, 2**53 + 2, 3, DAY)
    known = names(source, filters, scope)
    __, told = sheets(
        made(detail(source, kpi, filters, scope), kpi.name, filters=filters, figure=figure, names=known,
             search="采购", scope=scope)
    )  # fmt: skip
    assert told[_("Indicator")] == kpi.title.zh
    assert told[_("Definition")] == kpi.definition.zh
    assert told[_("Source of the definition")] == "003-K11"
    assert told[_("Value")] == 0.5
    assert told[_("{title} (yuan)").format(title=_("Numerator"))] == 12.34
    assert told[_("{title} (yuan)").format(title=_("Denominator"))] == "90,071,992,547,409.94"
    assert told[_("As of")].date() == DAY
    assert told[_("Plan year")] == "2023"
    assert told[_("Region")].startswith("990101")
    assert told[_("Section")] == "科室1"
    assert told[_("Project type")] == label("project_type", "budget_execution")
    assert told[_("Amount band")] == label("amount_band", "1m_10m")
    assert (told[_("In the audit work report")], told[_("Leader's instruction")]) == ("是", "否")
    assert told[_("Drill path")] == "".join(
        (
            f"{_('Unit')}：单位1 › ",
            f"{_('Rectification type')}：{label('rectification_type', 'phased')} › ",
            f"{_('Problem class')}：{_('Not filled in')}",
        )
    )
    assert told[_("Search")] == "采购"
    assert told[_("Exported by")] == "李强（liqiang）"
    assert told[_("Exported at")] == MADE_AT
    assert told[_("Bureau")] == "示范市审计局"
    assert "李强（liqiang） · 2026-11-21 21:50" in told[_("Watermark")]


def test_names_of_units_outside_the_scope_stay_unknown(source: Source) -> None:
    filters = replace(FILTERS, drill=(("unit", "1"), ("project", "2"), ("unit", "1; drop table unit")))
    assert names(source, filters, Scope(region="990102")) == {
        ("project", "2"): "项目2",
        ("region", "990102"): "990102",
    }
    assert names(source, filters, Scope(section="S1"))["unit", "1"] == "单位1"


def test_no_filters_and_no_data_are_said_in_words() -> None:
    empty = pd.DataFrame({"title": pd.Series([], dtype="str")})
    sheet, told = sheets(made(empty, figure=Figure(None, None, None, 0, DAY)))
    assert sheet.max_row == 1
    assert told[_("Value")] == _("no data")
    assert told[_("Filters")] == told[_("Drill path")] == _("None")
    assert told[_("Number of rows")] == 0


def test_every_printed_page_carries_user_and_time() -> None:
    for sheet in load_workbook(BytesIO(made(pd.DataFrame({"title": ["一"]})))).worksheets:
        assert "李强（liqiang） · 2026-11-21 21:50" in sheet.oddHeader.right.text
        assert "李强（liqiang） · 2026-11-21 21:50" in sheet.oddFooter.left.text


def test_too_many_rows_are_refused_before_anything_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_EXPORT_ROWS", "3")
    monkeypatch.setattr("xlsxwriter.Workbook", None)
    with pytest.raises(TooManyRowsError, match=r"4.*3"):
        made(pd.DataFrame({"title": list("一二三四")}))


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1"])
def test_csv_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("harmless", ["一", "1-2", "a=b", "", None, 5, -5])
def test_other_csv_values_stay_as_they_are(harmless: Any) -> None:
    assert inert(harmless) is harmless


def test_the_command_line_writes_inert_rows(sqlite_engine: Engine, tmp_path, monkeypatch) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        add_finding(connection, title="=cmd|'/c calc'!A1", amount_fen=-500)
        settle(connection)
    monkeypatch.setenv("AUDIT_DATABASE_URL", str(sqlite_engine.url))
    file = tmp_path / "rows.csv"
    asked = {"name": "findings", "list": False, "by": None, "json": True, "as_of": DAY, "rows": str(file)}
    kpi_command.run(SimpleNamespace(**asked, year=None, region=None, section=None, in_work_report=None))
    text = file.read_text("utf-8-sig")
    assert "'=cmd" in text
    assert ",-500," in text
