"""Headings become columns: by spelling, by values, by place; what was decided is remembered."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import duckdb
import pytest
from sqlalchemy import Connection, Engine

from data.dataset_types import DatasetColumn, DatasetType, adhoc_type, dataset_types
from data.demo.identifiers import credit_code, identity_number
from data.engine import reading, writing
from data.mapping.closeness import closeness
from data.mapping.closest_type import closest_type
from data.mapping.known_values import known_values
from data.mapping.look import share_fitting
from data.mapping.proposing import ColumnMapping, propose_mapping
from data.mapping.recipes import (
    Steps,
    apply_recipe,
    find_any_recipe,
    find_recipe,
    named_recipe,
    save_recipe,
    signature,
    steps_of,
)

BORN = date(1990, 1, 2)


def columns_of(mapping: ColumnMapping) -> dict[str, str]:
    return {match.column: match.heading for match in mapping.matches}


def kept(connection: Connection, headings: Sequence[str], steps: Steps) -> int:
    return save_recipe(
        connection, "zhang", name="支付月报", dataset_type="payments", headings=headings, steps=steps
    )


def adhoc(headings: Sequence[str]) -> DatasetType:
    return adhoc_type(
        DatasetColumn(f"c{place}", "text", {"zh": heading.strip(), "en": heading.strip()})
        for place, heading in enumerate(headings)
    )


def test_known_headings_are_certain_whatever_their_spelling() -> None:
    headings = ["合同号", " 合 同 名 称", "采购人", "中标供应商", "合同金额（万元）*", "签约日期", "备注"]
    mapping = propose_mapping(dataset_types()["contracts"], headings)
    assert columns_of(mapping) == {
        "contract_code": "合同号",
        "contract_name": " 合 同 名 称",
        "buyer_name": "采购人",
        "supplier_name": "中标供应商",
        "contract_fen": "合同金额（万元）*",
        "signed_date": "签约日期",
    }
    assert {match.confidence for match in mapping.matches} == {1.0, 0.95}
    assert mapping.match("contract_fen").unit == "万元"  # type: ignore[union-attr]
    assert mapping.match("buyer_code") is None
    assert mapping.unused == ("备注",)
    assert "start_date" in mapping.missing


def test_official_and_english_headings_are_known() -> None:
    vouchers = ["电子账簿名称", "会计年度", "会计期间号", "记账凭证编号", "记账凭证行号", "记账凭证日期"]
    found = columns_of(propose_mapping(dataset_types()["vouchers"], [*vouchers, "科目编号", "借方本币金额"]))
    assert found["unit_name"] == "电子账簿名称"
    assert found["voucher_code"] == "记账凭证编号"
    assert found["debit_fen"] == "借方本币金额"
    english = ["VendorNum", "Date", "InvNum", "Amount"]
    assert columns_of(propose_mapping(dataset_types()["payments"], english)) == {
        "payee_code": "VendorNum",
        "paid_date": "Date",
        "invoice_code": "InvNum",
        "paid_fen": "Amount",
    }


@pytest.mark.parametrize(
    ("heading", "names", "is_proposed"),
    [
        ("受助人身份证号码", ["身份证号码"], True),  # it ends with the name
        ("Expenditure Catergory", ["Expenditure Category"], True),  # misspelt
        ("付款人全称", ["收款人全称"], False),  # one sign, the opposite thing
        ("借方发生额", ["贷方发生额"], False),
        ("上传年度1", ["上传年度2"], False),
        ("开户行", ["收款人"], False),
        ("姓名", ["经办人姓名"], False),
    ],
)
def test_similar_headings_are_proposed_and_opposites_are_not(
    heading: str, names: list[str], *, is_proposed: bool
) -> None:
    assert (closeness(heading, names) >= 0.6) == is_proposed


def test_values_speak_where_headings_do_not() -> None:
    people = [identity_number(BORN, number) for number in range(5)]
    samples = [[str(at), person, "2026-04", "100.00"] for at, person in enumerate(people)]
    mapping = propose_mapping(dataset_types()["pensions"], ["F1", "F2", "待遇月份", "发放金额"], samples)
    assert columns_of(mapping)["identity_number"] == "F2"
    assert mapping.match("identity_number").confidence == 0.65  # type: ignore[union-attr]


def test_a_known_heading_over_other_values_is_doubted() -> None:
    samples = [["ZF-1", "不详"], ["ZF-2", "见附件"]]
    mapping = propose_mapping(dataset_types()["payments"], ["支付凭证号", "支付日期"], samples)
    assert mapping.match("paid_date").confidence == 0.7  # type: ignore[union-attr]


def test_values_are_told_by_their_look() -> None:
    persons, companies = dataset_types()["persons"], dataset_types()["companies"]
    born, number = persons.column("birth_date"), persons.column("identity_number")
    code, phone = companies.column("credit_code"), companies.column("phone")
    assert born
    assert number
    assert code
    assert phone
    assert share_fitting(born, ["1990-01-02", "1990年1月2日", "19900102", "02/01/1990", None, ""]) == 1
    assert share_fitting(born, ["", None]) is None
    assert share_fitting(number, [identity_number(BORN, 1), "110101900101123", "12"]) == pytest.approx(2 / 3)
    assert share_fitting(code, [credit_code(7, "state_enterprise")]) == 1
    assert share_fitting(phone, ["13800000000", "010-66666666", "none"]) == pytest.approx(2 / 3)


@pytest.mark.parametrize("is_backwards", [False, True])
def test_nine_files_with_seven_headings_are_one_dataset(
    shared_data: Path, tmp_path: Path, *, is_backwards: bool
) -> None:
    files = sorted((shared_data / "oxford_spend").glob("*.csv"), reverse=is_backwards)
    entry, known, rows, total = None, defaultdict(set), 0, 0.0  # type: ignore[var-annotated]
    for file in files:
        headings, *data = csv.reader(file.read_text("utf-8-sig", errors="replace").splitlines())
        entry = entry or adhoc(headings)
        mapping = propose_mapping(entry, headings, data[:50], known)
        assert not mapping.unused, file.name
        assert len(mapping.missing) == (0 if len(headings) == 10 else 1), file.name
        meaning = {entry.column(match.column).titles["en"]: match.heading for match in mapping.matches}  # type: ignore[union-attr]
        assert {is_one_column(pair) for pair in meaning.items()} == {True}, meaning
        for match in mapping.matches:
            known[match.column].update(row[match.place] for row in data)
        amount = next(match.place for match in mapping.matches if match.heading.casefold() == "amount")
        rows += len(data)
        total += sum(float(row[amount] or 0) for row in data)
    assert (rows, round(total, 2)) == (32_044, 124_466_035.47)


def is_one_column(pair: tuple[str, str]) -> bool:
    """Whether two headings of that register mean one column; there are ten, under many names."""
    meanings = [
        {"bodyname", "organisation", "client"},
        {"organisatonalunit", "organisationalunit", "servicearea"},
        {"expenditurecategory", "expenditurecatergory", "expenditureunit"},
        {"type", "caporrev", "typeofexpenditure"},
    ]
    one, other = ("".join(sign for sign in name.casefold() if sign.isalnum()) for name in pair)
    return one == other or any({one, other} <= names for names in meanings)


def test_places_alone_tell_renamed_columns() -> None:
    entry = adhoc(["Name", "Colour", "Size", "Amount"])
    mapping = propose_mapping(entry, ["name", "hue", "SIZE", "Total amount due", "more"])
    assert columns_of(mapping) == {"c0": "name", "c1": "hue", "c2": "SIZE"}
    assert mapping.missing == ("c3",)  # two headings are left for one column: nobody knows which


def test_values_of_a_version_are_known(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    duckdb.connect().sql(
        "select * from (values (1, 'x', null), (2, 'x', 'y')) t(_line, a, \"b c\")"
    ).write_parquet(str(file))
    assert known_values([file], ["a", "b c"]) == {"a": {"x"}, "b c": {"y"}}


def test_a_recipe_reads_the_next_file_of_that_source(engine: Engine) -> None:
    entry = dataset_types()["payments"]
    headings = ["单据", "何时", "何人（全称）", "多少（万元）"]
    first = propose_mapping(entry, headings)
    chosen = {"payment_code": 0, "paid_date": 1, "payee_name": 2, "paid_fen": 3}
    steps = steps_of(first, {"encoding": "gb18030", "heading_row": 3})
    steps = Steps(chosen, {"paid_fen": "万元"}, steps.choices)
    with writing(engine) as connection:
        made = kept(connection, headings, steps)
        assert kept(connection, headings, steps) == made
    with reading(engine) as connection:
        assert find_recipe(connection, "contracts", headings) is None
        assert find_recipe(connection, "payments", headings[::-1]) is None
        found = find_recipe(connection, "payments", ["单 据", "何时*", "何人(全称)", "多少(万元)"])
        assert found is not None
        assert found.recipe_id == made
        assert found.steps == steps
        assert named_recipe(connection, "支付月报") == found
        assert find_any_recipe(connection, list(dataset_types()), headings) == found
    mapping = apply_recipe(found, entry, headings)
    assert {match.column: match.place for match in mapping.matches} == chosen
    assert {match.confidence for match in mapping.matches} == {1.0}
    assert mapping.match("paid_fen").unit == "万元"  # type: ignore[union-attr]


def test_the_newest_recipe_is_in_force(sqlite_engine: Engine) -> None:
    entry = dataset_types()["payments"]
    headings = ["支付凭证号", "支付日期"]
    steps = steps_of(propose_mapping(entry, headings), {})
    other = Steps({"payment_code": 1}, {}, {})
    with writing(sqlite_engine) as connection:
        kept(connection, headings, steps)
        newest = kept(connection, headings, other)
        found = find_recipe(connection, "payments", headings)
    assert found is not None
    assert found.recipe_id == newest
    assert apply_recipe(found, entry, ["支付凭证号"]).matches == ()  # the place is not there any more


def test_a_signature_depends_on_type_headings_and_order() -> None:
    signatures = {
        signature("payments", ["a", "b"]),
        signature("payments", ["b", "a"]),
        signature("contracts", ["a", "b"]),
        signature("payments", ["ab"]),
    }
    assert len(signatures) == 4
    assert signature("payments", ["A_ ", "B"]) == signature("payments", ["a", "b"])


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("名称,面积", None),
        ("名称,地址,电话", None),
        ("姓名,电话", None),
        ("编号,单位,金额,日期", None),
        ("单位名称,日期,事由,金额", "official_expenses"),
        ("统一社会信用代码,名称,地址", "companies"),
        ("身份证号,姓名,单位", "persons"),
    ],
)
def test_a_type_is_proposed_for_what_most_of_its_needed_columns_are_there(
    headings: str, expected: str | None
) -> None:
    assert closest_type(dataset_types(), headings.split(",")) == expected


@pytest.mark.parametrize("name", sorted(dataset_types()))
def test_a_type_is_told_by_its_own_titles(name: str) -> None:
    titles = [column.title for column in dataset_types()[name].columns]
    assert closest_type(dataset_types(), titles) == name
