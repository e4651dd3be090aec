"""Reading one cell: each reader with what it takes, what it makes of it, and what it refuses."""

from datetime import date, datetime
from typing import Any

import pytest

from data.intake.refused import ValueRefusedError
from data.intake.values.choices import choice, flag
from data.intake.values.dates import day, days, deadline
from data.intake.values.money import fen
from data.intake.values.numbers import count, year
from data.intake.values.numerals import whole_number
from data.intake.values.words import bounded, text

MARCH = date(2024, 3, 1)


@pytest.mark.parametrize(
    "cell",
    [
        "2024-03-01",
        "2024/3/1",
        "2024.3.1",
        "2024年3月1日",
        "2024 年 3 月 1 日",
        "２０２４年３月１日",
        "二〇二四年三月一日",
        "20240301",
        "2024-03-01 09:30:00",
        "2024-03-01T09:30:00",
        " 2024-3-1 ",
        "45352",
        45352.0,
        20240301.0,
        MARCH,
        datetime(2024, 3, 1, 9, 30),  # noqa: DTZ001 - workbooks know no zone
    ],
)
def test_a_day_is_read_however_it_is_written(cell: Any) -> None:
    assert day(cell) == MARCH


@pytest.mark.parametrize(
    "cell",
    [
        "2024-02-30",
        "2024-13-01",
        "3/1/2024",
        "24.3.1",
        "2024年3月",
        "三月",
        "1824-03-01",
        "2204-03-01",
        12.0,
        1e9,
    ],
)
def test_what_names_no_day_is_refused(cell: Any) -> None:
    with pytest.raises(ValueRefusedError):
        day(cell)


def test_a_list_of_days() -> None:
    assert days("2024-05-06、2024年3月1日") == (MARCH, date(2024, 5, 6))


@pytest.mark.parametrize(
    ("cell", "limit"),
    [
        ("2024-03-01", MARCH),
        ("2024年3月1日前", MARCH),
        ("2024年2月底前完成", date(2024, 2, 29)),
        ("2024年2月", date(2024, 2, 29)),
        ("2024年底", date(2024, 12, 31)),
        ("2024年", date(2024, 12, 31)),
        ("60天", 60),
        ("60日内", 60),
        ("三个月内", 90),
        ("20个工作日", 28),
        ("长期坚持", None),
        ("持续整改", None),
    ],
)
def test_a_time_limit(cell: str, limit: Any) -> None:
    assert deadline(cell) == limit


@pytest.mark.parametrize("cell", ["尽快", "2024年前", "2024年13月"])
def test_a_limit_that_says_nothing_is_refused(cell: str) -> None:
    with pytest.raises(ValueRefusedError):
        deadline(cell)


@pytest.mark.parametrize(
    ("cell", "unit", "amount"),
    [
        ("251,023.54", "万元", 251_023_540_000),
        (251023.54, "万元", 251_023_540_000),
        ("１，２３４．５６", "元", 123_456),
        ("￥1,000.00", "元", 100_000),
        ("1000元", "万元", 100_000),
        ("25.1万元", "元", 25_100_000),
        ("3亿", "元", 30_000_000_000),
        ("0.000001", "万元", 1),
        ("12.345678", "万元", 12_345_678),
        ("(1,000.00)", "元", -100_000),
        ("（1,000.00）", "元", -100_000),
        ("-5", "元", -500),
        (0.1 + 0.2, "元", 30),  # fifteen digits, as the workbook shows it
        ("1.5e3", "元", 150_000),
        ("叁拾万元整", "元", 30_000_000),
        ("壹仟贰佰元伍角", "元", 120_050),
        ("一百二十三万四千五百元", "元", 123_450_000),
        ("三亿零五万", "元", 30_005_000_000),
        ("十万亿元", "元", 10**15),
    ],
)
def test_money_is_exact(cell: Any, unit: str, amount: int) -> None:
    assert fen(cell, unit) == amount


@pytest.mark.parametrize(
    "cell",
    [
        "0.001",
        0.001,
        "1.2.3",
        "约100",
        "NaN",
        "Infinity",
        "1e99",
        True,
        MARCH,
        "12,34x",
        "=1+1",
        "万",
        "9" * 30,
    ],
)
def test_what_is_no_whole_fen_is_refused(cell: Any) -> None:
    with pytest.raises(ValueRefusedError):
        fen(cell)


def test_ten_thousand_yuan_finer_than_a_fen_is_refused() -> None:
    with pytest.raises(ValueRefusedError):
        fen("12.3456789", "万元")


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("一百零五", 105),
        ("两万三千", 23_000),
        ("二〇二四", 2024),
        ("x", None),
    ],
)
def test_numerals(numeral: str, number: int | None) -> None:
    assert whole_number(numeral) == number


@pytest.mark.parametrize("cell", ["是", "有", "√", "✓", "Y", "yes", "Ｙ", "1", 1.0, True, "是。"])
def test_yes(cell: Any) -> None:
    assert flag(cell, {}) is True


@pytest.mark.parametrize("cell", ["否", "无", "×", "N", "NO", "0", 0.0, False])
def test_no(cell: Any) -> None:
    assert flag(cell, {}) is False


def test_words_of_the_preset_go_first() -> None:
    assert flag("部分采纳", {"部分采纳": True}) is True
    with pytest.raises(ValueRefusedError):
        flag("部分采纳", {})


def test_a_choice_is_a_known_word_or_a_code() -> None:
    words = {"立行立改": "immediate", "长期整改": "continuous"}
    codes = {"immediate", "phased", "continuous"}
    assert [choice(cell, words, codes) for cell in ("立行立改", " 长期 整改。", "phased")] == [
        "immediate",
        "continuous",
        "phased",
    ]
    with pytest.raises(ValueRefusedError, match="立行立改、长期整改"):
        choice("马上改", words, codes)


@pytest.mark.parametrize(("cell", "number"), [("3", 3), ("3次", 3), (3.0, 3), ("三项", 3), ("１２人", 12)])
def test_counts(cell: Any, number: int) -> None:
    assert count(cell) == number


@pytest.mark.parametrize("cell", ["-1", "1.5", "若干", "9999999"])
def test_what_is_no_count_is_refused(cell: str) -> None:
    with pytest.raises(ValueRefusedError):
        count(cell)


@pytest.mark.parametrize("cell", ["2024", "2024年", "2024年度", 2024.0, "二〇二四年"])
def test_years(cell: Any) -> None:
    assert year(cell) == 2024


@pytest.mark.parametrize("cell", ["24", "2024-2025", "1800", "明年"])
def test_what_is_no_year_is_refused(cell: str) -> None:
    with pytest.raises(ValueRefusedError):
        year(cell)


def test_unseen_characters_are_taken_out_and_all_others_stay() -> None:
    assert text("\ufeff甲\u200b乙\u202e丙\x00\x07") == "甲乙丙"
    assert text("  第一行\r\n第二行　") == "第一行\n第二行"
    assert text("=cmd|' /C calc'!A0") == "=cmd|' /C calc'!A0"
    assert text("<script>**x**</script>") == "<script>**x**</script>"


def test_identifiers_keep_their_digits_or_are_refused() -> None:
    assert bounded(20240001.0, 64) == "20240001"
    with pytest.raises(ValueRefusedError):
        bounded(913301007909412345.0, 64)
    with pytest.raises(ValueRefusedError):
        bounded("长" * 65, 64)
