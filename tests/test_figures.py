"""Figures are exact for whole numbers of any size, rounded half up, and say when there is nothing."""

from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from components.figures import money_unit, show, unit_name
from data.language import use_language


@pytest.fixture(autouse=True)
def _chinese():
    use_language("zh")


@pytest.mark.parametrize(
    ("value", "format", "unit", "shown"),
    [
        (12_300_000_000, "fen", None, "1.23 亿元"),
        (10_000_000_000, "fen", None, "1.00 亿元"),
        (9_999_999_999, "fen", None, "10,000.00 万元"),
        (1_000_000, "fen", None, "1.00 万元"),
        (999_999, "fen", None, "9,999.99 元"),
        (0, "fen", None, "0.00 元"),
        (-12_300_000_000, "fen", None, "-1.23 亿元"),
        (12_300_000_000, "fen", "wan", "12,300.00 万元"),
        (12_300_000_000, "fen", "yuan", "123,000,000.00 元"),
        (0.8, "percent", None, "80.00%"),
        (0.858_75, "percent", None, "85.88%"),
        (0.000_05, "percent", None, "0.01%"),
        (1, "percent", None, "100.00%"),
        (-0.000_01, "percent", None, "0.00%"),
        (10_000, "count", None, "10,000"),
        (np.int64(7), "count", None, "7"),
        (12.5, "days", None, "12.5 天"),
        (12.0, "days", None, "12 天"),
        (Decimal("88.25"), "days", None, "88.3 天"),
        (None, "fen", None, "—"),
        (float("nan"), "percent", None, "—"),
        (pd.NA, "count", None, "—"),
        (Decimal("nan"), "days", None, "—"),
    ],
)
def test_shown(value, format, unit, shown):  # noqa: A002
    assert show(value, format, unit) == shown


def test_money_beyond_what_a_float_holds_is_exact():
    fen = 2**53 + 1
    assert int(float(fen)) != fen, "a float spoils this number; the test needs one that does"
    assert show(fen, "fen", "yuan") == "90,071,992,547,409.93 元"
    assert show(10**40 + 1, "fen", "yuan").endswith("000.01 元")


def test_halves_go_up_not_to_the_even_neighbour():
    assert show(0.123_45, "percent") == "12.35%"
    assert show(0.123_55, "percent") == "12.36%"
    assert show(50, "fen", "wan") == "0.00 万元"
    assert show(5_000, "fen", "wan") == "0.01 万元"


def test_english():
    use_language("en")
    assert show(12_300_000_000, "fen") == "¥123.00 million"
    assert show(123_000_000_000, "fen") == "¥1.23 billion"
    assert show(99_999_999, "fen") == "¥999,999.99"
    assert show(1, "days") == "1 day"
    assert show(2, "days") == "2 days"
    assert [unit_name("fen", unit) for unit in ("billion", "million", "yuan")] == [
        "¥ billion",
        "¥ million",
        "¥",
    ]


def test_units():
    assert [money_unit(fen) for fen in (None, 0, -10_000_000_000, 1_000_000)] == ["yuan", "yuan", "yi", "wan"]
    assert [unit_name("percent"), unit_name("days"), unit_name("fen", "yi")] == ["%", "天", "亿元"]


def test_an_unknown_format_is_refused():
    with pytest.raises(ValueError, match="ratio"):
        show(1, "ratio")
