"""Requests to units, items and their datasets, sources and what came: who may, which rules, what is kept."""

import threading
from datetime import date

import pytest
from sqlalchemy import Engine, select, update

from data.access.roles import COMMAND_LINE, NotPermittedError, User
from data.bureau import set_value
from data.data_room.catalogue_items import ItemError, fill_item
from data.data_room.requests import NewRequest, RequestError, RequestStep, ask_unit, record_request_step
from data.data_room.sources import NewArrival, SourceError, connect_source, record_arrival, source_id
from data.engine import reading, writing
from data.events import first_broken_link
from data.schema import CatalogueItem, DataRequest, DataRequestStep, DataSource, Event, SourceArrival
from queries.cards.catalogue_item_card import catalogue_item_card
from queries.cards.request_card import request_card
from queries.cards.source_card import source_card
from queries.catalog import kpis
from queries.filters import EVERYTHING, Filters, Scope
from queries.run import value
from queries.source import open_source
from tests import data_room_rows as made
from tests.dataset_rows import bring, signed
from tests.ledger_rows import add_house, settle

TODAY = date(2025, 6, 30)
KEEPER = User("keeper", "数据室", frozenset({"data_room"}))
FOREIGN = User("foreign", "二区数据室", frozenset({"data_room"}), region_code="990102")
AUDITOR = User("auditor", "审计", frozenset({"auditor"}))
ASKED = date(2025, 6, 2)


@pytest.fixture
def room(engine: Engine) -> Engine:
    return prepared(engine)


@pytest.fixture
def sqlite_room(sqlite_engine: Engine) -> Engine:
    return prepared(sqlite_engine)


def prepared(engine: Engine) -> Engine:
    with writing(engine) as connection:
        add_house(connection)
        set_value(connection, "as_of", TODAY.isoformat())
        source = made.add_source(connection, "LY1", connected_date=date(2025, 1, 1))
        made.add_dataset(connection, "a", date(2025, 4, 5), date(2025, 6, 20), data_source_id=source)
        made.add_item(
            connection, "ML1", cycle_months=1, first_due_date=date(2025, 3, 31), data_source_id=source
        )
        made.add_request(connection, "R1", ASKED, date(2025, 6, 16))
        settle(connection)
    return engine


def events(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        assert first_broken_link(connection)[0] is None
        return list(connection.scalars(select(Event.kind).order_by(Event.event_id)))


def state(engine: Engine, request: int, day: date = TODAY) -> tuple[str, int, int]:
    with reading(engine) as connection:
        card = request_card(open_source(engine), connection, request, day, EVERYTHING)
    assert card
    return card.standing.state, card.standing.reminders, card.standing.parts_received


def new(**values: object) -> NewRequest:
    usual = {"unit_id": 1, "requested": " 账套 ", "asked_date": ASKED, "due_date": date(2025, 6, 20)}
    return NewRequest(**usual | values)  # type: ignore[arg-type]


def test_a_request_lives_from_asking_to_receipt_and_back(room: Engine) -> None:
    number = ask_unit(room, KEEPER, new(project_id=2))
    with reading(room) as connection:
        row = connection.execute(
            select(DataRequest.request_code, DataRequest.requested, DataRequest.section_code).where(
                DataRequest.data_request_id == number
            )
        ).one()
    assert tuple(row) == ("XQ-2025-001", "账套", "S2")
    for step in (
        RequestStep("reminded", date(2025, 6, 21)),
        RequestStep("received_part", date(2025, 6, 23), "先给一半"),
        RequestStep("refused", date(2025, 6, 24), "无权导出"),
        RequestStep("received", date(2025, 6, 25), dataset_id=1),
    ):
        record_request_step(room, KEEPER, number, step)
    assert state(room, number) == ("received_late", 1, 1)
    assert state(room, number, date(2025, 6, 24)) == ("refused", 1, 1)
    assert state(room, number, date(2025, 6, 22)) == ("overdue", 1, 0)
    assert state(room, number, date(2025, 6, 20)) == ("awaited", 0, 0)
    record_request_step(room, KEEPER, number, RequestStep("taken_back", TODAY, "登错了单位"))
    assert state(room, number) == ("overdue", 1, 1)
    assert events(room)[-6:] == ["data_request_made", *["data_request_step_recorded"] * 5]
    with reading(room) as connection:
        card = request_card(open_source(room), connection, number, TODAY, EVERYTHING)
    assert card
    assert [step.kind for step in card.steps] == [
        "reminded",
        "received_part",
        "refused",
        "received",
        "taken_back",
    ]
    assert card.standing.dataset is None


@pytest.mark.parametrize(
    "request_",
    [
        new(requested=" "),
        new(asked_date=date(2025, 7, 1)),
        new(due_date=date(2025, 6, 1)),
        new(unit_id=99),
        new(project_id=99),
        new(section_code="S9"),
    ],
)
def test_what_cannot_be_asked_for(sqlite_room: Engine, request_: NewRequest) -> None:
    with pytest.raises(RequestError):
        ask_unit(sqlite_room, KEEPER, request_)
    assert "data_request_made" not in events(sqlite_room)


@pytest.mark.parametrize(
    "step",
    [
        RequestStep("received", date(2025, 7, 1)),
        RequestStep("received", date(2025, 6, 1)),
        RequestStep("refused", TODAY),
        RequestStep("taken_back", TODAY, "没有可撤的"),
        RequestStep("received", TODAY, dataset_id=99),
        RequestStep("reminded", TODAY, "长" * 2001),
    ],
    ids=["future", "before asking", "no reason", "nothing there", "no dataset", "endless"],
)
def test_a_step_against_the_rules_leaves_nothing_behind(sqlite_room: Engine, step: RequestStep) -> None:
    with pytest.raises(RequestError):
        record_request_step(sqlite_room, KEEPER, 1, step)
    with reading(sqlite_room) as connection:
        assert connection.execute(select(DataRequestStep.kind)).all() == []


@pytest.mark.parametrize("user", [AUDITOR, FOREIGN], ids=lambda user: user.user_name)
def test_only_who_keeps_the_data_room_there_writes(sqlite_room: Engine, user: User) -> None:
    room = sqlite_room
    for act in (
        lambda: ask_unit(room, user, new()),
        lambda: record_request_step(room, user, 1, RequestStep("received", TODAY)),
        lambda: fill_item(room, user, 1, 1, None),
        lambda: connect_source(room, user, 1, None),
        lambda: record_arrival(room, user, 1, NewArrival(TODAY)),
    ):
        with pytest.raises(NotPermittedError):
            act()
    assert events(room)[-5:] == ["action_refused"] * 5


def test_of_two_receipts_at_once_one_is_told(room: Engine) -> None:
    outcomes: list[str] = []
    start = threading.Barrier(2)

    def receive() -> None:
        start.wait()
        try:
            record_request_step(room, KEEPER, 1, RequestStep("received", TODAY))
            outcomes.append("done")
        except RequestError as error:
            outcomes.append(str(error))

    threads = [threading.Thread(target=receive) for __ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(outcome == "done" for outcome in outcomes) == [False, True]
    with reading(room) as connection:
        assert len(connection.execute(select(DataRequestStep.kind)).all()) == 1


def test_an_item_is_filled_by_a_dataset_and_its_versions_count_as_arrivals(room: Engine) -> None:
    def figure(name: str, day: date) -> object:
        return value(open_source(room), kpis()[name], Filters(as_of=day)).value

    assert figure("catalogue_coverage", TODAY) == 0
    fill_item(room, KEEPER, 1, 1, date(2025, 6, 1))
    assert figure("catalogue_coverage", TODAY) == 1
    assert figure("catalogue_coverage", date(2025, 4, 4)) == 0, "the first version came the day after"
    assert figure("catalogue_standardised", TODAY) == 1
    card = catalogue_item_card(open_source(room), 1, TODAY, EVERYTHING)
    assert card
    assert [(due.day, due.came, due.is_late) for due in card.dues] == [
        (date(2025, 3, 31), date(2025, 4, 5), True),
        (date(2025, 4, 30), date(2025, 4, 5), False),
        (date(2025, 5, 31), date(2025, 6, 20), True),
        (date(2025, 6, 30), date(2025, 6, 20), False),
        (date(2025, 7, 31), None, False),
    ]
    assert [version.number for version in card.loaded] == [1, 2]
    fill_item(room, KEEPER, 1, 1, date(2025, 6, 1))
    assert events(room).count("catalogue_item_changed") == 1, "nothing changed the second time"
    fill_item(room, KEEPER, 1, None, None)
    with reading(room) as connection:
        assert connection.scalar(select(CatalogueItem.dataset_id)) is None
    for dataset, day in ((None, TODAY), (1, date(2025, 7, 1)), (99, None)):
        with pytest.raises(ItemError):
            fill_item(room, KEEPER, 1, dataset, day)


def test_a_source_is_connected_and_disconnected(room: Engine) -> None:
    for connected, disconnected in (
        (date(2025, 7, 1), None),
        (None, TODAY),
        (date(2025, 6, 2), date(2025, 6, 1)),
    ):
        with pytest.raises(SourceError):
            connect_source(room, KEEPER, 1, connected, disconnected)
    with writing(room) as connection:
        connection.execute(update(DataSource).values(connectable_date=date(2025, 2, 1)))
    with pytest.raises(SourceError, match="2025-02-01"):
        connect_source(room, KEEPER, 1, date(2025, 1, 31))
    connect_source(room, KEEPER, 1, date(2025, 2, 1), date(2025, 6, 1))
    with reading(room) as connection:
        row = connection.execute(select(DataSource.connected_date, DataSource.disconnected_date)).one()
    assert tuple(row) == (date(2025, 2, 1), date(2025, 6, 1))
    rate = kpis()["network_collection_rate"]
    assert value(open_source(room), rate, Filters(as_of=date(2025, 5, 31))).value == 1
    assert value(open_source(room), rate, Filters(as_of=date(2025, 6, 1))).value == 0


def test_arrivals_and_failures_are_recorded_by_hand_and_by_scripts(room: Engine) -> None:
    with reading(room) as connection:
        number = source_id(connection, "LY1")
        with pytest.raises(SourceError):
            source_id(connection, "LY9")
    record_arrival(room, KEEPER, number, NewArrival(date(2025, 6, 10), rows=500))
    record_arrival(room, COMMAND_LINE, number, NewArrival(date(2025, 6, 12), True, None, "接口超时"))
    card = source_card(open_source(room), number, TODAY, EVERYTHING)
    assert card
    assert card.standing.is_failing
    assert [(came.day, came.is_failed, came.rows) for came in card.arrivals] == [
        (date(2025, 6, 12), True, None),
        (date(2025, 6, 10), False, 500),
    ]
    assert [item.code for item in card.items] == ["ML1"]
    assert [dataset.rows for dataset in card.datasets] == [2000]
    assert not source_card(open_source(room), number, date(2025, 6, 11), EVERYTHING).standing.is_failing
    for arrival in (
        NewArrival(date(2025, 7, 1)),
        NewArrival(TODAY, is_failed=True),
        NewArrival(TODAY, True, 5, "x"),
        NewArrival(TODAY, rows=-1),
    ):
        with pytest.raises(SourceError):
            record_arrival(room, KEEPER, number, arrival)
    with reading(room) as connection:
        assert len(connection.execute(select(SourceArrival.fact_date)).all()) == 2


def test_cards_are_for_readers_of_the_scope_only(sqlite_room: Engine) -> None:
    source = open_source(sqlite_room)
    for scope in (Scope(section="S2"), Scope(region="990102")):
        assert catalogue_item_card(source, 1, TODAY, scope) is None
        assert source_card(source, 1, TODAY, scope) is None
        with reading(sqlite_room) as connection:
            assert request_card(source, connection, 1, TODAY, scope) is None
    assert catalogue_item_card(source, 1, TODAY, Scope("990000", "S1"))


def test_what_comes_over_the_network_is_an_arrival_of_its_source(room: Engine) -> None:
    signed(room, KEEPER)
    said = {"data_source_id": 1}
    version = bring(room, KEEPER, "net", "select 1 as a union all select 2", delivery="network", **said)
    bring(room, KEEPER, "net", "select 3 as a", delivery="route", **said)
    bring(room, KEEPER, "net", "select 4 as a", delivery="page", **said)
    bring(room, KEEPER, "other", "select 5 as a", delivery="network")
    with reading(room) as connection:
        question = select(
            SourceArrival.data_source_id, SourceArrival.row_count, SourceArrival.dataset_version_id
        ).order_by(SourceArrival.source_arrival_id)
        found = [tuple(row) for row in connection.execute(question)]
    assert [row[:2] for row in found] == [(1, 2), (1, 1)], "only what the source itself sent"
    assert found[0][2] == version.version_id
