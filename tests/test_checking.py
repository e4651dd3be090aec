"""Rules over staged rows: known faults are found, sound rows come through, nothing is lost."""

import csv
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from stdnum.cn import ric, uscc

from data.checking.check import Checked, Given, check
from data.checking.check_digits import credit_code_fault, first_digits, identity_number_fault
from data.checking.conversion import conversion, number_words, usual_conversion, words_of
from data.checking.quarantine import export_quarantine, resubmit
from data.checking.references import Reference
from data.checking.report import report_from_json
from data.checking.words import (
    reason_words,
    remedy_words,
    rule_words,
    summary_words,
    total_words,
    unchecked_words,
)
from data.dataset_types import Check, DatasetColumn, DatasetType, adhoc_type, dataset_types
from data.demo.identifiers import credit_code, identity_number
from data.duck import identifier, open_duck
from data.language import use_language
from data.uploads.column_kind import converted
from data.uploads.faults import UploadRefusedError

PERSON = identity_number(date(1990, 1, 2), 7)
COMPANY = credit_code(12, "state_enterprise")


def column(name: str, type_: str = "text", **more: Any) -> DatasetColumn:
    return DatasetColumn(name, type_, {"zh": f"列{name}", "en": name}, **more)


def type_of(*columns: DatasetColumn, checks: Sequence[Check] = (), **more: Any) -> DatasetType:
    words = {"zh": "样例", "en": "Sample"}
    return DatasetType("sample", words, words, "other", columns, tuple(checks), **more)


def staged(folder: Path, name: str, rows: Sequence[Mapping[str, str | None]], first_line: int = 2) -> Path:
    """Rows as the readers stage them: `_line` and text columns."""
    file = folder / f"{name}.parquet"
    names = list(rows[0])
    with duckdb.connect() as connection:
        columns = ", ".join(f"{identifier(column)} varchar" for column in names)
        connection.execute(f"create table t (_line bigint, {columns})")
        marks = ", ".join("?" for __ in range(len(names) + 1))
        connection.executemany(
            f"insert into t values ({marks})",
            [[line, *row.values()] for line, row in enumerate(rows, start=first_line)],
        )
        connection.execute(f"copy t to '{file}' (format parquet)")
    return file


def checked(
    folder: Path, entry: DatasetType, rows: Sequence[Mapping[str, str | None]], **more: Any
) -> Checked:
    file = staged(folder, f"staged{len(list(folder.iterdir()))}", rows)
    target = folder / f"checked{len(list(folder.iterdir()))}"
    target.mkdir()
    given = Given((file,), {name: name for name in rows[0] if entry.column(name)}, **more)
    return check(entry, given, target)


def faults(result: Checked) -> set[tuple[int, str, str]]:
    """(line, column, reason) of every fault that the report shows."""
    return {(place.line, place.column, place.reason) for rule in result.report.rules for place in rule.places}


def accepted(result: Checked, what: str = "*") -> list[tuple[Any, ...]]:
    return duckdb.execute(f"select {what} from '{result.accepted}' order by _line").fetchall()


def reasons(kind: str, values: Sequence[str]) -> list[str | None]:
    fault = {"person": identity_number_fault, "company": credit_code_fault}[kind]
    with duckdb.connect() as connection:
        connection.execute("create table t as select unnest(?::varchar[]) w", [list(values)])
        connection.execute(f"create table n as select {number_words('w')} as w from t")
        connection.execute(f"create table d as select w, {first_digits('w')} as d from n")
        return [reason for (reason,) in connection.execute(f"select {fault('w', 'd')} from d").fetchall()]


def test_check_digits_of_ten_thousand_numbers_are_those_of_the_standards() -> None:
    chosen = random.Random(11643)  # noqa: S311 - numbers for a test
    bodies = [
        f"{chosen.randrange(110000, 660000)}{chosen.randrange(1900, 2020)}{chosen.randrange(1, 13):02d}"
        f"{chosen.randrange(1, 29):02d}{chosen.randrange(1000):03d}"
        for __ in range(10_000)
    ]
    right = [body + ric.calc_check_digit(body + "0") for body in bodies]
    assert any(number.endswith("X") for number in right)
    assert set(reasons("person", right)) == {None}
    given = [body + chosen.choice("0123456789X") for body in bodies]
    expected = [
        None if one == other else "wrong_check_digit" for one, other in zip(given, right, strict=True)
    ]
    assert reasons("person", given) == expected
    signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    codes = ["".join(chosen.choices(signs, k=17)) for __ in range(10_000)]
    whole = [code + uscc.calc_check_digit(code + "0") for code in codes]
    assert set(reasons("company", whole)) == {None}
    wrong = [code[:-1] + signs[(signs.index(code[-1]) + 1) % 31] for code in whole]
    assert set(reasons("company", wrong)) == {"wrong_check_digit"}


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (PERSON, None),
        (f" {PERSON[:6]} {PERSON[6:]} ", None),  # blanks are typing, not another number
        (identity_number(date(2000, 2, 29), 1), None),
        (identity_number(date(1996, 2, 28), 1).replace("0228", "0229"), "wrong_check_digit"),
        (identity_number(date(1900, 2, 28), 1).replace("0228", "0229"), "no_such_birth_date"),
        (identity_number(date(1990, 1, 2), 1).replace("0102", "1302"), "no_such_birth_date"),
        (identity_number(date(2199, 1, 2), 1), "no_such_birth_date"),
        ("110101900101123", "fifteen_digits"),
        ("110101901301123", "no_such_birth_date"),
        (PERSON[:-1], "wrong_length"),
        (PERSON + "0", "wrong_length"),
        ("A" + PERSON[1:], "wrong_signs"),
        ("0" + PERSON[1:], "wrong_signs"),
        ("99999919900101e030", "wrong_signs"),  # a number for a computer, not for a registrar
        ("无", "wrong_length"),
    ],
)
def test_identity_numbers_at_their_boundaries(number: str, reason: str | None) -> None:
    assert reasons("person", [number]) == [reason]


def test_a_check_sign_x_may_be_small_or_full_width() -> None:
    with_x = next(
        number for at in range(1000) if (number := identity_number(date(1980, 5, 6), at)).endswith("X")
    )
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in with_x)
    assert reasons("person", [with_x.lower(), wide]) == [None, None]
    assert reasons("company", [COMPANY, COMPANY.lower(), COMPANY[:-2] + "I0", COMPANY[1:]]) == [
        None,
        None,
        "wrong_signs",
        "wrong_length",
    ]


@pytest.mark.parametrize(
    ("type_", "words", "value"),
    [
        ("money", "1,234.50", 123450),
        ("money", "￥１２．５", 1250),
        ("money", "(12.00)", -1200),
        ("money", "1.2万元", 1200000),
        ("money", "0.1", 10),
        ("money", "1234.560000001", 123456),  # noise of a spreadsheet
        ("money", "1.005", None),
        ("money", "一些", None),
        ("money", "1e3", 100000),
        ("whole", "12", 12),
        ("whole", "1,200", 1200),
        ("whole", "12.5", None),
        ("whole", "12.0", 12),
        ("date", "2024-02-29", date(2024, 2, 29)),
        ("date", "2023-02-29", None),
        ("date", "2024.3.1", date(2024, 3, 1)),
        ("date", "2024年3月1日", date(2024, 3, 1)),
        ("date", "20240301", date(2024, 3, 1)),
        ("date", "2024/3/1 08:30", date(2024, 3, 1)),
        ("date", "31/12/2015", date(2015, 12, 31)),
        ("date", "二〇二四年三月一日", date(2024, 3, 1)),
        ("money", "壹拾贰元伍角整", 1250),
        ("date", "epoch", None),
        ("date", "infinity", None),
        ("date", "0024-03-01", None),
        ("flag", "是", True),
        ("flag", "FALSE", False),
        ("flag", "也许", None),
        ("decimal", "12.5%", None),
        ("decimal", "1,2.25", 12.25),
    ],
)
def test_words_become_values_or_nothing(type_: str, words: str, value: object) -> None:
    found = duckdb.execute(
        f"select {converted(type_, 'w')} from (select {words_of('t')} as w from (select ? as t))", [words]
    ).fetchall()[0]
    assert found is not None
    assert (float(found[0]) if type_ == "decimal" and found[0] is not None else found[0]) == value


def test_money_is_read_in_the_unit_given() -> None:
    def fen(words: str, unit: str) -> object:
        found = duckdb.execute(
            f"select {converted('money', 'w', unit)} from (select ? as w)", [words]
        ).fetchall()[0]
        return found and found[0]

    assert fen("12.345678", "万元") == 12_345_678
    assert fen("1.5", "亿元") == 15_000_000_000
    assert fen("1.5万元", "亿元") == 1_500_000  # a cell that names its unit knows better
    assert fen("12.34567891", "万元") is None
    assert {fen("9" * length, unit) for length in (17, 40) for unit in ("元", "亿元")} == {None}


def test_each_rule_finds_its_fault_and_sound_rows_come_through(tmp_path: Path) -> None:
    entry = type_of(
        column("code", is_key=True, is_required=True),
        column("person", format="identity_number"),
        column("paid_fen", "money", is_required=True, least="0"),
        column("start_date", "date", most="today"),
        column("end_date", "date"),
        column("fund_fen", "money"),
        checks=[Check("date_order", ("start_date", "end_date")), Check("sum", ("paid_fen", "fund_fen"))],
    )
    sound = {
        "code": "a",
        "person": PERSON,
        "paid_fen": "1.00",
        "start_date": "2024-01-01",
        "end_date": "2024-01-01",
    }
    sound |= {"fund_fen": "1"}
    rows = [
        sound,
        sound | {"code": " "},
        sound | {"code": "b", "person": PERSON[:-1] + ("0" if PERSON[-1] != "0" else "1")},
        sound | {"code": "c", "paid_fen": "x"},
        sound | {"code": "d", "paid_fen": "-0.01", "fund_fen": "-0.01"},
        sound | {"code": "e", "start_date": "2190-01-01", "end_date": None},
        sound | {"code": "f", "end_date": "2023-12-31"},
        sound | {"code": "g", "fund_fen": "0.99"},
        sound | {"code": "a"},
        sound | {"code": "h", "person": None, "start_date": None, "fund_fen": "1"},
    ]
    result = checked(tmp_path, entry, rows)
    assert faults(result) == {
        (3, "code", "empty"),
        (4, "person", "wrong_check_digit"),
        (5, "paid_fen", "not_an_amount"),
        (6, "paid_fen", "too_small"),
        (7, "start_date", "too_large"),
        (8, "end_date", "before:start_date"),
        (9, "paid_fen", "not_the_sum"),
        (10, "code", "repeated"),
    }
    assert accepted(result) == [
        (2, "a", PERSON, 100, date(2024, 1, 1), date(2024, 1, 1), 100),
        (11, "h", None, 100, None, date(2024, 1, 1), 100),
    ]
    report = result.report
    assert (report.rows, report.accepted, report.quarantined) == (10, 2, 8)
    # code 10, person 9, paid 10, start 9, end 9, and fund 10: the columns that some rule looks at
    assert report.quality_basis_points == (57 - 8) * 10_000 // 57
    assert report_from_json(report.as_json()) == report


def test_nothing_is_lost_and_quarantine_keeps_the_text(tmp_path: Path) -> None:
    chosen = random.Random(4)  # noqa: S311 - rows for a test
    words = ["1", "2.5", "x", "", None, " 3 ", "2024-01-01", "合计"]
    rows = [{"a": chosen.choice(words), "b": chosen.choice(words)} for __ in range(500)]
    entry = type_of(column("a", is_key=True), column("b", "whole"))
    result = checked(tmp_path, entry, rows)
    kept = accepted(result, "_line")
    assert result.quarantine is not None
    held = duckdb.execute(f"select _line, a, b, len(faults) from '{result.quarantine}' order by 1").fetchall()
    assert len(kept) + len(held) == 500
    assert {line for (line,) in kept} | {line for line, *__ in held} == set(range(2, 502))
    assert all((a, b) == (rows[line - 2]["a"], rows[line - 2]["b"]) for line, a, b, __ in held)
    assert all(count > 0 for *__, count in held)


@pytest.mark.parametrize("name", list(dataset_types()))
def test_the_examples_of_every_type_are_sound(tmp_path: Path, name: str) -> None:
    entry = dataset_types()[name]
    numbers = {"identity_number": PERSON, "person_or_company": PERSON, "credit_code": COMPANY}
    row = {
        column.name: numbers[column.format] if column.format else column.example or None
        for column in entry.columns
    }
    result = checked(tmp_path, entry, [row])
    broken = [rule for rule in result.report.rules if not rule.is_notice]
    assert broken == []
    assert result.report.accepted == 1


def test_a_sound_file_has_no_quarantine(tmp_path: Path) -> None:
    result = checked(tmp_path, type_of(column("a")), [{"a": "1", "other": "not mapped"}])
    assert result.quarantine is None
    assert result.report.quality_basis_points is None
    assert accepted(result) == [(2, "1")]


def test_a_key_is_compared_with_the_version_appended_to(tmp_path: Path) -> None:
    entry = type_of(column("a", is_key=True, is_required=True), column("b", "whole", is_key=True))
    first = checked(tmp_path, entry, [{"a": "x", "b": "1"}, {"a": "x", "b": None}])
    second = checked(
        tmp_path,
        entry,
        [{"a": "x", "b": "1.0"}, {"a": "x", "b": ""}, {"a": "x", "b": "2"}],
        earlier=(first.accepted,),
    )
    assert faults(second) == {(2, "a", "known"), (3, "a", "known")}
    assert accepted(second) == [(4, "x", 2)]


def test_a_key_that_is_told_keeps_both_rows(tmp_path: Path) -> None:
    entry = type_of(column("a", is_key=True), is_key_notice=True)
    result = checked(tmp_path, entry, [{"a": "x"}, {"a": "x"}])
    assert faults(result) == {(3, "a", "repeated")}
    assert len(accepted(result)) == 2
    assert result.report.quality_basis_points == 5_000


def test_more_keys_than_are_counted_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.checking.keys._COUNTED_AT_ONCE", 3)
    entry = type_of(column("a", is_key=True))
    result = checked(tmp_path, entry, [{"a": str(number % 17)} for number in range(20)])
    assert faults(result) == {(line, "a", "repeated") for line in (19, 20, 21)}


def test_references_are_found_missing_or_not_checkable(tmp_path: Path) -> None:
    entry = type_of(
        column("a"), checks=[Check("reference", ("a",), in_type="contracts", in_column="contract_code")]
    )
    other = checked(tmp_path, type_of(column("contract_code")), [{"contract_code": "1"}])
    rows = [{"a": "1"}, {"a": "2"}, {"a": None}]
    known = Reference(files=(other.accepted,))
    assert faults(checked(tmp_path, entry, rows, references={"contracts": known})) == {(3, "a", "not_there")}
    unchecked = checked(tmp_path, entry, rows).report
    assert unchecked.rules == ()
    assert unchecked.unchecked == (("reference", "a", "no_dataset:contracts"),)
    assert "合同" in unchecked_words("no_dataset:contracts")
    half = replace(known, gone=("往年合同",))
    damaged = tmp_path / "damaged.parquet"
    damaged.write_bytes(b"none")
    for reference, reason in ((half, "gone:往年合同"), (Reference((damaged,)), "gone:contracts")):
        report = checked(tmp_path, entry, rows, references={"contracts": reference}).report
        assert (report.rules, report.unchecked) == ((), (("reference", "a", reason),))
    assert "往年合同" in unchecked_words("gone:往年合同")


def test_totals_are_set_aside_and_compared(tmp_path: Path) -> None:
    entry = type_of(column("a", is_required=True), column("paid_fen", "money"), column("n", "whole"))
    rows = [
        {"no": "1", "a": "x", "paid_fen": "1.50", "n": "1"},
        {"no": "2", "a": "y", "paid_fen": "2.50", "n": "2"},
        {"no": "合 计：", "a": None, "paid_fen": "4.00", "n": "4"},
    ]
    result = checked(tmp_path, entry, rows, stated={"": 2, "paid_fen": 500})
    assert faults(result) == {(4, "", "total_row")}
    assert len(accepted(result)) == 2
    found = [(total.column, total.stated, total.found, total.agrees) for total in result.report.totals]
    assert found == [
        ("", "2", "2", True),
        ("paid_fen", "500", "400", False),
        ("paid_fen", "400", "400", True),
        ("n", "4", "3", False),
    ]
    assert result.report.quality_basis_points == 10_000


def test_a_missing_column_is_null_and_a_needed_one_refuses_the_file(tmp_path: Path) -> None:
    entry = type_of(column("a", is_required=True), column("b", "date"))
    result = checked(tmp_path, entry, [{"a": "x"}])
    assert result.report.missing == ("b",)
    assert accepted(result) == [(2, "x", None)]
    described = duckdb.execute(f"describe select * from '{result.accepted}'").fetchall()
    assert [(name, type_) for name, type_, *__ in described] == [
        ("_line", "BIGINT"),
        ("a", "VARCHAR"),
        ("b", "DATE"),
    ]
    with pytest.raises(UploadRefusedError, match="列a"):
        checked(tmp_path, entry, [{"b": "2024-01-01"}])


def test_an_ad_hoc_dataset_is_checked_for_its_types(tmp_path: Path) -> None:
    entry = adhoc_type([column("金额", "money"), column('名 "称', "text")])
    rows = [{"金额": "1.00", '名 "称': "'; drop"}, {"金额": "abc", '名 "称': None}]
    result = checked(tmp_path, entry, rows)
    assert faults(result) == {(3, "金额", "not_an_amount")}
    assert accepted(result) == [(2, 100, "'; drop")]


def test_the_report_speaks_the_users_language(tmp_path: Path) -> None:
    entry = type_of(column("a", is_key=True), column("end_date", "date"), column("start_date", "date"),
                    checks=[Check("date_order", ("start_date", "end_date"))])  # fmt: skip
    rows = [
        {"a": "x", "start_date": "2024-01-02", "end_date": "2024-01-01"},
        {"a": "x", "start_date": None, "end_date": "昨天"},
    ]
    report = checked(tmp_path, entry, rows).report
    titles = {"a": "编号", "start_date": "开始", "end_date": "结束"}
    words = {reason_words(place, titles) for rule in report.rules for place in rule.places}
    assert "第 2 行已有相同的键" in words
    assert "早于开始：2024-01-02" in words
    summaries = [summary_words(rule, titles) for rule in report.rules]
    assert all("1 行" in words for words in summaries)
    for rule in report.rules:
        assert rule_words(rule.rule) != rule.rule
        assert remedy_words(rule.rule).endswith("。")
    use_language("en")
    try:
        words = {reason_words(place, titles) for rule in report.rules for place in rule.places}
        assert "line 2 has the same key" in words
    finally:
        use_language("zh")


def test_totals_are_told_in_words(tmp_path: Path) -> None:
    entry = type_of(column("n", "whole"))
    total = checked(tmp_path, entry, [{"n": "1"}], stated={"n": 2}).report.totals[0]
    assert total_words(total, {"n": "数量"}) == "数量：声明合计 2，各行相加为 1"


def test_a_text_that_a_workbook_would_cut_off_is_exported_as_csv(tmp_path: Path) -> None:
    entry = type_of(column("a"), column("n", "whole"))
    first = checked(tmp_path, entry, [{"a": "长" * 40_000, "n": "zwei"}])
    assert first.quarantine is not None
    with pytest.raises(ValueError, match="CSV"):
        export_quarantine(first.quarantine, tmp_path / "rows.xlsx", ["a", "n"], {}, number=1)
    target = tmp_path / "rows.csv"
    assert export_quarantine(first.quarantine, target, ["a", "n"], {}, number=1) == 1
    assert target.read_text("utf-8-sig").count("长") == 40_000


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_quarantined_rows_are_exported_corrected_and_accepted(tmp_path: Path, ending: str) -> None:
    entry = type_of(column("a", is_key=True, is_required=True), column("n", "whole"))
    rows = [{"a": "x", "n": "1"}, {"a": "=1+1", "n": "-2"}, {"a": "y", "n": "zwei"}, {"a": "=1+1", "n": "3"}]
    first = checked(tmp_path, entry, rows)
    assert first.quarantine is not None
    target = tmp_path / f"rows.{ending}"
    titles = {"a": "编号", "n": "数量"}
    assert export_quarantine(first.quarantine, target, ["编号", "数量"], titles, number=3) == 2
    if ending == "csv":
        written = list(csv.reader(target.read_text("utf-8-sig").splitlines()))
        assert written[0] == ["文件行号（第 3 版）", "有错的列", "原因", "编号", "数量"]
        assert written[1][0] == "4"
        assert written[1][1] == "数量"
        assert written[1][3:] == ["y", "zwei"]
        assert written[2][3:] == ["'=1+1", "3"]
    corrected = staged(tmp_path, "corrected", [{"a": "y", "n": "2"}, {"a": "x", "n": "3"}])
    folder = tmp_path / "again"
    folder.mkdir()
    given = Given((corrected,), {"a": "a", "n": "n"}, earlier=(first.accepted,))
    second = resubmit(entry, given, folder)
    assert accepted(second) == [(2, "y", 2)]
    assert faults(second) == {(3, "a", "known")}
    with pytest.raises(ValueError, match="earlier"):
        resubmit(entry, Given((corrected,), {"a": "a"}), folder)


@pytest.mark.parametrize(
    ("words", "unit", "fen"),
    [
        ("3266069000000.0", "元", 326_606_900_000_000),
        ("999999999999.99", "元", 99_999_999_999_999),
        ("100000", "万元", 100_000_000_000),
        ("3266069000000", "亿元", None),
    ],
)
def test_no_amount_is_too_large_to_be_asked_for(words: str, unit: str, fen: int | None) -> None:
    with open_duck() as duck:
        for read in (conversion, usual_conversion):
            sql = f"select {read('money', 'w', unit)} from (select ? as w)"
            assert duck.execute(sql, [words]).fetchall()[0][0] in (
                (fen,) if read is conversion else (fen, None)
            )
