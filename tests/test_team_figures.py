"""Staff on a day by dated records, person-days from the diary, offers, documents, loans: reckoned by hand."""

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from data.bureau import set_value
from data.engine import connect_to, writing
from data.schema import PromotionRule, WorkRecord
from queries.catalog import kpis
from queries.filters import EVERYTHING, Filters, Scope
from queries.rows import detail, seen_columns
from queries.run import breakdown, value
from queries.source import Source, open_source
from tests.ledger_rows import add_house, settle
from tests.progress_rows import add_calendar
from tests.team_rows import (
    MOMENT,
    add_archive,
    add_auditor,
    add_document,
    add_entry,
    add_loan,
    add_offer,
    add_record,
    add_training,
)

TODAY = date(2026, 6, 30)
MONDAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def source(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Source:
    """One small team for all tests, which only ask."""
    folder = tmp_path_factory.mktemp("team")
    engine = connect_to(f"sqlite:///{shutil.copy(sqlite_template, folder / 'audit.db')}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIT_VAR_DIR", str(folder))
        with writing(engine) as connection:
            add_house(connection)
            add_calendar(connection)
            _people(connection)
            _work(connection)
            _papers(connection)
            set_value(connection, "as_of", TODAY.isoformat())
            settle(connection)
        opened = open_source(engine)
    engine.dispose()
    return opened


def _people(connection) -> None:
    add_auditor(connection, 1, civil_class="professional")  # 35 until 2026-06-29
    add_auditor(connection, 2, birth_date=date(1976, 7, 1))  # 49 on 2026-06-30, 50 the day after
    add_auditor(connection, 3, civil_class="general", section_code="S2", left_date=date(2026, 6, 1))
    add_record(connection, 1, "qualification", "junior", date(2018, 5, 1))
    add_record(connection, 1, "qualification", "intermediate", date(2022, 5, 1))
    add_record(connection, 1, "talent", "backbone", date(2024, 1, 1))
    add_record(connection, 1, "computer_intermediate", "yes", date(2023, 3, 1))
    add_record(connection, 1, "rank", "principal_3", date(2022, 7, 1))
    add_record(connection, 1, "rank", "principal_2", date(2024, 7, 1))
    add_record(connection, 2, "rank", "principal_1", date(2023, 1, 1))
    add_training(connection, "R", "data_analysis", date(2024, 6, 30), {1: date(2024, 6, 30), 2: None})
    add_training(connection, "C", "computer_intermediate", date(2026, 9, 1), {2: None})
    add_training(connection, "X", "law_conduct", date(2025, 3, 3), {1: None}, cancelled=date(2025, 2, 1))
    connection.execute(PromotionRule.__table__.insert().values(staff_rank="principal_1", years=4))


def _work(connection) -> None:
    def register(week: date, half_days: int, project: int = 1) -> None:
        values = {"project_id": project, "staff_id": 1, "week_date": week, "mode": "on_site"}
        connection.execute(
            WorkRecord.__table__.insert().values(**values, half_days=half_days, recorded_at=MOMENT)
        )

    register(MONDAY - timedelta(days=7), 10)
    register(MONDAY, 10)  # the diary speaks of this week
    register(MONDAY, 4, project=2)  # but not of this project in it
    register(MONDAY + timedelta(days=7), 6)  # nor of this week: what was written was taken back
    add_entry(connection, 1, MONDAY, 16, project=1)
    wrong = add_entry(connection, 1, MONDAY + timedelta(days=1), 16, project=1)
    add_entry(connection, 1, MONDAY + timedelta(days=1), 7, project=1, replaces=wrong)
    back = add_entry(connection, 1, MONDAY + timedelta(days=8), 8, project=1)
    add_entry(connection, 1, MONDAY + timedelta(days=8), 0, project=1, replaces=back)
    add_entry(connection, 2, MONDAY, 4, project=None)


def _papers(connection) -> None:
    add_offer(connection, "B1", date(2026, 3, 1), [("claimed", 1, date(2026, 1, 8))])
    turns = [
        ("chosen", 1, date(2026, 2, 2)),
        ("delivered", 1, date(2026, 3, 1)),
        ("returned", 1, date(2026, 3, 2)),
    ]
    turns += [("delivered", 1, date(2026, 3, 9)), ("accepted", 1, date(2026, 3, 10))]
    add_offer(connection, "B2", date(2026, 3, 1), turns)
    of_all = {"section_code": None, "offered_date": date(2026, 4, 1)}
    add_offer(connection, "B3", date(2026, 12, 31), [], **of_all)
    steps = [("assigned", date(2026, 6, 2), {"section_code": "S1"})]
    steps += [("extended", date(2026, 6, 9), {"new_due_date": date(2026, 6, 20)})]
    add_document(
        connection, "D1", date(2026, 6, 1), date(2026, 6, 10), [*steps, ("finished", date(2026, 6, 20), {})]
    )
    add_document(connection, "D2", date(2026, 6, 1), date(2026, 6, 10), [])
    add_document(connection, "D3", date(2026, 6, 1), None, [], direction="out")
    lent = {"decided_at": datetime.fromisoformat("2026-06-02T01:00"), "is_granted": True}
    back = {"returned_at": datetime.fromisoformat("2026-06-16T17:00")}  # 01:00 on the 17th in China
    asked = datetime.fromisoformat("2026-06-01T17:00")  # 01:00 on the 2nd
    add_loan(
        connection, add_archive(connection, "A1", date(2026, 5, 1)), asked, date(2026, 6, 15), **lent, **back
    )


def of(source: Source, name: str, day: date) -> tuple[float | None, int | None, int | None]:
    figure = value(source, kpis()[name], Filters(as_of=day))
    return figure.value, figure.numerator, figure.denominator


def test_shares_of_years_gone_by_follow_from_dated_records(source: Source) -> None:
    assert of(source, "qualification_share", date(2022, 4, 30)) == (0, 0, 3)  # junior until that day
    assert of(source, "qualification_share", date(2022, 5, 1))[1:] == (1, 3)
    assert of(source, "qualification_share", date(2026, 6, 1))[1:] == (1, 2)  # one has left
    # Of the professional class: 1, and 2 whose class is not on record; not 3.
    assert of(source, "talent_share", date(2023, 12, 31))[1:] == (0, 2)
    assert of(source, "talent_share", date(2024, 1, 1))[1:] == (1, 2)


def test_what_has_no_date_is_not_known_of_years_gone_by(source: Source) -> None:
    """The three persons have no undated statement; with one, a year gone by has no data (plan indicators)."""
    assert of(source, "computer_certificate_rate", date(2023, 2, 28))[1:] == (0, 2)  # 1 and 3; 2 is 46
    assert of(source, "computer_certificate_rate", date(2023, 3, 1))[1:] == (1, 2)


def test_rotation_training_counts_for_24_months_of_those_under_50(source: Source) -> None:
    assert of(source, "rotation_training_rate", date(2026, 6, 29))[1:] == (1, 2)
    assert of(source, "rotation_training_rate", date(2026, 6, 30))[1:] == (0, 2)  # 24 months are over
    assert of(source, "rotation_training_rate", date(2026, 7, 1))[1:] == (0, 1)  # 2 is 50
    assert of(source, "training_completion_rate", date(2026, 6, 30))[1:] == (
        1,
        2,
    )  # cancelled, to come: neither


def test_promotion_is_reminded_of_by_the_years_set(source: Source) -> None:
    def names(name: str, day: date) -> list[str]:
        return detail(source, kpis()[name], Filters(as_of=day))["staff_code"].tolist()

    assert names("promotions_soon", date(2025, 12, 31)) == []
    assert names("promotions_soon", date(2026, 1, 1)) == ["T1"]  # 2024-07-01 and two years, the usual ones
    assert names("promotions_due", date(2026, 6, 30)) == []
    assert names("promotions_due", date(2026, 7, 1)) == ["T1"]
    assert names("promotions_due", date(2026, 12, 31)) == ["T1"]  # the bureau waits four years for the other
    assert names("promotions_due", date(2027, 1, 1)) == ["T2", "T1"] or names(
        "promotions_due", date(2027, 1, 1)
    ) == ["T1", "T2"]


def test_person_days_come_from_the_diary_where_there_is_one(source: Source) -> None:
    def days(day: date) -> float | None:
        return of(source, "person_days", day)[0]

    assert days(MONDAY - timedelta(days=4)) is None  # the week counts from its Friday
    assert days(MONDAY - timedelta(days=3)) == 5
    assert days(MONDAY) == 5 + 1  # sixteen half hours, from the day itself
    assert days(MONDAY + timedelta(days=1)) == 5 + 1 + 7 / 16  # as corrected
    assert days(MONDAY + timedelta(days=4)) == 5 + 1 + 7 / 16 + 2  # the register of the other project
    assert days(TODAY) == 5 + 1 + 7 / 16 + 2 + 3  # the diary of the week after was taken back
    assert of(source, "diary_share", TODAY)[1:] == (23, 23 + 80 + 32 + 48)
    # As load of persons, with what belongs to no project.
    assert of(source, "staff_days", TODAY)[0] == 11 + 7 / 16 + 4 / 16
    assert of(source, "diary_entries", TODAY)[0] == 3


def test_offers_stand_as_their_turns_have_it(source: Source) -> None:
    def states(day: date) -> dict[str, int]:
        found = breakdown(source, kpis()["offers"], Filters(as_of=day), "offer_state")
        return {group.code: group.figure.rows for group in found}

    assert states(date(2026, 1, 7)) == {"open": 2}
    assert states(date(2026, 1, 8)) == {"claimed": 1, "open": 1}
    assert states(date(2026, 3, 1)) == {"claimed": 1, "delivered": 1}
    assert states(date(2026, 3, 2)) == {"overdue": 2}  # sent back on the day after the last one
    assert states(date(2026, 3, 10)) == {"overdue": 1, "accepted": 1}
    assert of(source, "offers_on_time", date(2026, 3, 10))[1:] == (0, 2)  # delivered anew after its day


def test_what_is_put_up_for_the_whole_bureau_is_seen_by_all(source: Source) -> None:
    def seen(scope: Scope) -> list[str]:
        return detail(source, kpis()["offers"], Filters(as_of=TODAY), scope)["offer_code"].tolist()

    assert seen(EVERYTHING) == ["B1", "B2", "B3"]
    assert seen(Scope(section="S1")) == ["B1", "B2", "B3"]
    assert seen(Scope(section="S2")) == ["B3"]
    assert seen(Scope(region="990101")) == ["B3"]


def test_documents_and_loans_by_their_last_day(source: Source) -> None:
    def count(name: str, day: date) -> float | None:
        return of(source, name, day)[0]

    assert count("documents_open", date(2026, 6, 1)) == 2  # what was sent without a deadline is finished
    assert count("documents_overdue", date(2026, 6, 10)) == 0
    assert count("documents_overdue", date(2026, 6, 11)) == 1  # the other was extended
    assert of(source, "documents_on_time", date(2026, 6, 20))[1:] == (1, 2)
    assert count("archive_loans", date(2026, 6, 1)) is None
    assert count("archive_loans_overdue", date(2026, 6, 15)) == 0
    assert count("archive_loans_overdue", date(2026, 6, 16)) == 1
    assert count("archive_loans_overdue", date(2026, 6, 17)) == 0


def test_who_it_is_stays_hidden_without_the_right(source: Source) -> None:
    kpi, filters = kpis()["staff_in_service"], Filters(as_of=MONDAY)
    hidden = Scope()
    assert hidden == EVERYTHING, "the same rows"
    assert set(seen_columns(kpi, hidden)) == {"section", "is_business"}
    assert set(detail(source, kpi, filters, hidden).columns) == {"section", "is_business"}
    assert "staff_id" in detail(source, kpi, filters).columns
    drilled = Filters(as_of=TODAY, drill=(("staff", "1"),))
    assert value(source, kpis()["staff_days"], drilled).rows == 5
    assert value(source, kpis()["staff_days"], drilled, hidden).rows == 0
    bound = Scope(section="S2", sees_staff=True)
    assert detail(source, kpi, Filters(as_of=date(2026, 5, 31)), bound)["staff_code"].tolist() == ["T3"]
