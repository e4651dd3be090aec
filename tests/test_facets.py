"""Facets: counts made by hand, choices that narrow, addresses that are not trusted, masks that hold."""

from datetime import date
from decimal import Decimal

import duckdb
import pytest
from sqlalchemy import Engine

from data.data_room.dataset_access import Access
from data.duck import open_duck
from data.engine import reading
from queries.datasets.choices import (
    LONGEST_VALUE,
    Choice,
    choice_of,
    choice_words,
    choices_words,
    code_of,
    narrowed_to,
)
from queries.datasets.facets import can_have_facet, facets, first_rows, proposed_facets
from queries.quick_tests.dataset_subject import dataset_subject
from queries.quick_tests.subject import Subject, subject
from tests.dataset_rows import KEEPER, bring, signed

LOW, HIGH, OLD = "低保", "特困", "高龄"
ROWS = [
    (LOW, "一社区", 100, date(2026, 1, 5)),
    (LOW, "一社区", 200, date(2026, 1, 9)),
    (LOW, "二社区", 300, date(2026, 2, 1)),
    (HIGH, "二社区", 900, date(2026, 2, 3)),
    (HIGH, " ", 900, None),
    (None, "一社区", None, date(2026, 3, 1)),
]


@pytest.fixture
def table() -> Subject:
    connection = duckdb.connect()
    connection.execute("create table paid (scheme varchar, place varchar, amount int, paid_date date)")
    connection.executemany("insert into paid values (?, ?, ?, ?)", ROWS)
    return subject(connection, "select * from paid")


def counts(of: Subject, column: str, *choices: Choice, top: int = 8) -> dict[str, int]:
    (facet,) = facets(of, [column], choices, top=top)
    return {choice_words(value.choice, of): value.rows for value in facet.values}


def rows(of: Subject) -> list[int]:
    return [row[0] for row in first_rows(of, 100).rows]


def test_values_with_their_rows_and_the_empty_ones_last(table: Subject) -> None:
    assert list(counts(table, "scheme").items()) == [(LOW, 3), (HIGH, 2), ("（空）", 1)]
    assert counts(table, "place") == {"一社区": 3, "二社区": 2, "（空）": 1}  # blanks are empty too


def test_few_numbers_are_values_written_as_numbers() -> None:
    made = subject(
        duckdb.connect(),
        "select * from (values (100.500000::decimal(18,6), 150000), (2000, 150000)) as v(amount, paid_fen)",
    )
    assert counts(made, "amount") == {"100.5": 1, "2,000": 1}
    assert counts(made, "paid_fen") == {"1,500": 2}  # yuan
    assert choice_words(Choice("amount", "nonsense"), made) == "nonsense"


def test_what_is_not_listed_is_counted(table: Subject) -> None:
    (facet,) = facets(table, ["scheme"], (), top=1)
    assert [(value.choice.value, value.rows) for value in facet.values] == [(LOW, 3), (None, 1)]
    assert (facet.others, facet.other_values) == (2, 1)


def test_a_choice_narrows_the_other_facets_and_not_its_own(table: Subject) -> None:
    chosen = Choice("scheme", LOW)
    assert counts(table, "scheme", chosen) == {LOW: 3, HIGH: 2, "（空）": 1}
    assert counts(table, "place", chosen) == {"一社区": 2, "二社区": 1}
    (facet,) = facets(table, ["scheme"], (chosen,))
    assert [value.is_chosen for value in facet.values] == [True, False, False]


def test_choices_of_one_column_widen_and_those_of_several_narrow(table: Subject) -> None:
    both = (Choice("scheme", LOW), Choice("scheme", HIGH))
    assert rows(narrowed_to(table, both)) == [1, 2, 3, 4, 5]
    assert rows(narrowed_to(table, (*both, Choice("place", "二社区")))) == [3, 4]
    assert rows(narrowed_to(table, (Choice("scheme"),))) == [6]
    assert rows(narrowed_to(table, (Choice("amount", low=Decimal(300), high=Decimal(900)),))) == [3]
    assert rows(narrowed_to(table, (Choice("paid_date", low=date(2026, 2, 1)),))) == [3, 4, 6]


def test_a_choice_that_no_row_has_any_more_stays_to_be_dropped(table: Subject) -> None:
    chosen = (Choice("scheme", OLD), Choice("amount", low=Decimal(5), high=Decimal(6)))
    assert counts(table, "scheme", *chosen)[OLD] == 0
    assert first_rows(narrowed_to(table, chosen), 10).total == 0


def test_numbers_and_days_of_many_values_are_counted_in_ranges() -> None:
    connection = duckdb.connect()
    made = subject(
        connection,
        "select i as amount, i as paid_fen, date '2025-01-01' + i::int as day from range(600) as r(i)",
    )
    (amounts, fen, days) = facets(made, ["amount", "paid_fen", "day"], ())
    assert [choice_words(value.choice, made) for value in amounts.values] == [
        "< 100",
        "100 – 200",
        "200 – 300",
        "300 – 400",
        "400 – 500",
        "≥ 500",
    ]
    assert [value.rows for value in amounts.values] == [100] * 6
    assert choice_words(fen.values[1].choice, made) == "1 – 2"  # yuan
    assert [(choice_words(value.choice, made), value.rows) for value in days.values][1:3] == [
        ("2025年第2季度", 91),
        ("2025年第3季度", 92),
    ]
    # The limits stay where they are while rows are narrowed.
    chosen = Choice("amount", low=Decimal(100), high=Decimal(200))
    (narrow,) = facets(made, ["day"], (chosen,))
    known = {value.choice for value in days.values}
    assert {value.choice for value in narrow.values} <= known
    assert sum(value.rows for value in narrow.values) == 100


def test_an_address_is_read_back_and_not_trusted(table: Subject) -> None:
    for choice in (
        Choice("scheme", "a:b=..empty"),
        Choice("scheme"),
        Choice("amount", low=Decimal(5)),
        Choice("paid_date", low=date(2026, 1, 1), high=date(2026, 2, 1)),
    ):
        assert choice_of(choice.column, code_of(choice), table) == choice
    for column, code in (
        ("gone", "=1"),
        ("scheme", "1..2"),
        ("amount", "1; drop table paid..2"),
        ("amount", "nan.."),
        ("amount", "1E+5000.."),
        ("amount", "1E+3000000.."),
        ("amount", "1..2..3"),
        ("amount", ".."),
        ("paid_date", "2026-13-01.."),
        ("scheme", "=" + "x" * (LONGEST_VALUE + 1)),
        ("scheme", ""),
    ):
        assert choice_of(column, code, table) is None
    hostile = Choice("scheme", "' or 1=1 --")
    assert rows(narrowed_to(table, (hostile,))) == []


def test_choices_in_words(table: Subject) -> None:
    chosen = (
        Choice("scheme", LOW),
        Choice("scheme"),
        Choice("paid_date", low=date(2026, 1, 1), high=date(2026, 2, 1)),
    )
    assert choices_words(chosen, table, str.upper) == "SCHEME: 低保 / （空）；PAID_DATE: 2026-01"


def test_proposals_are_columns_of_few_values(table: Subject) -> None:
    assert proposed_facets(table) == ("scheme", "place", "amount", "paid_date")


def test_what_is_masked_has_no_facet_and_cannot_be_chosen(sqlite_engine: Engine) -> None:
    signed(sqlite_engine, KEEPER)
    version = bring(
        sqlite_engine,
        KEEPER,
        "benefits",
        "select * from (values ('320102194001011234', '低保'), ('320102195001011234', '特困')) "
        "as b(number, scheme)",
        {"number": "identity"},
    )
    masked = Access(is_listed=True, may_read=True, is_unmasked=False)
    with reading(sqlite_engine) as connection:
        seen = dataset_subject(open_duck(), connection, version, masked)
    assert can_have_facet(seen) == ("scheme",)
    assert choice_of("number", "=320102194001011234", seen) is None
    assert choice_of("number", "=320***********1234", seen) is None
    assert "320102194001011234" not in repr(first_rows(seen, 10))
