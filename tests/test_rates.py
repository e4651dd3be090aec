"""What the rates mean, case by case: pool, caps, limits, partials, reopening, as-of."""

from datetime import date

from sqlalchemy import Engine

from data.engine import writing
from queries.catalog import kpis
from queries.filters import Filters, Scope
from queries.rows import detail
from queries.run import breakdown, course, value
from queries.source import Source, open_source
from tests.ledger_rows import add_finding, add_house, settle

DAY = date(2024, 6, 30)


def figure(source: Source, name: str, as_of: date = DAY, **choices: object) -> float | int | None:
    return value(source, kpis()[name], Filters(as_of=as_of, **choices)).value


def ledger(engine: Engine, *findings: dict[str, object]) -> Source:
    with writing(engine) as connection:
        add_house(connection)
        for finding in findings:
            add_finding(connection, **finding)
        settle(connection)
    return open_source(engine)


def test_empty_database_has_no_data(sqlite_engine: Engine) -> None:
    """On one engine: tables without rows are never read from it."""
    source = open_source(sqlite_engine)
    for kpi in kpis().values():
        found = value(source, kpi, Filters(as_of=DAY))
        assert (found.value, found.rows) == (None, 0), kpi.name


def test_a_count_of_nought_is_not_no_data(sqlite_engine: Engine) -> None:
    source = ledger(sqlite_engine, {"amount_fen": 100, "due": date(2025, 1, 1)})
    assert figure(source, "findings_overdue") == 0
    assert figure(source, "overdue_amount") == 0
    assert figure(source, "rectification_rate_due") is None  # nothing was due: no rate, not a rate of nought
    assert figure(source, "findings_overdue", as_of=date(2024, 1, 9)) is None  # not in the ledger yet


def test_transferred_and_withdrawn_leave_the_pool(sqlite_engine: Engine) -> None:
    source = ledger(
        sqlite_engine,
        {"facts": [("rectified", date(2024, 3, 1))]},
        {"facts": [("transferred", date(2024, 3, 1))]},
        {"facts": [("withdrawn", date(2024, 3, 1))]},
        {},
    )
    assert figure(source, "rectification_rate_by_count") == 0.5
    assert figure(source, "findings") == 4
    assert figure(source, "rectification_rate_by_count", as_of=date(2024, 2, 1)) == 0.0


def test_money_is_capped_per_finding_and_partial_money_counts(engine: Engine) -> None:
    source = ledger(
        engine,
        {"amount_fen": 100, "money": [(date(2024, 3, 1), 250)], "facts": [("rectified", date(2024, 3, 1))]},
        {"amount_fen": 300, "money": [(date(2024, 3, 1), 50), (date(2024, 8, 1), 50)]},
        {"amount_fen": None},
    )
    assert figure(source, "rectification_rate_by_amount") == (100 + 50) / 400
    assert figure(source, "rectification_rate_by_amount", as_of=date(2024, 8, 1)) == (100 + 100) / 400
    assert figure(source, "rectification_rate_by_count") == 1 / 3
    assert figure(source, "amount_by_kind") == 300


def test_sums_that_a_float_would_spoil_are_exact(engine: Engine) -> None:
    large = 9_007_199_254_740_993  # 2**53 + 1
    source = ledger(
        engine,
        {"amount_fen": large, "due": date(2024, 2, 1)},
        {"amount_fen": 1, "due": date(2024, 2, 1)},
        {"amount_fen": large, "due": date(2024, 2, 1), "money": [(date(2024, 2, 2), 2)]},
    )
    assert figure(source, "overdue_amount") == 2 * large - 1


def test_overdue_starts_the_day_after_the_limit_and_heeds_extensions(sqlite_engine: Engine) -> None:
    source = ledger(
        sqlite_engine,
        {"due": DAY},
        {"due": date(2024, 6, 29)},
        {
            "due": date(2024, 5, 1),
            "facts": [("extended", date(2024, 4, 20))],
            "new_due": date(2024, 12, 1),
        },
    )
    assert figure(source, "findings_overdue") == 1
    # Before the extension was approved, its finding's limit was the first one.
    assert figure(source, "rectification_rate_due") == 0.0
    assert value(source, kpis()["rectification_rate_due"], Filters(as_of=DAY)).denominator == 2
    assert figure(source, "findings_overdue", as_of=date(2024, 12, 2)) == 3


def test_on_time_and_days(sqlite_engine: Engine) -> None:
    source = ledger(
        sqlite_engine,
        {"due": date(2024, 3, 1), "facts": [("rectified", date(2024, 3, 1))]},
        {"due": date(2024, 3, 1), "facts": [("rectified", date(2024, 3, 2))]},
        {"due": None, "facts": [("rectified", date(2024, 1, 10))]},
    )
    assert figure(source, "rectification_on_time") == 0.5
    assert figure(source, "days_to_rectify_median") == 51
    assert figure(source, "days_to_rectify_p90") == 51 + 0.8


def test_reopening_takes_back_and_keeps_last_years_figure(engine: Engine) -> None:
    source = ledger(
        engine,
        {
            "facts": [
                ("rectified", date(2024, 2, 1)),
                ("closed", date(2024, 2, 20)),
                ("reopened", date(2024, 5, 1)),
                ("rectified", date(2024, 9, 1)),
            ]
        },
    )
    days = [date(2024, 1, 31), date(2024, 2, 29), date(2024, 5, 1), date(2024, 9, 1)]
    rates = course(source, kpis()["rectification_rate_by_count"], Filters(as_of=DAY), days)
    assert [rate.value for rate in rates] == [0.0, 1.0, 0.0, 1.0]
    closed = course(source, kpis()["close_out_rate"], Filters(as_of=DAY), days)
    assert [rate.value for rate in closed] == [0.0, 1.0, 0.0, 0.0]


def test_a_return_takes_back_what_left_the_pool_up_to_its_day(sqlite_engine: Engine) -> None:
    source = ledger(
        sqlite_engine,
        {
            "facts": [
                ("transferred", date(2024, 2, 1)),
                ("returned", date(2024, 5, 1)),
                ("withdrawn", date(2024, 9, 1)),
            ]
        },
        {"facts": [("withdrawn", date(2024, 5, 1)), ("returned", date(2024, 5, 1))]},
    )
    days = [date(2024, 1, 31), date(2024, 4, 30), date(2024, 5, 1), date(2024, 9, 1)]
    pools = course(source, kpis()["rectification_rate_by_count"], Filters(as_of=DAY), days)
    assert [pool.denominator for pool in pools] == [2, 1, 2, 1]


def test_year_is_the_plan_year_and_a_region_takes_in_those_below(sqlite_engine: Engine) -> None:
    source = ledger(sqlite_engine, {"project": 1}, {"project": 2}, {"project": 2})
    assert figure(source, "findings", year=2023) == 1
    assert figure(source, "findings", region="990000") == 3
    assert figure(source, "findings", region="990102") == 2
    assert figure(source, "findings", region="110101") is None
    assert figure(source, "findings", section="S1") == 1


def test_last_year_of_a_month_is_the_same_month_of_last_year() -> None:
    drill = (("found_month", "2024-02"), ("state", "closed"))
    before = Filters(as_of=date(2024, 2, 29), year=2023, drill=drill).a_year_before()
    assert (before.as_of, before.year) == (date(2023, 2, 28), 2022)
    assert before.drill == (("found_month", "2023-02"), ("state", "closed"))


def test_scope_holds_in_figure_breakdown_and_rows(sqlite_engine: Engine) -> None:
    source = ledger(sqlite_engine, {"project": 1}, {"project": 2}, {"project": 2})
    kpi, filters, scope = kpis()["findings"], Filters(as_of=DAY), Scope(region="990101")
    assert value(source, kpi, filters, scope).value == 1
    assert [group.code for group in breakdown(source, kpi, filters, "region", scope)] == ["990101"]
    assert list(detail(source, kpi, filters, scope)["finding_code"]) == ["F1"]
    beyond = Filters(as_of=DAY, region="990102")
    assert value(source, kpi, beyond, scope).value is None
    assert detail(source, kpi, beyond, scope).empty
