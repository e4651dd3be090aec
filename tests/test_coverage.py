"""Coverage on boundary days, answers computed by hand: windows, duties, heirs, posts, visits, libraries."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, Engine, insert, update

from data.engine import writing
from data.schema import CoverageRule, Project, Unit
from queries.catalog import kpis
from queries.filters import Filters, Scope
from queries.planning.plan_drafts import draft_projects, planned_visits
from queries.rows import detail
from queries.run import breakdown, value
from queries.source import open_source
from tests.coverage_rows import (
    add_audit,
    add_duty,
    add_item,
    add_object,
    add_post,
    add_rules,
    add_unit,
)
from tests.ledger_rows import add_finding, add_house, settle

DAY = date(2025, 6, 30)
ONE_DAY = timedelta(days=1)
FIVE_YEARS_BEFORE = date(2020, 6, 30)


class Universe:
    """A small universe, and questions to it."""

    def __init__(self, engine: Engine, fill: Callable[[Connection], object]) -> None:
        with writing(engine) as connection:
            add_house(connection)
            add_rules(connection)
            fill(connection)
            settle(connection)
        self.source = open_source(engine)

    def rows(self, name: str, day: date = DAY, scope: Scope | None = None) -> list[dict[str, object]]:
        return detail(self.source, kpis()[name], Filters(as_of=day), scope or Scope()).to_dict("records")

    def states(self, day: date = DAY) -> dict[str, str]:
        return {
            str(row["audit_object"]): str(row["coverage_state"]) for row in self.rows("coverage_rate", day)
        }

    def figure(self, name: str, day: date = DAY, **filters: int) -> float | None:
        return value(self.source, kpis()[name], Filters(as_of=day, **filters)).value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("delivered", "state"),
    [
        (DAY, "covered"),
        (DAY + ONE_DAY, "never"),
        (FIVE_YEARS_BEFORE + ONE_DAY, "covered"),
        (FIVE_YEARS_BEFORE, "lapsed"),
        (None, "in_hand"),
    ],
)
def test_five_years_end_on_the_day(sqlite_engine: Engine, delivered: date | None, state: str) -> None:
    """An audit of that day covers, one of to-morrow does not, one of five years ago no longer does."""

    def fill(connection: Connection) -> None:
        add_duty(connection, add_unit(connection, 10))
        # Of a plan that begins later, so that only the delivery tells.
        later = (
            {"in_plan_date": date(2025, 1, 1)} if delivered is None else {"in_plan_date": date(2026, 1, 1)}
        )
        add_audit(connection, 10, delivered, **later)

    universe = Universe(sqlite_engine, fill)
    assert universe.states() == {"单位10": state}
    assert universe.figure("coverage_rate") == (1 if state == "covered" else 0)
    assert universe.figure("coverage_never") == (1 if state in {"never", "in_hand"} else 0)


def test_a_yearly_rule_begins_anew_each_year(sqlite_engine: Engine) -> None:
    """An audit of December does not count in January; what is in the plan of the new year is in hand."""

    def fill(connection: Connection) -> None:
        add_duty(connection, add_unit(connection, 10), "key_department")
        add_duty(connection, add_unit(connection, 11), "key_department")
        add_audit(connection, 10, date(2024, 12, 31))
        add_audit(connection, 11, None, plan_year=2025)

    universe = Universe(sqlite_engine, fill)
    assert universe.states(date(2024, 12, 31)) == {"单位10": "covered", "单位11": "never"}
    assert universe.states(date(2025, 1, 1)) == {"单位10": "lapsed", "单位11": "in_hand"}
    rows = universe.rows("coverage_rate", date(2024, 12, 31))
    due = {row["audit_object"]: row["next_audit_date"] for row in rows}
    assert {name: day.date() for name, day in due.items()} == {  # type: ignore[attr-defined]
        "单位10": date(2025, 12, 31),
        "单位11": date(2024, 12, 31),
    }


def test_gaps_of_three_and_five_years(sqlite_engine: Engine) -> None:
    """Three years to the day are three years, five to the day are five."""
    gaps = {
        10: date(2022, 7, 1),
        11: date(2022, 6, 30),
        12: date(2020, 7, 1),
        13: date(2020, 6, 30),
    }

    def fill(connection: Connection) -> None:
        for number, delivered in gaps.items():
            add_duty(connection, add_unit(connection, number))
            add_audit(connection, number, delivered)

    universe = Universe(sqlite_engine, fill)
    assert {row["audit_object"] for row in universe.rows("coverage_gap_3_5")} == {"单位11", "单位12"}
    assert {row["audit_object"] for row in universe.rows("coverage_gap_over_5")} == {"单位13"}


def test_gap_and_coverage_agree_on_29_february(sqlite_engine: Engine) -> None:
    """Five years after 29 February 2020 end on 28 February 2025, three after that of 2024 in 2027."""

    def fill(connection: Connection) -> None:
        for number, delivered in ((10, date(2020, 2, 29)), (11, date(2024, 2, 29))):
            add_duty(connection, add_unit(connection, number))
            add_audit(connection, number, delivered)

    universe = Universe(sqlite_engine, fill)
    for day, name, before, then in (
        (date(2025, 2, 28), "单位10", ("covered", "3_5"), ("lapsed", "over_5")),
        (date(2027, 2, 28), "单位11", ("covered", "under_3"), ("covered", "3_5")),
    ):
        for asked, expected in ((day - ONE_DAY, before), (day, then)):
            duty = next(row for row in universe.rows("coverage_rate", asked) if row["audit_object"] == name)
            assert (duty["coverage_state"], duty["audit_gap"]) == expected
            held = next(row for row in universe.rows("audit_objects", asked) if row["audit_object"] == name)
            assert held["audit_gap"] == expected[1]


@pytest.mark.parametrize(
    ("delivered", "is_due"),
    [
        (date(2020, 6, 30), False),  # fell out to-day: not covered, no longer about to fall due
        (date(2020, 7, 1), True),
        (date(2021, 12, 31), True),
        (date(2022, 1, 1), False),
    ],
)
def test_what_falls_due_by_the_end_of_next_year(sqlite_engine: Engine, delivered: date, is_due: bool) -> None:
    def fill(connection: Connection) -> None:
        add_duty(connection, add_unit(connection, 10))
        add_audit(connection, 10, delivered)

    assert Universe(sqlite_engine, fill).figure("coverage_due_soon") == int(is_due)


def test_a_rule_that_names_types_counts_these_only(sqlite_engine: Engine) -> None:
    """区级财政决算 is not covered by an audit of the budget's execution; types may stand with blanks."""

    def fill(connection: Connection) -> None:
        for number in (10, 11):
            add_duty(connection, add_unit(connection, number), "district_accounts")
        add_audit(connection, 10, date(2025, 1, 8), project_type="budget_execution")
        add_audit(connection, 11, date(2025, 1, 8), project_type="final_accounts")
        connection.execute(
            update(CoverageRule)
            .where(CoverageRule.coverage_rule_code == "district_accounts")
            .values(project_types="special_fund, final_accounts")
        )

    universe = Universe(sqlite_engine, fill)
    assert universe.states() == {"单位10": "never", "单位11": "covered"}
    assert [row["audit_object"] for row in universe.rows("duty_audits")] == ["单位11"]


def test_duties_and_objects_have_their_time(sqlite_engine: Engine) -> None:
    """First and last day count; a new object runs its first interval out before it is due."""

    def fill(connection: Connection) -> None:
        add_duty(connection, add_unit(connection, 10), valid_to_date=DAY)
        add_duty(connection, add_unit(connection, 11), valid_from_date=DAY)
        connection.execute(insert(Unit).values(unit_id=12, name="单位12"))
        add_object(connection, 12, unit_id=12, name="单位12", valid_to_date=DAY - ONE_DAY)
        add_duty(connection, 12)

    universe = Universe(sqlite_engine, fill)
    assert universe.states(DAY - ONE_DAY) == {"单位10": "never", "单位12": "never"}
    assert universe.states(DAY) == {"单位10": "never", "单位11": "new"}
    assert universe.states(DAY + ONE_DAY) == {"单位11": "new"}
    assert universe.states(date(2030, 6, 30)) == {"单位11": "never"}
    assert universe.figure("audit_objects", DAY) == 2
    assert universe.figure("audit_objects", DAY - ONE_DAY) == 3


def test_an_audit_of_the_predecessor_counts_for_the_heir(sqlite_engine: Engine) -> None:
    """However many steps back, marked as such; it is no visit to the heir, and a circle in the data ends."""

    def fill(connection: Connection) -> None:
        for number in (10, 11, 12):
            add_unit(connection, number, predecessor_unit_id=number - 1 if number > 10 else None)
        add_duty(connection, 12)
        add_audit(connection, 10, date(2023, 5, 5))
        add_audit(connection, 12, None, plan_year=2023)
        connection.execute(update(Unit).where(Unit.unit_id == 10).values(predecessor_unit_id=12))

    universe = Universe(sqlite_engine, fill)
    assert universe.states() == {"单位12": "covered"}
    assert [row["is_inherited"] for row in universe.rows("duty_audits")] == [True]
    assert universe.rows("plan_repeat_visits") == []


def test_an_audit_covers_what_it_goes_on_into(engine: Engine) -> None:
    """Further units and funds are audited with the project's own unit, each once, on both engines."""

    def fill(connection: Connection) -> None:
        for number in (10, 11):
            add_duty(connection, add_unit(connection, number))
        fund = add_object(connection, 20, kind="fund", name="专项资金")
        add_audit(connection, 10, date(2025, 2, 3), 10, 11, fund)

    universe = Universe(engine, fill)
    assert universe.states() == {"单位10": "covered", "单位11": "covered"}
    counts = {row["audit_object"]: row["audit_count"] for row in universe.rows("audit_objects")}
    assert counts == {"单位10": 1, "单位11": 1, "专项资金": 1}


def test_officials_count_by_post_and_for_five_years_after_it(sqlite_engine: Engine) -> None:
    """已审领导干部 ÷ 应审领导干部: without duty or exempt out; an audit of the budget is none of the post."""

    def fill(connection: Connection) -> None:
        add_unit(connection, 10)
        start = date(2018, 1, 1)
        add_post(connection, 10, date(2024, 4, 1), title="audited", start_date=start)
        add_post(connection, 10, title="open", start_date=start)
        add_post(connection, 10, title="left lately", start_date=start, end_date=FIVE_YEARS_BEFORE + ONE_DAY)
        add_post(connection, 10, title="left long ago", start_date=start, end_date=FIVE_YEARS_BEFORE)
        add_post(connection, 10, title="no duty", start_date=start, has_resource_duty=False)
        add_post(connection, 10, title="exempt", start_date=start, is_audit_exempt=True)
        add_post(connection, 10, title="to come", start_date=DAY + ONE_DAY)
        add_audit(connection, 10, date(2025, 1, 8))

    universe = Universe(sqlite_engine, fill)
    rows = {row["post_title"]: row["coverage_state"] for row in universe.rows("coverage_rate")}
    assert rows == {"audited": "covered", "open": "never", "left lately": "never"}
    assert universe.figure("coverage_rate") == pytest.approx(1 / 3)


def test_at_most_one_visit_a_year(sqlite_engine: Engine) -> None:
    """Two visits of one plan year stand out; desk work, another year and what was taken out do not."""

    def fill(connection: Connection) -> None:
        for number in range(10, 17):
            add_unit(connection, number)
        add_audit(connection, 10, None, plan_year=2025)
        add_audit(connection, 11, None, 10, plan_year=2025)  # goes on into 10
        for change in ({"is_desk_only": True}, {"plan_year": 2024}, {"cancelled_date": DAY}, {}):
            add_audit(connection, 12, None, **({"plan_year": 2025} | change))
        for change in ({}, {"in_plan_date": DAY + ONE_DAY}):
            add_audit(connection, 13, None, **({"plan_year": 2025} | change))
        for change in ({}, {"is_draft": True}):
            add_audit(connection, 14, None, **({"plan_year": 2026} | change))

    universe = Universe(sqlite_engine, fill)
    found = {
        row["audit_object"]: (row["visit_count"], row["plan_state"])
        for row in universe.rows("plan_repeat_visits")
    }
    assert found == {"单位10": (2, "approved")}
    # The day before, the project that was taken out is still in the plan; the day after, the other is in it.
    assert {row["audit_object"] for row in universe.rows("plan_repeat_visits", DAY - ONE_DAY)} == {
        "单位10",
        "单位12",
    }
    assert {row["audit_object"] for row in universe.rows("plan_repeat_visits", DAY + ONE_DAY)} == {
        "单位10",
        "单位13",
    }
    drafts = universe.rows("plan_repeat_visits", date(2026, 1, 1))
    assert [(row["audit_object"], row["draft_count"]) for row in drafts if row["plan_year"] == 2026] == [
        ("单位14", 1)
    ]


def test_a_unit_outside_the_audit_objects_is_visited_too(sqlite_engine: Engine) -> None:
    """A unit that a ledger brought has no object: it counts, and opens its page."""

    def fill(connection: Connection) -> None:
        connection.execute(insert(Unit).values(unit_id=30, name="台账单位", region_code="990101"))
        add_unit(connection, 10)
        for change in ({}, {"is_draft": True}):
            add_audit(connection, 30, None, 10, **({"plan_year": 2025} | change))

    universe = Universe(sqlite_engine, fill)
    rows = universe.rows("plan_repeat_visits", scope=Scope(region="990101"))
    assert {(row["audit_object"], row["visit_count"], row["unit_id"]) for row in rows} == {
        ("单位10", 2, 10),
        ("台账单位", 2, 30),
    }


def test_a_draft_that_repeats_through_what_it_goes_on_into_is_marked(sqlite_engine: Engine) -> None:
    """Its own unit is visited once; who plans for another section hears of the visit as well."""

    def fill(connection: Connection) -> None:
        for number in (10, 11, 12):
            add_unit(connection, number)
        add_audit(connection, 10, None, plan_year=2025)
        add_audit(connection, 11, None, 10, plan_year=2025, is_draft=True)
        add_audit(connection, 12, None, plan_year=2025, is_draft=True)

    source = Universe(sqlite_engine, fill).source
    marked = {draft.unit: draft.is_repeat for draft in draft_projects(source, 2025, Filters(as_of=DAY))}
    assert marked == {"单位11": True, "单位12": False}
    assert planned_visits(source, 11, 2025, DAY, Scope(section="S2")) is not None
    assert planned_visits(source, 11, 2025, DAY, Scope(region="990102")) is None


def test_a_draft_is_one_until_its_plan_is_approved(sqlite_engine: Engine) -> None:
    """Taken from a library in May, approved in July: in the library, in a draft, in the plan."""

    def fill(connection: Connection) -> None:
        add_unit(connection, 10)
        project = add_audit(connection, 10, None, plan_year=2026, in_plan_date=date(2025, 7, 15))
        add_item(connection, project_id=project, promoted_date=date(2025, 5, 5), audit_object_id=10)
        add_audit(connection, 10, None, plan_year=2026, is_draft=True)

    universe = Universe(sqlite_engine, fill)
    days = (date(2025, 5, 4), date(2025, 5, 5), date(2025, 7, 14), date(2025, 7, 15))
    assert [universe.rows("library_items", day)[0]["item_state"] for day in days] == [
        "open",
        "drafted",
        "drafted",
        "planned",
    ]
    assert [universe.figure("library_items_open", day) for day in days] == [1, 0, 0, 0]
    visits = [[row["draft_count"] for row in universe.rows("plan_repeat_visits", day)] for day in days]
    assert visits == [[], [2], [2], [1]]


def test_share_of_the_plan_from_a_library(sqlite_engine: Engine) -> None:
    """One of two projects in the plan; drafts and what was taken out are not in it."""

    def fill(connection: Connection) -> None:
        connection.execute(update(Project).values(plan_year=2020))
        add_unit(connection, 10)
        taken = add_audit(connection, 10, None, plan_year=2025)
        add_item(connection, project_id=taken, promoted_date=date(2024, 12, 1))
        add_audit(connection, 10, None, plan_year=2025)
        add_audit(connection, 10, None, plan_year=2025, cancelled_date=DAY)
        draft = add_audit(connection, 10, None, plan_year=2025, is_draft=True)
        add_item(connection, project_id=draft, promoted_date=date(2024, 12, 1))

    universe = Universe(sqlite_engine, fill)
    assert universe.figure("plan_from_library_rate", year=2025) == 0.5


def test_rules_are_compared_by_district_and_readers_see_their_own(sqlite_engine: Engine) -> None:
    """A duty stands with its object's region and section; a bound reader sees no other."""

    def fill(connection: Connection) -> None:
        add_duty(connection, add_unit(connection, 10))
        add_audit(connection, 10, date(2025, 1, 8))
        add_duty(connection, add_unit(connection, 11, region_code="990102"))
        add_duty(connection, add_unit(connection, 12, region_code="990102"))
        add_audit(connection, 12, date(2025, 1, 8))

    universe = Universe(sqlite_engine, fill)
    groups = breakdown(universe.source, kpis()["coverage_rate"], Filters(as_of=DAY), "region")
    assert {group.code: group.figure.value for group in groups} == {"990101": 1, "990102": 0.5}
    own = universe.rows("coverage_rate", scope=Scope(region="990101"))
    assert [row["audit_object"] for row in own] == ["单位10"]
    assert universe.rows("coverage_rate", scope=Scope(section="S2")) == []


def test_the_risk_of_an_object_is_what_its_rows_add_up_to(sqlite_engine: Engine) -> None:
    """Intervals and the five years end on the day; withdrawn findings and those of others do not count."""

    def fill(connection: Connection) -> None:
        for number in (10, 11, 12):
            add_unit(connection, number)
        add_unit(connection, 13, predecessor_unit_id=10)
        fund = add_object(connection, 40, kind="fund", name="资金")
        audit = add_audit(connection, 10, date(2022, 6, 30), fund)
        add_audit(connection, 11, date(2022, 7, 1))
        old, recent = FIVE_YEARS_BEFORE, FIVE_YEARS_BEFORE + ONE_DAY
        gone = [("withdrawn", recent)]
        add_finding(connection, project=audit, unit_id=10, found=old, amount_fen=10**12, is_major=True)
        add_finding(connection, project=audit, unit_id=10, found=recent, amount_fen=10**12, facts=gone)
        for number in range(4):
            add_finding(
                connection,
                project=audit,
                unit_id=10,
                found=recent,
                due=DAY - ONE_DAY if number < 2 else DAY,
                amount_fen=250_000_00,
                is_major=True,
                is_repeat=number == 0,
            )

    universe = Universe(sqlite_engine, fill)
    rows = {str(row["audit_object"]): row for row in universe.rows("audit_objects")}
    told = ("recent_found_fen", "recent_major_count", "recent_repeat_count", "overdue_count", "risk_score")
    # 15 for three years, 10 for one million, 15 for four major ones, 5 for a repeat, 10 for two overdue.
    assert [rows["单位10"][name] for name in told] == [100_000_000, 4, 1, 2, 55]
    assert rows["单位13"]["risk_score"] == 55, "an heir has the past of those merged into it"
    assert rows["资金"]["risk_score"] == 55, "a fund has what its audits found"
    assert [rows[name]["risk_score"] for name in ("单位11", "单位12")] == [0, 30]
    assert [rows[name]["risk_level"] for name in ("单位10", "单位11", "单位12")] == ["high", "low", "medium"]
    assert universe.figure("audit_objects_high_risk") == 3
    # A day later the amounts and the repeat are five years old, and the other two are overdue.
    later = {str(row["audit_object"]): row for row in universe.rows("audit_objects", DAY + ONE_DAY)}
    assert [later["单位10"][name] for name in told] == [0, 0, 0, 4, 35]
