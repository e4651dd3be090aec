"""The workbook of every dataset type, filled in with its own examples, comes in without a fault."""

import io
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.bringing.bring_in import Bringing, bring_in
from data.checking.check import Given, check
from data.dataset_types import DatasetColumn, dataset_types
from data.language import use_language
from data.mapping.proposing import propose_mapping
from data.uploads import Choices, stage
from manage import main
from queries.exporting.dataset_template import dataset_template, heading

NUMBERS = {
    "identity_number": "11010519491231002X",
    "credit_code": "91350100M000100Y43",
    "person_or_company": "11010519491231002X",
}


def filled(name: str) -> bytes:
    """The template with one row of examples."""
    book = openpyxl.load_workbook(io.BytesIO(dataset_template(dataset_types()[name])))
    for place, column in enumerate(dataset_types()[name].columns, 1):
        book.worksheets[0].cell(2, place, example(column))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def example(column: DatasetColumn) -> str | None:
    return NUMBERS[column.format] if column.format else column.example or None


@pytest.mark.parametrize("spoken", ["zh", "en"])
def test_every_heading_is_known_in_either_language(spoken: str) -> None:
    use_language(spoken)
    try:
        for entry in dataset_types().values():
            mapping = propose_mapping(entry, [heading(column) for column in entry.columns])
            assert [match.column for match in mapping.matches] == [column.name for column in entry.columns]
            assert not mapping.unused, entry.name
    finally:
        use_language("zh")


@pytest.mark.parametrize("name", ["contracts", "persons", "benefits", "vouchers"])
def test_examples_come_in_without_a_fault(sqlite_engine: Engine, tmp_path: Path, name: str) -> None:
    file = tmp_path / f"{name}.xlsx"
    file.write_bytes(filled(name))
    outcome = bring_in(
        sqlite_engine, COMMAND_LINE, Bringing(file, file.name, "command_line", dataset_type=name)
    )
    assert (outcome.rows, outcome.refused, outcome.mapping.missing) == (1, 0, ())
    assert outcome.version.quality_basis_points == 10_000


def test_an_empty_template_has_headings_and_no_rows(tmp_path: Path) -> None:
    entry = dataset_types()["contracts"]
    file = tmp_path / "空.xlsx"
    file.write_bytes(dataset_template(entry))
    folder = tmp_path / "rows"
    folder.mkdir()
    staged = stage(file, Choices(), folder)
    assert (staged.rows, len(staged.titles)) == (0, len(entry.columns))
    headings = {column.name: name for column, name in zip(entry.columns, staged.columns, strict=True)}
    done = tmp_path / "checked"
    done.mkdir()
    assert check(entry, Given(staged.files, headings), done).report.accepted == 0


def test_its_explanation_says_what_is_demanded() -> None:
    book = openpyxl.load_workbook(io.BytesIO(dataset_template(dataset_types()["contracts"])))
    assert book.sheetnames == ["合同", "填表说明"]
    lines = [[cell or "" for cell in line] for line in book["填表说明"].iter_rows(values_only=True)]
    by_heading = {line[0]: line for line in lines}
    assert by_heading["合同编号*"][1] == "是"
    assert "GB 32100" in by_heading["甲方信用代码"][2]
    assert "合同价" in by_heading["合同金额（元）*"][5]
    told = [line[0] for line in lines]
    assert "合同编号：相同的两行不能并存，后一行进隔离区。" in told
    assert "竣工日期不早于开工日期：不符合的进隔离区" in told


def test_the_command_writes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["template", "contracts", "a.xlsx"]) == 0
    assert main(["template", "payments"]) == 0
    assert sorted(file.name for file in tmp_path.glob("*.xlsx")) == ["a.xlsx", "支付.xlsx"]
