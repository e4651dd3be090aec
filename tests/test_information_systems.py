"""Figures of government information systems against answers worked out by hand, around each fact's day."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert

from data.engine import connect_to, writing
from data.schema import FindingReport, Report, SystemFinding
from queries.catalog import kpis
from queries.filters import EVERYTHING, Filters, Scope
from queries.information_systems.system_card import system_card
from queries.run import Figure, breakdown, value
from queries.source import Source, open_source
from tests.ledger_rows import add_finding, add_house, settle
from tests.progress_rows import add_calendar, add_stages
from tests.system_rows import (
    add_facility,
    add_facility_use,
    add_money,
    add_resource,
    add_resource_fact,
    add_security,
    add_system,
    add_system_audit,
    add_turn,
    add_use,
)


def _inventories(connection: Connection) -> None:
    """Unit 1: a used system, an idle twin, one that retires. Unit 2: one approved late, one being built."""
    add_house(connection)
    add_calendar(connection)
    add_facility(connection, 1, "government_network")
    add_facility(connection, 2, "private_network", closed_date=date(2025, 6, 30))
    add_facility(connection, 3, "computing", investment_fen=10**6)
    add_facility_use(connection, 3, date(2025, 3, 31), 100, 40)
    add_facility_use(connection, 3, date(2025, 6, 30), 200, 50)
    add_system(connection, 1, functions="协同办公", it_facility_id=1)
    add_system(connection, 2, functions="协同办公 ", it_facility_id=2, connected_date=date(2025, 6, 30))
    add_system(connection, 3, retired_date=date(2025, 6, 30), it_facility_id=2)
    add_system(
        connection,
        4,
        unit_id=2,
        approved_date=date(2020, 6, 2),
        approving_units="发改局、工信局",
        functions=None,
    )
    add_system(connection, 5, unit_id=2, approved_date=date(2025, 6, 30), online_date=None)
    add_use(connection, 1, date(2025, 3, 31), 100, 9, 30)
    add_use(connection, 1, date(2025, 6, 30), 100, 10, 40)
    add_use(connection, 2, date(2025, 6, 30), 50, 0, 0)
    add_security(
        connection,
        1,
        date(2025, 1, 1),
        protection_level="level_3",
        assessed_date=date(2024, 6, 30),
        is_outsourced=True,
        has_domestic_hardware=True,
        has_domestic_os=True,
        has_domestic_database=True,
        has_backup=True,
        has_remote_backup=False,
    )
    add_security(
        connection, 2, date(2025, 1, 1), protection_level="level_1", has_domestic_os=False, has_backup=False
    )
    add_security(connection, 4, date(2025, 1, 1), protection_level="level_2", has_domestic_hardware=True)
    add_security(connection, 4, date(2025, 6, 30), assessed_date=date(2025, 6, 29))
    add_money(connection, 1, 2024, "build", date(2024, 12, 31), 1000, 900)
    add_money(connection, 1, 2025, "maintenance", date(2025, 1, 31), 200, None)
    add_money(connection, 1, 2025, "maintenance", date(2025, 6, 30), 200, 100)
    add_resource(connection, 1, information_system_id=1)
    add_resource_fact(connection, 1, "updated", date(2025, 5, 30), row_count=10)
    add_resource_fact(connection, 1, "shared", date(2025, 1, 1))
    add_resource_fact(connection, 1, "unshared", date(2025, 6, 30))
    add_resource(connection, 2, update_cycle="yearly", sharing_kind="none", is_tax_support=True)
    add_resource_fact(connection, 2, "updated", date(2024, 12, 31), row_count=7)
    add_resource_fact(connection, 2, "used", date(2025, 6, 30), lead_count=3, amount_fen=500)
    add_resource(connection, 3, update_cycle=None, is_tax_support=True, listed_date=date(2025, 6, 30))
    add_stages(connection, 1, delivery=(None, date(2023, 9, 1)))
    add_stages(connection, 2, delivery=(None, date(2025, 6, 30)))
    add_system_audit(connection, 1, "independent", 1)
    add_system_audit(connection, 2, "combined", 1, 2)
    for unit, year in ((1, 2023), (2, 2023), (2, 2024), (1, 2026)):
        add_turn(connection, unit, year, listed_date=date(2023, 1, 1))
    for number, found in ((1, date(2024, 1, 10)), (2, date(2024, 1, 10))):
        finding = add_finding(connection, project=number, found=found)
        connection.execute(insert(SystemFinding).values(information_system_id=number, finding_id=finding))
    reports = (
        ("audit_report", 1, date(2024, 1, 10), None),
        ("work_report", None, date(2025, 6, 30), None),
        ("audit_report", 2, date(2024, 2, 1), "special_survey"),
    )
    for number, (kind, project, day, way) in enumerate(reports, start=1):
        connection.execute(
            insert(Report).values(
                report_id=number,
                report_kind=kind,
                document_number=f"R{number}",
                project_id=project,
                delivered_date=day,
                carrying_way=way,
            )
        )
    for finding, report in ((1, 1), (1, 2), (2, 3)):
        connection.execute(insert(FindingReport).values(finding_id=finding, report_id=report))


@pytest.fixture(scope="module")
def source(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Source]:
    folder = tmp_path_factory.mktemp("systems")
    engine = connect_to(f"sqlite:///{shutil.copy(sqlite_template, folder / 'audit.db')}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIT_VAR_DIR", str(folder))
        with writing(engine) as connection:
            _inventories(connection)
            settle(connection)
        yield open_source(engine)
    engine.dispose()


def of(source: Source, name: str, day: date, scope: Scope = EVERYTHING, year: int | None = None) -> Figure:
    return value(source, kpis()[name], Filters(as_of=day, year=year), scope)


BEFORE, DAY = date(2025, 6, 29), date(2025, 6, 30)


@pytest.mark.parametrize(
    ("name", "before", "on_the_day"),
    [
        # System 3 retires on the day; 4 is in use, 5 is being built.
        ("systems", 4, 3),
        # The newest count of system 2 is the first, of that day.
        ("systems_idle", 0, 1),
        ("system_idle_rate", 0, 1 / 2),
        # Nine of a hundred are too few, ten are enough; nobody of fifty is too few again.
        ("system_low_use_rate", 1, 1 / 2),
        ("system_active_rate", 0.09, 10 / 150),
        # Two of three with functions; 4 has none. Before that 3 counts as well.
        ("system_duplicate_rate", 2 / 3, 1),
        ("systems_unapproved", 1, 1),
        ("systems_approved_by_several", 1, 1),
        # 1 runs on the extranet, 2 is connected on the day; of 4 nothing is said.
        ("system_extranet_rate", 1 / 3, 1),
        # Level 3 holds a year to the day; level 2 is assessed only by the later row.
        ("system_assessment_rate", 1 / 2, 1),
        ("system_backup_rate", 1 / 2, 1 / 2),
        ("systems_without_remote_backup", 1, 1),
        # 2 has a system that is not; of 4 too little is known.
        ("system_controllable_rate", 1 / 2, 1 / 2),
        ("systems_outsourced_at_risk", 1, 1),
        ("system_budget", 120_000, 120_000),
        ("system_spending", 90_000, 100_000),
        ("system_execution_rate", 0.9, 1000 / 1200),
        ("system_maintenance_share", 0, 0.1),
        # Monthly from 30 May: in time on 30 June, the last day of the month after.
        ("resource_update_rate", 1, 1),
        ("resource_sharing_rate", 1, 0),
        ("information_resources", 2, 3),
        ("tax_collection_rate", 1, 1 / 2),
        ("tax_use_rate", 0, 1),
        ("tax_rows", 0, 0),
        ("tax_leads", 0, 3),
        ("tax_collected", 0, 500),
        ("it_facilities", 3, 2),
        ("private_networks", 1, 0),
        ("computing_use_rate", 0.4, 0.25),
        # Project 2 of the plan of 2024 delivers on the day; until then its turn is in hand.
        ("rotation_rate", 1 / 3, 2 / 3),
        ("rotation_missed", 1, 1),
        ("rotation_turns", 4, 4),
        ("system_units_audited_rate", 1 / 2, 1),
        ("system_audits", 3, 3),
        ("system_citations", 2, 3),
        ("findings_cited_by_several", 0, 1),
    ],
)
def test_the_day_before_and_the_day(source: Source, name: str, before: float, on_the_day: float) -> None:
    assert of(source, name, BEFORE).value == pytest.approx(before), "the day before"
    assert of(source, name, DAY).value == pytest.approx(on_the_day), "the day"


def test_a_day_after_its_cycle_a_resource_is_late_and_an_assessment_over(source: Source) -> None:
    after = date(2025, 7, 1)
    assert of(source, "resources_late", DAY).value == 0
    assert of(source, "resources_late", after).value == 1
    states = {
        g.code: g.figure.value
        for g in breakdown(source, kpis()["systems"], Filters(as_of=after), "assessment_state")
    }
    assert states == {"expired": 1, "not_asked": 1, "valid": 1}


def test_money_is_told_by_its_own_year(source: Source) -> None:
    assert of(source, "system_spending", DAY, year=2024).value == 90_000
    assert of(source, "system_spending", DAY, year=2025).value == 10_000
    assert of(source, "system_budget", date(2025, 1, 30)).value == 100_000, "not before its budget is known"


def test_the_way_of_a_report_is_stated_or_that_of_its_project(source: Source) -> None:
    ways = breakdown(source, kpis()["system_citations"], Filters(as_of=DAY), "carrying_way")
    assert {way.code: way.figure.value for way in ways} == {
        "comprehensive": 1,
        "department_budget": 1,
        "special_survey": 1,
    }


def test_turns_stand_by_their_years(source: Source) -> None:
    turns = breakdown(source, kpis()["rotation_turns"], Filters(as_of=DAY), "rotation_state")
    assert {turn.code: turn.figure.value for turn in turns} == {"audited": 2, "missed": 1, "coming": 1}


def test_a_bound_reader_has_the_systems_of_their_district(source: Source) -> None:
    assert of(source, "systems", DAY, Scope(region="990102")).value == 1
    assert of(source, "systems", DAY, Scope(section="S1")).rows == 0
    assert system_card(source, 1, DAY, Scope(region="990102")) is None


def test_the_card_of_a_system_is_that_of_the_day(source: Source) -> None:
    card = system_card(source, 1, BEFORE, EVERYTHING)
    assert card is not None
    assert (card.standing.use_state, card.standing.active_rate, card.standing.system_cost_fen) == (
        "low",
        0.09,
        90_000,
    )
    assert [count.fact_date for count in card.counts] == [date(2025, 3, 31)]
    assert [(entry.year, entry.spent_fen) for entry in card.money] == [(2024, 90_000), (2025, None)]
    assert [line.project_state for line in card.audits] == ["not_started", "finished"]
    assert len(card.findings) == 1
    assert [each.is_shared for each in card.resources] == [True]
    assert system_card(source, 5, BEFORE, EVERYTHING) is None, "approved on the day after"
