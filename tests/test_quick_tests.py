"""Quick tests: answers that were reckoned by hand, and the known answers of a real ledger."""

import random
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import log10
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.language import use_language
from queries.quick_tests import TESTS
from queries.quick_tests.benford import expected_shares
from queries.quick_tests.name_form import name_form, numbers_in
from queries.quick_tests.outcome import Outcome
from queries.quick_tests.run import run
from queries.quick_tests.subject import CalendarDay, Subject, subject


@pytest.fixture(autouse=True)
def english() -> Any:
    """Sentences are compared in the language of the message ids."""
    use_language("en")
    yield
    use_language("zh")


def table(columns: str, rows: Sequence[tuple[Any, ...]], **said: Any) -> Subject:
    """A small table: "name type, …" and its rows."""
    connection = duckdb.connect()
    connection.execute(f"create table rows_in_hand ({columns})")
    if rows:
        marks = ", ".join("?" for _column in rows[0])
        connection.executemany(f"insert into rows_in_hand values ({marks})", [list(row) for row in rows])
    return subject(connection, "select * from rows_in_hand", **said)


def amounts(*values: Any) -> Subject:
    return table("amount decimal(18,2)", [(value,) for value in values])


def offending(of: Subject, outcome: Outcome) -> list[dict[str, Any]]:
    """The rows that stand out, which are as many as the outcome says."""
    assert outcome.not_checked is None
    assert outcome.offending is not None
    found = of.connection.execute(outcome.offending.sql, outcome.offending.bound())
    names = [column[0] for column in found.description]
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    assert len(rows) == outcome.rows
    return rows


def numbers(of: Subject, outcome: Outcome) -> list[int]:
    return sorted(row["_row"] for row in offending(of, outcome))


# Known answers


@pytest.fixture(scope="module")
def payments(shared_data: Path) -> Subject:
    file = shared_data / "corporate_payments/corporate_payment.parquet"
    if not file.exists():
        pytest.skip("real payments (corporate_payments) are not beside the project")
    return subject(duckdb.connect(), f"select * from read_parquet('{file}')")


def test_first_two_digits_of_real_payments(payments: Subject) -> None:
    outcome = run("benford", payments, {"column": "Amount"})
    assert outcome.n == 185_083
    assert outcome.figures["mad"] == pytest.approx(0.002336614, abs=5e-10)
    assert outcome.figures["chi2"] == pytest.approx(32_100.90, abs=0.005)
    deviations = {item["digits"]: item["deviation"] for item in outcome.figures["digits"]}
    largest = sorted(deviations, key=lambda digit: -abs(deviations[digit]))[:5]
    assert [(digit, round(abs(deviations[digit]), 2)) for digit in largest] == [
        (50, 5938.25),
        (11, 3331.98),
        (10, 2811.92),
        (14, 1043.68),
        (98, 889.95),
    ]
    assert outcome.figures["top"] == [50, 11]
    assert len(offending(payments, outcome)) == 17_856
    assert outcome.figures["verdict"] == "none"


def test_first_digit_of_real_payments_from_ten(payments: Subject) -> None:
    answers = {"column": "Amount", "digits": "first", "where": "Amount >= 10"}
    outcome = run("benford", payments, answers)
    assert outcome.n == 177_763
    assert outcome.figures["mad"] == pytest.approx(0.01464, abs=5e-6)
    assert outcome.figures["verdict"] == "marginal"


@pytest.mark.parametrize(
    ("answers", "groups", "rows"),
    [
        ({"columns": "VendorNum,InvNum,Amount"}, 2_438, 5_070),
        ({"columns": "VendorNum,Amount,Date"}, 9_234, 31_870),
        ({"columns": "InvNum,Amount", "differs": "VendorNum"}, 1_063, None),
        ({"columns": "VendorNum", "strictness": "near", "amount": "Amount", "day": "Date"}, 9_234, 31_870),
    ],
)
def test_duplicates_of_real_payments(
    payments: Subject, answers: dict[str, str], groups: int, rows: int | None
) -> None:
    outcome = run("duplicates", payments, answers | {"where": "Amount > 0"})
    assert outcome.figures["groups"] == groups
    assert rows in {None, outcome.rows}
    found = offending(payments, outcome)
    assert len({row["_group"] for row in found}) == groups


def test_sum_of_real_payments_is_kept_by_stratification(payments: Subject) -> None:
    bands = run("stratify", payments, {"column": "Amount"}).figures["bands"]
    assert sum(band["sum_fen"] for band in bands) == 49_027_762_490
    assert sum(band["count"] for band in bands) == 189_470


# Duplicates


def test_doubles_to_the_letter_and_by_letters_and_digits() -> None:
    rows = table(
        "number varchar, paid decimal(18,2)",
        [("A-1", 5), ("A-1", 5), ("ａ 1", 5), ("A-1", 6), ("", 5), (None, 5), ("", 5), ("--", 5), ("-", 5)],
    )
    exact = run("duplicates", rows, {"columns": "number,paid"})
    assert numbers(rows, exact) == [1, 2]
    assert exact.figures == {"groups": 1, "largest": 2, "surplus": 1, "not_compared": 3}
    letters = run("duplicates", rows, {"columns": "number,paid", "strictness": "letters"})
    assert numbers(rows, letters) == [1, 2, 3]
    assert letters.figures["not_compared"] == 5
    assert letters.words == "3 of 9 rows have a double: 1 groups, the largest of 3 rows."


def test_near_doubles_at_the_limits_of_amount_and_day() -> None:
    rows = table(
        "payee varchar, paid decimal(18,2), day date",
        [
            ("甲", 100, date(2026, 1, 1)),
            ("甲", Decimal("100.50"), date(2026, 1, 4)),  # at both limits: near
            ("甲", Decimal("101.01"), date(2026, 1, 4)),  # 0.51 from the row before
            ("甲", 100, date(2026, 1, 8)),  # 4 days from the second row
            ("乙", 100, date(2026, 1, 1)),
            ("丙", Decimal("-0.20"), date(1999, 12, 31)),  # across the zero of both grids
            ("丙", Decimal("0.30"), date(2000, 1, 2)),
            ("丁", Decimal("0.00"), date(2026, 3, 1)),  # chains only through what is too late
            ("丁", Decimal("0.50"), date(2026, 5, 1)),
            ("丁", Decimal("1.00"), date(2026, 3, 1)),
            ("戊", 7, None),
            ("戊", 7, None),
        ],
    )
    answers = {
        "columns": "payee",
        "strictness": "near",
        "amount": "paid",
        "amount_tolerance": "0.5",
        "day": "day",
        "days": "3",
    }
    outcome = run("duplicates", rows, answers)
    assert numbers(rows, outcome) == [1, 2, 6, 7]
    assert outcome.figures["groups"] == 2
    assert outcome.figures["not_compared"] == 2


def test_near_doubles_are_those_of_comparing_every_pair() -> None:
    dice = random.Random(4)  # noqa: S311
    values = [(dice.randrange(2), dice.randint(-30, 30), dice.randint(0, 60)) for _row in range(150)]
    start = date(2026, 1, 1).toordinal()
    rows = table(
        "payee integer, paid integer, day date",
        [(payee, paid, date.fromordinal(start + day)) for payee, paid, day in values],
    )
    answers = {"columns": "payee", "strictness": "near", "amount": "paid", "day": "day"}
    outcome = run("duplicates", rows, answers | {"amount_tolerance": "2", "days": "4"})
    expected = {
        one + 1
        for one, (payee, paid, day) in enumerate(values)
        for other, (to, sum_, when) in enumerate(values)
        if one != other and payee == to and abs(paid - sum_) <= 2 and abs(day - when) <= 4
    }
    assert 0 < len(expected) < len(values)
    assert numbers(rows, outcome) == sorted(expected)


def test_one_invoice_to_two_payees() -> None:
    rows = table(
        "invoice varchar, payee varchar", [("1", "甲"), ("1", "乙"), ("2", "甲"), ("2", "甲"), ("3", "丙")]
    )
    outcome = run("duplicates", rows, {"columns": ["invoice"], "differs": "payee"})
    assert numbers(rows, outcome) == [1, 2]


# Gaps


def test_gaps_by_prefix_suffix_and_group() -> None:
    rows = table(
        "number varchar, book varchar",
        [
            ("2026-0001号", "a"),
            ("2026-0003号", "a"),  # 2 is missing
            ("2026-0004号", "b"),
            ("2027-0007号", "a"),  # another series
            ("2026-0003号", "a"),  # double: no gap
            ("2026-0006号", "a"),  # 4 and 5 are missing in book a
            ("2026-2000号", "a"),  # a jump
            ("作废", "a"),
            (None, "a"),
        ],
    )
    outcome = run("gaps", rows, {"column": "number", "per": "book"})
    assert outcome.figures == {"gaps": 2, "missing": 3, "series": 3, "jumps": 1, "unreadable": 2}
    found = [(row["_missing_from"], row["_missing_to"], row["_row"]) for row in offending(rows, outcome)]
    assert found == [(4, 5, 2), (2, 2, 1)]
    at_limit = run("gaps", rows, {"column": "number", "largest": "1"})
    assert (at_limit.figures["gaps"], at_limit.figures["jumps"]) == (2, 1)


def test_gaps_in_numbers_that_are_kept_as_fractions() -> None:
    rows = table("number double", [(1.0,), (2.0,), (4.0,), (4.5,)])
    outcome = run("gaps", rows, {"column": "number"})
    assert (outcome.figures["missing"], outcome.figures["unreadable"]) == (1, 1)


# Benford


def test_shares_of_benford_add_up() -> None:
    for kind in ("first", "second", "first_two"):
        assert sum(expected_shares(kind).values()) == pytest.approx(1)
    assert expected_shares("first")[1] == pytest.approx(log10(2))
    assert expected_shares("second")[0] == pytest.approx(0.11968, abs=5e-6)


def test_digits_of_cents_and_signs() -> None:
    rows = amounts("0.05", "1.99", "-31.00", "0", "299.99", None)
    first = run("benford", rows, {"column": "amount", "digits": "first", "sign": "all"})
    counted = {item["digits"]: item["count"] for item in first.figures["digits"] if item["count"]}
    assert counted == {5: 1, 1: 1, 3: 1, 2: 1}
    assert first.n == 4
    assert first.figures["not_looked_at"] == 2
    assert first.cautions[0].startswith("Fewer than 1,000")
    two = run("benford", rows, {"column": "amount"})
    assert {item["digits"] for item in two.figures["digits"] if item["count"]} == {50, 19, 29}
    second = run("benford", rows, {"column": "amount", "digits": "second", "sign": "negative"})
    assert [item["digits"] for item in second.figures["digits"] if item["count"]] == [1]


def test_mad_and_chi2_by_hand() -> None:
    rows = amounts(*["1.00"] * 6, *["2.00"] * 4)
    figures = run("benford", rows, {"column": "amount", "digits": "first"}).figures
    shares = [0.6, 0.4, *[0.0] * 7]
    laws = [log10(1 + 1 / digit) for digit in range(1, 10)]
    pairs = list(zip(shares, laws, strict=True))
    assert figures["mad"] == pytest.approx(sum(abs(share - law) for share, law in pairs) / 9)
    assert figures["chi2"] == pytest.approx(sum(10 * (share - law) ** 2 / law for share, law in pairs))


def test_amounts_that_keep_to_the_law_raise_no_alarm() -> None:
    """Some digits are always the most frequent: that alone is no reason to warn."""
    steps = "select round(power(10, n / 3000), 2)::decimal(18, 2) as amount from range(12000) as r(n)"
    answers = {"column": "amount", "digits": "first"}
    outcome = run("benford", subject(duckdb.connect(), steps), answers)
    assert (outcome.figures["verdict"], outcome.is_usual) == ("close", True)
    assert outcome.rows
    assert outcome.picture is not None
    assert set(outcome.picture.frame["meaning"]) == {"neutral"}
    far = run("benford", amounts("5.00", "5.50", "6.00"), answers)
    assert (far.figures["verdict"], far.is_usual) == ("none", False)
    assert far.picture is not None
    assert "at_risk" in set(far.picture.frame["meaning"])


def test_floats_do_not_move_a_digit() -> None:
    rows = table("amount double", [(1.15,), (0.29,), (1000.00,), (4.35,)])
    digits = run("benford", rows, {"column": "amount"}).figures["digits"]
    assert {item["digits"] for item in digits if item["count"]} == {11, 29, 10, 43}


# Stratification and ageing


def test_amounts_on_a_limit_belong_to_the_band_above() -> None:
    rows = amounts("-5", "99.99", "100", "999.99", "1000", None)
    outcome = run("stratify", rows, {"column": "amount", "limits": "1000, 100"})
    bands = [(band["count"], band["sum_fen"]) for band in outcome.figures["bands"]]
    assert bands == [(2, 9499), (2, 109_999), (1, 100_000)]
    assert outcome.figures["bands"][2]["sum_share"] == pytest.approx(100_000 / 220_498)
    assert outcome.figures["empty"] == 1
    assert numbers(rows, outcome) == [5]


def test_quantiles_make_bands_of_as_many_rows() -> None:
    rows = amounts(*range(1, 101))
    bands = run("stratify", rows, {"column": "amount", "bands": "4"}).figures["bands"]
    assert [band["from_fen"] for band in bands] == [None, 2500, 5000, 7500]
    assert [band["count"] for band in bands] == [24, 25, 25, 26]


def test_ages_at_the_limits_of_buckets() -> None:
    rows = table(
        "day date, due decimal(18,2)",
        [
            (date(2026, 4, 1), 1),  # later
            (date(2026, 3, 31), 2),  # 0 days
            (date(2026, 3, 1), 3),  # 30
            (date(2026, 2, 28), 4),  # 31
            (date(2025, 12, 31), 5),  # 90
            (date(2025, 12, 30), 6),  # 91
            (None, 7),
        ],
    )
    answers = {"column": "day", "day": "2026-03-31", "buckets": "30,90", "amount": "due"}
    outcome = run("ageing", rows, answers)
    buckets = [
        (bucket["from_days"], bucket["to_days"], bucket["count"], bucket["sum_fen"])
        for bucket in outcome.figures["buckets"]
    ]
    assert buckets == [(None, -1, 1, 100), (0, 30, 2, 500), (31, 90, 2, 900), (91, None, 1, 600)]
    assert [(row["_row"], row["_days"]) for row in offending(rows, outcome)] == [(6, 91), (1, -1)]
    assert (outcome.figures["oldest_days"], outcome.figures["empty"]) == (91, 1)


# Limits and round amounts


def test_amounts_on_either_side_of_a_limit() -> None:
    rows = amounts("899.99", "900", "999.99", "1000", "1099.99", "1100", None)
    outcome = run("below_threshold", rows, {"column": "amount", "limit": "1000"})
    figures = outcome.figures
    assert outcome.is_usual
    assert (figures["below"], figures["above"], figures["ratio"]) == (2, 2, 1.0)
    assert figures["below_sum_fen"] == 189_999
    assert figures["verdict"] == "inconspicuous"


def test_many_just_below_are_conspicuous() -> None:
    rows = amounts(*["990"] * 20, "1010")
    outcome = run("below_threshold", rows, {"column": "amount", "limit": "1000", "percent": "5"})
    assert (outcome.figures["verdict"], outcome.is_usual) == ("conspicuous", False)
    assert outcome.figures["score"] == pytest.approx(19 / 21**0.5)
    assert numbers(rows, outcome) == list(range(1, 21))
    assert outcome.picture is not None
    assert outcome.picture.frame["value"].sum() == 21


def test_round_amounts_by_the_zeros_they_end_in() -> None:
    rows = amounts("12.34", "7", "-30", "100", "120", "1000", "0", None)
    outcome = run("round_amounts", rows, {"column": "amount", "power": "2"})
    levels = outcome.figures["levels"]
    assert [level["count"] for level in levels[:5]] == [5, 4, 2, 1, 0]
    # Of 10^2: a tenth of the multiples of 10 that reach 100 (100, 120 and 1000).
    assert levels[2]["expected"] == pytest.approx(0.3)
    assert (outcome.n, outcome.figures["zero"], outcome.figures["empty"]) == (6, 1, 1)
    assert numbers(rows, outcome) == [4, 6]
    assert outcome.figures["sum_fen"] == 110_000


# Calendar


def test_free_days_by_the_official_calendar() -> None:
    calendar = [
        CalendarDay(date(2026, 2, 14), True, None),  # a Saturday made up for
        CalendarDay(date(2026, 2, 15), False, "春节"),
        CalendarDay(date(2026, 2, 16), False, "春节"),  # a Monday
        CalendarDay(date(2026, 2, 28), False, None),  # an ordinary Saturday
        CalendarDay(date(2026, 3, 2), True, None),
    ]
    rows = table(
        "signed date",
        [
            (date(2026, 2, 14),),
            (date(2026, 2, 16),),
            (date(2026, 2, 28),),
            (date(2026, 3, 2),),
            (date(2030, 1, 1),),
            (None,),
        ],
        calendar=calendar,
    )
    outcome = run("weekends", rows, {"column": "signed"})
    figures = outcome.figures
    assert (outcome.n, figures["weekend"], figures["holiday"], figures["working"]) == (4, 1, 1, 2)
    assert (figures["outside"], figures["empty"]) == (1, 1)
    assert [(row["_row"], row["_holiday"]) for row in offending(rows, outcome)] == [(2, "春节"), (3, None)]


def test_days_outside_the_calendar_are_not_checked() -> None:
    calendar = [CalendarDay(date(2026, 3, 2), True)]
    rows = table("signed timestamp", [(date(2031, 1, 1),)], calendar=calendar)
    outcome = run("weekends", rows, {"column": "signed"})
    assert outcome.not_checked is not None
    assert "2026-03-02" in outcome.not_checked


# Outliers


def test_an_amount_on_the_fence_is_no_outlier() -> None:
    # Quartiles of 1 … 9 with 12 and 13: 3.5 and 8.5; fences at -4 and 16.
    rows = amounts(1, 2, 3, 4, 5, 6, 7, 8, 9, 16, "16.01")
    outcome = run("outliers", rows, {"column": "amount"})
    assert (outcome.figures["low_fence_fen"], outcome.figures["high_fence_fen"]) == (-400, 1600)
    assert numbers(rows, outcome) == [11]


def test_fences_are_in_the_unit_of_the_column() -> None:
    yuan = amounts(1, 2, 3, 4, 5, 6, 7, 8, 9, 16, "16.01")
    fen = table("paid_fen bigint", [(n * 100,) for n in range(1, 10)] + [(1600,), (1601,)])
    for of, column, fences in ((yuan, "amount", (-4, 16)), (fen, "paid_fen", (-400, 1600))):
        (row,) = offending(of, run("outliers", of, {"column": column}))
        assert (row["_low_fence"], row["_high_fence"]) == fences


def test_outliers_within_each_group() -> None:
    usual = [("a", 10)] * 6 + [("a", 11)] * 6
    rows = table("kind varchar, price integer", [*usual, ("a", 1000), ("b", 5), ("b", 5_000)])
    answers = {"column": "price", "per": "kind", "method": "deviation", "factor": "3"}
    outcome = run("outliers", rows, answers)
    assert numbers(rows, outcome) == [13]
    assert (outcome.figures["groups"], outcome.figures["not_compared"]) == (1, 2)


# Names


def test_forms_and_numbers_of_names() -> None:
    assert name_form("苏州恒信建材（集团）有限责任公司 ") == "苏州恒信建材集团"
    assert name_form("Ａcme Co., Ltd.") == "ACME"
    assert name_form("有限公司") == "有限公司"
    assert numbers_in(name_form("示范市第一小学")) != numbers_in(name_form("示范市第二小学"))


def test_spellings_of_one_name() -> None:
    rows = table(
        "payee varchar",
        [
            ("示范市恒信建材有限公司",),
            ("示范市恒信建材 有限责任公司",),
            ("示范市恒鑫建材商贸有限公司",),
            ("示范市恒信建材商贸有限公司",),
            ("示范市第一实验小学校",),
            ("示范市第二实验小学校",),
            ("远山物流",),
            ("远山物流",),
            (None,),
        ],
    )
    outcome = run("similar_names", rows, {"column": "payee", "likeness": "85"})
    found = {row["_row"]: row["_group"] for row in offending(rows, outcome)}
    assert found.keys() == {1, 2, 3, 4}
    assert found[1] == found[2]
    assert found[3] == found[4]
    assert (outcome.n, outcome.figures["names"]) == (8, 7)


def test_one_identity_number_with_two_names() -> None:
    rows = table(
        "name varchar, identity varchar",
        [("王小明", "1"), ("王晓明", "1"), ("王小明", "2"), ("李四", "1"), ("王晓明", "3")],
    )
    outcome = run("similar_names", rows, {"column": "name", "same": "identity", "likeness": "60"})
    assert numbers(rows, outcome) == [1, 2]


# Could not check


@pytest.mark.parametrize(
    ("name", "answers", "reason"),
    [
        ("benford", {}, "Nothing was given"),
        ("benford", {"column": "gone"}, "no column gone"),
        ("benford", {"column": "payee"}, "does not hold numbers"),
        ("ageing", {"column": "amount"}, "does not hold dates"),
        ("weekends", {"column": "day"}, "calendar of working days is empty"),
        ("benford", {"column": "amount", "digits": "third"}, "does not fit"),
        ("benford", {"column": "amount", "place": "1"}, "no parameter place"),
        ("benford", {"column": "amount", "where": "amount > 5"}, "no rows"),
        ("benford", {"column": "amount", "where": "amount; drop"}, "not a condition"),
        ("benford", {"column": "amount", "where": "amount > x' or true"}, "cannot be compared"),
        ("benford", {"column": "amount", "sign": "negative"}, "such a sign"),
        ("duplicates", {}, "Choose the columns"),
        ("duplicates", {"columns": "payee", "strictness": "near"}, "an amount or a day"),
        ("duplicates", {"columns": "payee,identity"}, "masked for you"),
        ("duplicates", {"columns": "payee", "where": "identity = 1"}, "masked for you"),
        ("gaps", {"column": "payee"}, "has a number in it"),
        ("outliers", {"column": "amount"}, "10 amounts or more"),
        ("below_threshold", {"column": "amount", "limit": "-1"}, "does not fit"),
    ],
)
def test_reasons_for_no_answer(name: str, answers: dict[str, str], reason: str) -> None:
    rows = table(
        "amount integer, payee varchar, day date, identity varchar",
        [(1, "甲", date(2026, 1, 1), "***"), (2, "乙", date(2026, 1, 2), "***")],
        masked=frozenset({"identity"}),
    )
    outcome = run(name, rows, answers)
    assert outcome.not_checked is not None
    assert reason in outcome.not_checked
    assert outcome.offending is None


def test_conditions_bind_what_they_compare_with() -> None:
    rows = table('"a ""b"" > c" varchar, n integer', [("x' or '1'='1", 1), (None, 2), ("y", 3)])
    assert run("gaps", rows, {"column": "n", "where": "n >= 1 and n <= 3"}).n == 3
    assert run("gaps", rows, {"column": "n", "where": "n != 2"}).n == 2


def test_columns_may_be_called_like_those_of_the_tests() -> None:
    names = (
        "data",
        "number",
        "name",
        "same",
        "size",
        "a",
        "d",
        "fen",
        "low",
        "high",
        "part",
        "written",
        "day",
    )
    rows = table(
        ", ".join(f"{name} {'integer' if name == 'fen' else 'varchar'}" for name in names) + ", on_day date",
        [(*("7" for _name in names), date(2026, 3, 2)), (*("9" for _name in names), date(2026, 3, 1))] * 6,
        calendar=[CalendarDay(date(2026, 3, 1), False), CalendarDay(date(2026, 3, 2), True)],
    )
    asked: dict[str, dict[str, Any]] = {
        "duplicates": {"columns": list(names)},
        "gaps": {"column": "number", "per": "part"},
        "benford": {"column": "fen"},
        "stratify": {"column": "fen"},
        "ageing": {"column": "on_day"},
        "below_threshold": {"column": "fen", "limit": "8", "percent": "50"},
        "round_amounts": {"column": "fen"},
        "weekends": {"column": "on_day"},
        "outliers": {"column": "fen", "per": "part", "least": "3"},
        "similar_names": {"column": "name", "same": "same"},
    }
    assert asked.keys() == TESTS.keys()
    for name, answers in asked.items():
        offending(rows, run(name, rows, answers))
    near = {"strictness": "near", "amount": "fen", "day": "on_day", "differs": "size"}
    offending(rows, run("duplicates", rows, {"columns": "a,d"} | near))


def test_every_test_says_what_it_finds_in_both_languages() -> None:
    for test in TESTS.values():
        assert test.finds
        use_language("zh")
        rows = table("amount integer, name varchar, day date", [])
        reason = run(test.name, rows, {}).not_checked
        assert reason
        assert not reason.isascii()


def test_doubles_are_the_same_whether_values_repeat_or_not() -> None:
    """Values that repeat are looked up by their form, others are brought into it row by row."""
    words = ["A-1", "a1", "Ａ１", "（B）", "b", None, " - "]
    few = table("word varchar, n int", [(words[place % 7], place) for place in range(70)])
    many = table("word varchar, n int", [(word, place) for place, word in enumerate(words)])
    for of, each in ((few, 10), (many, 1)):
        outcome = run("duplicates", of, {"columns": "word", "strictness": "letters"})
        assert (outcome.rows, outcome.figures["groups"]) == (5 * each, 2)
        assert outcome.figures["not_compared"] == 2 * each
        groups = {row["_row"] % 7: row["_group"] for row in offending(of, outcome)}
        assert groups == {1: 1, 2: 1, 3: 1, 4: 4, 5: 4}
