"""Figures of public investment against answers worked out by hand, on the days around each fact."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import shapely
from sqlalchemy import Connection, Engine, insert

from data.engine import connect_to, now, writing
from data.schema import InvestmentAudit, InvestmentFinding, InvestmentReference, Suspect, SuspectStep
from queries.catalog import kpis
from queries.filters import EVERYTHING, Filters, Scope
from queries.investment.investment_card import investment_card
from queries.investment.map_projects import map_projects
from queries.investment.project_shapes import project_shapes
from queries.run import Figure, Group, breakdown, value
from queries.source import Source, open_source
from tests.investment_rows import add_fact, add_investment, add_place
from tests.ledger_rows import add_finding, add_house, settle
from tests.progress_rows import add_calendar, add_stages

YUAN = 100
LINE = shapely.LineString([(123.6, 30.4), (123.60005, 30.40001), (123.61, 30.4)])


def _works(connection: Connection) -> None:
    """A road with its whole life, a school that stands still, a river that is only estimated, a dead plan."""
    add_house(connection)
    add_calendar(connection)
    add_investment(connection, 1, planned_start_date=date(2024, 3, 5), planned_end_date=date(2025, 3, 31))
    add_fact(connection, 1, "approved", date(2024, 1, 10))
    add_fact(connection, 1, "estimate", date(2024, 1, 10), 9_000)
    add_fact(connection, 1, "approved_budget", date(2024, 2, 1), 10_000)
    add_fact(connection, 1, "contract", date(2024, 3, 1), 8_000)
    add_fact(connection, 1, "change", date(2024, 8, 1), 500)
    add_fact(connection, 1, "started", date(2024, 3, 15))
    add_fact(connection, 1, "progress", date(2024, 9, 30), share_basis_points=6_000)
    add_fact(connection, 1, "paid", date(2024, 9, 30), 3_400)
    add_fact(connection, 1, "paid", date(2024, 12, 31), 3_000)
    add_fact(connection, 1, "completed", date(2025, 4, 1))
    add_fact(connection, 1, "settled", date(2025, 5, 1), 10_001)
    add_fact(connection, 1, "accounted", date(2025, 6, 1), 10_000)
    add_place(connection, 1, LINE)
    add_investment(
        connection, 2, region_code="990102", sector="education", planned_end_date=date(2025, 3, 31)
    )
    add_fact(connection, 2, "approved", date(2023, 5, 1))
    add_fact(connection, 2, "approved_budget", date(2023, 6, 1), 20_000)
    add_fact(connection, 2, "started", date(2023, 7, 1))
    add_fact(connection, 2, "suspended", date(2024, 11, 1))
    add_fact(connection, 2, "resumed", date(2024, 12, 1))
    add_fact(connection, 2, "suspended", date(2025, 2, 1))
    add_place(connection, 2, shapely.Point(123.7, 30.5))
    add_investment(connection, 3, sector="water", planned_end_date=None)
    add_fact(connection, 3, "estimate", date(2025, 1, 1), 700)
    add_investment(connection, 4, sector="water")
    add_fact(connection, 4, "approved_budget", date(2024, 1, 1), 50_000)
    add_fact(connection, 4, "paid", date(2024, 2, 1), 100)
    add_fact(connection, 4, "cancelled", date(2025, 1, 15))


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[Source]:
    folder = tmp_path_factory.mktemp("works")
    engine = connect_to(f"sqlite:///{shutil.copy(sqlite_template, folder / 'audit.db')}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIT_VAR_DIR", str(folder))
        with writing(engine) as connection:
            _works(connection)
            settle(connection)
        yield open_source(engine)
    engine.dispose()


def test_shapes_are_found_by_code_among_the_readers_own(works: Source) -> None:
    asked = ["XM-1", "XM-99"]
    assert project_shapes(works, asked, date(2025, 6, 30), EVERYTHING) == {"XM-1": LINE}
    assert project_shapes(works, asked, date(2025, 6, 30), Scope("990103", None)) == {}
    assert project_shapes(works, [], date(2025, 6, 30), EVERYTHING) == {}


def figure(source: Source, name: str, day: date, **narrowed: object) -> Figure:
    return value(source, kpis()[name], Filters(as_of=day, **narrowed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2024, 1, 10), "planned"),
        (date(2024, 3, 14), "planned"),
        (date(2024, 3, 15), "running"),
        (date(2025, 3, 31), "running"),
        (date(2025, 4, 1), "completed"),
        (date(2025, 5, 1), "settled"),
        (date(2025, 5, 31), "settled"),
        (date(2025, 6, 1), "accounted"),
    ],
)
def test_a_project_goes_from_state_to_state_on_the_day_of_its_fact(
    works: Source, day: date, state: str
) -> None:
    card = investment_card(works, 1, day, EVERYTHING)
    assert card is not None
    assert card.standing.investment_state == state
    assert card.facts[-1].fact_date <= day
    assert investment_card(works, 1, date(2024, 1, 9), EVERYTHING) is None, "it was not there yet"


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2024, 10, 31), "running"),
        (date(2024, 11, 1), "suspended"),
        (date(2024, 12, 1), "running"),
        (date(2025, 2, 1), "suspended"),
    ],
)
def test_works_stand_still_until_they_are_resumed(works: Source, day: date, state: str) -> None:
    counted = {group.code: group.figure.value for group in _by_state(works, day, "990102")}
    assert counted == {state: 1}


def _by_state(source: Source, day: date, region: str) -> list[Group]:
    return breakdown(source, kpis()["investments"], Filters(as_of=day, region=region), "investment_state")


@pytest.mark.parametrize(
    ("day", "yuan"),
    [
        (date(2024, 1, 9), 20_000 + 50_000),  # the school, and the plan that is cancelled later
        (date(2024, 1, 31), 9_000 + 20_000 + 50_000),  # the road's estimate
        (date(2024, 2, 1), 10_000 + 20_000 + 50_000),  # its approved budget takes the place
        (date(2025, 1, 14), 10_000 + 20_000 + 50_000 + 700),
        (date(2025, 1, 15), 10_000 + 20_000 + 700),
    ],
)
def test_total_investment_is_the_budget_else_the_estimate_of_what_is_not_cancelled(
    works: Source, day: date, yuan: int
) -> None:
    assert figure(works, "investment_total", day).value == yuan * YUAN


def test_payments_add_up_and_those_of_a_cancelled_project_stay(works: Source) -> None:
    days = [date(2024, 9, 29), date(2024, 9, 30), date(2024, 12, 31), date(2025, 1, 15)]
    assert [figure(works, "investment_executed", day).value for day in days] == [
        yuan * YUAN for yuan in (100, 3_500, 6_500, 6_500)
    ]
    card = investment_card(works, 1, date(2024, 12, 31), EVERYTHING)
    assert card is not None
    told = card.standing
    assert (told.agreed_fen, told.paid_fen) == (8_500 * YUAN, 6_400 * YUAN)
    assert told.paid_rate == pytest.approx(6_400 / 8_500)
    assert told.executed_rate == pytest.approx(0.64)
    assert told.progress_rate == pytest.approx(0.6)


def test_a_day_after_the_planned_end_is_late_and_the_day_itself_is_not(works: Source) -> None:
    assert figure(works, "investments_delayed", date(2025, 3, 31)).value == 0
    late = figure(works, "investments_delayed", date(2025, 4, 1))
    assert late.value == 1, "the school; the road is done"
    assert figure(works, "investment_on_time_rate", date(2025, 3, 31)).value is None
    on_time = figure(works, "investment_on_time_rate", date(2025, 4, 1))
    assert (on_time.numerator, on_time.denominator) == (0, 1), "completed a day late"
    assert figure(works, "works_duration_rate", date(2025, 3, 31)).value is None
    taken = figure(works, "works_duration_rate", date(2025, 4, 1))
    assert (taken.numerator, taken.denominator) == (382, 391), "days taken of days planned"
    card = investment_card(works, 1, date(2025, 12, 31), EVERYTHING)
    assert card is not None
    assert card.standing.works_delay_days == 1


@pytest.mark.parametrize(
    ("day", "above"),
    [
        (date(2025, 4, 30), 0),  # contract and changes are within it
        (date(2025, 5, 1), 1),  # settled one yuan above
        (date(2025, 6, 1), 0),  # the final accounts are just the budget, and they count
    ],
)
def test_above_the_approved_budget_is_more_than_it(works: Source, day: date, above: int) -> None:
    rate = figure(works, "investment_overrun_rate", day)
    assert (rate.numerator, rate.denominator) == (above, 1)


def test_the_year_is_that_of_the_approval(works: Source) -> None:
    day = date(2025, 6, 30)
    assert figure(works, "investments", day).value == 3
    assert figure(works, "investments", day, year=2024).value == 1
    assert figure(works, "investments", day, year=2023).value == 1


def test_the_map_has_every_project_with_its_shape(works: Source) -> None:
    rows = map_projects(works, Filters(as_of=date(2025, 6, 30)))
    assert list(rows["code"]) == ["XM-1", "XM-2", "XM-3", "XM-4"]
    assert rows["geometry"][0]["type"] == "LineString"
    assert len(rows["geometry"][0]["coordinates"]) == 2, "the corner that is a metre off goes"
    assert rows["geometry"][1] is None
    assert rows["longitude"].notna().tolist() == [True, True, False, False]
    assert rows["paid_fen"].tolist()[:1] == [6_400 * YUAN]
    assert rows["state"].tolist() == ["accounted", "suspended", "planned", "cancelled"]
    drilled = Filters(as_of=date(2025, 6, 30), drill=(("investment_state", "suspended"),))
    assert map_projects(works, drilled)["id"].tolist() == [2]
    bound = map_projects(works, Filters(as_of=date(2025, 6, 30)), Scope(region="990102"))
    assert bound["id"].tolist() == [2]
    assert map_projects(works, Filters(as_of=date(2020, 1, 1))).empty


def test_audits_findings_and_suspects_of_a_project(engine: Engine) -> None:
    """On both engines: how far an audit is, what is open, and who may see what."""
    with writing(engine) as connection:
        _works(connection)
        add_stages(
            connection,
            1,
            approval=(date(2025, 1, 2), date(2025, 1, 2)),
            scheme=(date(2025, 1, 20), date(2025, 1, 20)),
            delivery=(date(2025, 5, 20), date(2025, 5, 20)),
        )
        connection.execute(insert(InvestmentAudit).values(project_id=1, investment_project_id=1))
        finding = add_finding(
            connection, found=date(2025, 5, 20), facts=[("rectified", date(2025, 6, 10))], amount_fen=100
        )
        connection.execute(insert(InvestmentFinding).values(finding_id=finding, investment_project_id=1))
        told = {"title": "航拍", "location": "影像/1.jpg", "kind": "photo"}
        connection.execute(insert(InvestmentReference).values(investment_project_id=1, **told))
        suspect = {
            "suspect_id": 1,
            "model_code": "M19",
            "entity_reference": "工程2",
            "summary": "逾期",
            "region_code": "990102",
            "section_code": "S2",
            "found_date": date(2025, 5, 25),
            "recorded_at": now(),
            "entity_kind": "project",
            "entity_id": "XM-2",
        }
        connection.execute(insert(Suspect).values(**suspect))
        steps = (
            ("to_issue", date(2025, 5, 25)),
            ("issued", date(2025, 5, 26)),
            ("not_confirmed", date(2025, 6, 20)),
        )
        for state, day in steps:
            values = {"suspect_id": 1, "state": state, "fact_date": day, "recorded_at": now()}
            connection.execute(insert(SuspectStep).values(**values))
        settle(connection)
    source = open_source(engine)
    for day, audited, under_audit, flagged in (
        (date(2025, 1, 19), 0, 0, 0),
        (date(2025, 1, 20), 0, 10_000, 0),
        (date(2025, 5, 19), 0, 10_000, 0),
        (date(2025, 5, 20), 1, 0, 1),
        (date(2025, 5, 25), 1, 0, 2),
        (date(2025, 6, 10), 1, 0, 1),
        (date(2025, 6, 20), 1, 0, 0),
    ):
        assert figure(source, "investments_audited", day).value == audited, day
        assert figure(source, "investment_under_audit", day).value == under_audit * YUAN, day
        assert figure(source, "investments_flagged", day).value == flagged, day
    card = investment_card(source, 1, date(2025, 6, 1), EVERYTHING)
    assert card is not None
    assert [audit.project_code for audit in card.audits] == ["P1"]
    assert [found.finding_id for found in card.findings] == [finding]
    assert [reference.location for reference in card.references] == ["影像/1.jpg"]
    school = investment_card(source, 2, date(2025, 6, 1), Scope(region="990102"))
    assert school is not None
    assert [entry.model_code for entry in school.suspects] == ["M19"]
    assert investment_card(source, 1, date(2025, 6, 1), Scope(region="990102")) is None
    assert investment_card(source, 1, date(2025, 6, 1), Scope(section="S1")) is not None, (
        "its audit is theirs"
    )
    assert investment_card(source, 2, date(2025, 6, 1), Scope(section="S1")) is None
