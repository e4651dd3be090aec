"""The figures of the data room on hand-made rows: connected sources, due data, requests, movements."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import Connection, Engine, select

from data.access.roles import NotPermittedError, User
from data.data_room.idle_limit import IdleLimitError, idle_limit, set_idle_limit
from data.engine import reading, writing
from data.schema import Event
from queries.catalog import kpis
from queries.filters import Filters
from queries.rows import detail
from queries.run import value
from queries.source import open_source
from tests import data_room_rows as made
from tests.ledger_rows import add_house, settle

Figures = Callable[[str, date], object]


@pytest.fixture
def house(sqlite_engine: Engine) -> Callable[[Callable[[Connection], object]], Figures]:
    """Gives the figures over what a function writes."""

    def built(write: Callable[[Connection], object]) -> Figures:
        with writing(sqlite_engine) as connection:
            add_house(connection)
            write(connection)
            settle(connection)
        source = open_source(sqlite_engine)
        return lambda name, day: value(source, kpis()[name], Filters(as_of=day)).value

    return built


def test_a_source_is_connected_from_its_first_day_to_the_day_before_its_end(house):
    def write(connection):
        made.add_source(
            connection, "LY1", connected_date=date(2025, 1, 10), disconnected_date=date(2025, 3, 1)
        )
        made.add_source(connection, "LY2")
        made.add_source(connection, "LY3", can_connect=False)

    figure = house(write)
    assert figure("network_collection_rate", date(2025, 1, 9)) == 0
    assert figure("network_collection_rate", date(2025, 1, 10)) == 0.5
    assert figure("network_collection_rate", date(2025, 2, 28)) == 0.5
    assert figure("network_collection_rate", date(2025, 3, 1)) == 0


def test_a_source_can_be_connected_since_its_day_or_always(house):
    def write(connection):
        made.add_source(connection, "LY1", connected_date=date(2024, 6, 1))
        made.add_source(connection, "LY2", connectable_date=date(2025, 2, 1))
        made.add_source(connection, "LY3", connectable_date=date(2025, 1, 1), can_connect=False)

    figure = house(write)
    assert figure("network_collection_rate", date(2025, 1, 31)) == 1
    assert figure("network_collection_rate", date(2025, 2, 1)) == 0.5


def test_a_source_fails_until_something_comes_after_the_failure(house):
    def write(connection):
        source = made.add_source(connection, "LY1", connected_date=date(2025, 1, 1))
        made.add_arrival(connection, source, date(2025, 2, 1))
        made.add_arrival(connection, source, date(2025, 2, 5), is_failed=True)
        made.add_arrival(connection, source, date(2025, 2, 9))

    figure = house(write)
    days = {day: figure("sources_failing", date(2025, 2, day)) for day in (4, 5, 8, 9)}
    assert days == {4: 0, 5: 1, 8: 1, 9: 0}


@pytest.mark.parametrize(
    ("day", "state", "due"),
    [
        (date(2024, 2, 28), "not_collected", date(2024, 3, 31)),
        (date(2024, 3, 1), "due_soon", date(2024, 3, 31)),
        (date(2024, 3, 31), "overdue", date(2024, 6, 30)),  # due on the day, and nothing is there
        (date(2024, 4, 20), "current", date(2024, 6, 30)),  # came late, but came
        (date(2024, 5, 30), "current", date(2024, 6, 30)),
        (date(2024, 6, 30), "current", date(2024, 9, 30)),  # what came after the due date before covers it
        (date(2024, 8, 31), "due_soon", date(2024, 9, 30)),
        (date(2024, 9, 30), "overdue", date(2024, 12, 31)),
    ],
)
def test_what_is_due_is_there_when_it_came_after_the_due_date_before(sqlite_engine, day, state, due):
    with writing(sqlite_engine) as connection:
        add_house(connection)
        dataset = made.add_dataset(connection, "a", date(2024, 4, 20))
        made.add_item(connection, "ML1", dataset_id=dataset)
        settle(connection)
    rows = detail(open_source(sqlite_engine), kpis()["catalogue_items"], Filters(as_of=day))
    assert list(rows["catalogue_state"]) == [state]
    assert [str(found)[:10] for found in rows["limit_date"]] == [due.isoformat()]


def test_an_item_without_a_cycle_is_due_once(house):
    def write(connection):
        made.add_item(connection, "ML1", cycle_months=None, first_due_date=date(2025, 3, 31))
        made.add_item(connection, "ML2", cycle_months=None, first_due_date=None)
        made.add_item(connection, "ML3", retired_date=date(2025, 3, 31))

    figure = house(write)
    assert figure("catalogue_items", date(2025, 3, 30)) == 3
    assert figure("catalogue_overdue", date(2025, 3, 30)) == 1  # ML3, until it is retired
    assert figure("catalogue_items", date(2025, 3, 31)) == 2
    assert figure("catalogue_overdue", date(2026, 3, 31)) == 1
    assert figure("catalogue_coverage", date(2026, 3, 31)) == 0


def test_a_request_is_late_the_day_after_it_was_due(house):
    def write(connection):
        asked, due = date(2025, 3, 1), date(2025, 3, 15)
        made.add_request(connection, "R1", asked, due, received_date=due)
        made.add_request(connection, "R2", asked, due, received_date=date(2025, 3, 16))
        made.add_request(connection, "R3", asked, due)
        made.add_request(connection, "R4", asked, due, refused_date=date(2025, 3, 10))

    figure = house(write)
    assert figure("data_requests", date(2025, 2, 28)) is None  # nothing was asked for yet
    assert figure("data_requests_overdue", date(2025, 3, 15)) == 0
    assert figure("data_requests_overdue", date(2025, 3, 16)) == 1
    assert figure("data_requests_refused", date(2025, 3, 9)) == 0
    assert figure("data_requests_refused", date(2025, 3, 10)) == 1
    assert figure("data_requests_on_time", date(2025, 3, 15)) == 1  # R1 alone is decided
    assert figure("data_requests_on_time", date(2025, 3, 16)) == 0.25


def test_what_was_taken_is_overdue_until_it_is_returned(house):
    def write(connection):
        back = date(2025, 3, 31)
        made.add_movement(connection, "receipt", date(2025, 3, 1), back=back, closed=date(2025, 4, 5))
        made.add_movement(connection, "collection", date(2025, 3, 1))

    figure = house(write)
    days = {day: figure("returns_overdue", day) for day in (date(2025, 3, 31), date(2025, 4, 1))}
    assert list(days.values()) == [0, 1]
    assert figure("returns_overdue", date(2025, 4, 5)) == 0
    assert figure("data_movements", date(2025, 4, 5)) == 2


def test_a_dataset_is_idle_after_180_days_without_version_and_use(house):
    def write(connection):
        dataset = made.add_dataset(connection, "a", date(2025, 1, 1), rows=10)
        made.use_dataset(connection, dataset, date(2025, 3, 1))
        made.add_dataset(connection, "b", date(2025, 1, 1), date(2025, 2, 1), rows=5)

    figure = house(write)
    assert figure("dataset_rows", date(2025, 1, 31)) == 15
    assert figure("dataset_rows", date(2025, 2, 1)) == 20
    assert figure("idle_datasets", date(2025, 7, 31)) == 0
    assert figure("idle_datasets", date(2025, 8, 1)) == 1
    assert figure("idle_datasets", date(2025, 8, 28)) == 1
    assert figure("idle_datasets", date(2025, 8, 29)) == 2


def test_the_bureau_sets_after_how_many_days_a_dataset_is_idle(sqlite_engine):
    keeper = User("keeper", "数据室", frozenset({"data_room"}))
    with writing(sqlite_engine) as connection:
        add_house(connection)
        made.add_dataset(connection, "a", date(2025, 1, 1), rows=10)
        settle(connection)
        assert idle_limit(connection) == 180
    set_idle_limit(sqlite_engine, keeper, 90)
    set_idle_limit(sqlite_engine, keeper, 90)

    def idle(day: date) -> object:
        return value(open_source(sqlite_engine), kpis()["idle_datasets"], Filters(as_of=day)).value

    assert (idle(date(2025, 4, 1)), idle(date(2025, 4, 2))) == (0, 1)
    for days in (29, 3651):
        with pytest.raises(IdleLimitError):
            set_idle_limit(sqlite_engine, keeper, days)
    for other in (replace(keeper, section_code="S1"), replace(keeper, roles=frozenset({"auditor"}))):
        with pytest.raises(NotPermittedError):
            set_idle_limit(sqlite_engine, other, 60)
    with reading(sqlite_engine) as connection:
        assert idle_limit(connection) == 90
        kinds = list(connection.scalars(select(Event.kind).order_by(Event.event_id)))
    assert kinds[1:] == ["bureau_setting_changed", "action_refused", "action_refused"]


def test_an_undertaking_counts_its_person_until_its_last_day(house):
    def write(connection):
        first, second, third = (made.add_person(connection, name) for name in ("a", "b", "c"))
        made.add_undertaking(connection, first, date(2025, 1, 1), date(2025, 3, 31))
        made.add_undertaking(connection, second, date(2025, 1, 1), date(2025, 3, 31))
        made.add_undertaking(connection, second, date(2025, 3, 20), date(2026, 3, 19))  # renewed in time
        withdrawn = {"withdrawn_date": date(2025, 2, 10)}
        made.add_undertaking(connection, third, date(2025, 2, 1), date(2026, 1, 31), **withdrawn)

    figure = house(write)
    valid = {
        date(2025, 1, 31): 2,
        date(2025, 2, 1): 3,
        date(2025, 2, 10): 2,
        date(2025, 3, 31): 2,
        date(2025, 4, 1): 1,
    }
    assert {day: figure("undertakings_valid", day) for day in valid} == valid
    expiring = {date(2025, 2, 28): 0, date(2025, 3, 1): 2, date(2025, 3, 19): 2, date(2025, 3, 20): 1}
    assert {day: figure("undertakings_expiring", day) for day in expiring} == expiring
    assert figure("undertakings_expiring", date(2025, 4, 1)) == 0
    assert figure("undertakings_valid", date(2024, 12, 31)) is None


def test_a_request_for_an_output_waits_until_it_is_decided_or_withdrawn(house):
    def write(connection):
        made.add_person(connection, "auditor")
        asked, done = date(2025, 3, 1), date(2025, 3, 5)
        made.add_output(connection, "auditor", asked)
        made.add_output(connection, "auditor", asked, decided=done, is_granted=True, taken=date(2025, 3, 9))
        made.add_output(connection, "auditor", asked, decided=done, is_granted=False)
        made.add_output(connection, "gone", asked, withdrawn=date(2025, 3, 7))

    figure = house(write)
    days = {1: 4, 4: 4, 5: 2, 6: 2, 7: 1, 9: 1}
    assert {day: figure("outputs_waiting", date(2025, 3, day)) for day in days} == days


def test_persons_are_called_by_name_in_the_ledgers(sqlite_engine):
    with writing(sqlite_engine) as connection:
        add_house(connection)
        made.add_person(connection, "auditor", display_name="王审")
        for name in ("auditor", "gone"):
            made.add_output(connection, name, date(2025, 3, 1))
            made.add_undertaking(connection, name, date(2025, 1, 1), date(2026, 1, 1))
            made.add_booking(connection, datetime(2025, 3, 1, 9), user_name=name)  # noqa: DTZ001
            made.add_movement(connection, "collection", date(2025, 3, 1), person=name)
        settle(connection)
    source, there = open_source(sqlite_engine), Filters(as_of=date(2025, 3, 2))
    for kpi, column in (
        ("outputs_waiting", "booked_by"),
        ("undertakings_valid", "signatory"),
        ("room_bookings", "booked_by"),
        ("data_movements", "moved_by"),
    ):
        assert set(detail(source, kpis()[kpi], there)[column]) == {"王审（auditor）", "gone"}, kpi
