"""Rooms of the data room: who may ask, decide and record; one booking at a time; races; what figures say."""

import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Engine, insert, select

from data.access.roles import NotPermittedError, User
from data.bureau import moment_of, set_value
from data.data_room.bookings import WantedRoom, ask_room, decide_room, record_visit, withdraw_room
from data.data_room.rooms import RoomError, name_rooms, rooms
from data.data_room.undertakings import UndertakingMissingError
from data.engine import now, reading, writing
from data.events import first_broken_link
from data.local_time import from_china
from data.schema import Event, RoomBooking, Undertaking
from queries.catalog import kpis
from queries.filters import Filters
from queries.run import breakdown, value
from queries.source import open_source
from tests import data_room_rows as made
from tests.ledger_rows import add_house, settle

TODAY = date(2025, 6, 30)
ASKER = User("auditor", "审计", frozenset({"auditor"}), section_code="S1")
OTHER = User("other", "另一人", frozenset({"auditor"}), section_code="S2")
KEEPER = User("keeper", "数据室", frozenset({"data_room"}))
LEADER = User("leader", "领导", frozenset({"leadership"}))
CHIEF = User("chief", "科长", frozenset({"section"}), section_code="S1")
STRANGER = User("chief2", "二科长", frozenset({"section"}), section_code="S2")


@pytest.fixture
def house(engine: Engine) -> Engine:
    return prepared(engine)


@pytest.fixture
def sqlite_house(sqlite_engine: Engine) -> Engine:
    return prepared(sqlite_engine)


def prepared(engine: Engine) -> Engine:
    with writing(engine) as connection:
        add_house(connection)
        set_value(connection, "as_of", TODAY.isoformat())
        set_value(connection, "data_rooms", "一室\n二室")
        for user in (ASKER, OTHER, KEEPER, CHIEF):
            connection.execute(
                insert(Undertaking).values(
                    user_name=user.user_name,
                    document="承诺书",
                    signed_date=date(2025, 1, 1),
                    valid_until=date(2099, 12, 31),
                    recorded_by="test",
                    recorded_at=now(),
                )
            )
        settle(connection)
    return engine


def at(day: int, hour: int, month: int = 7) -> datetime:
    return from_china(datetime(2025, month, day, hour))  # noqa: DTZ001 - China's time


def wanted(first: int = 9, last: int = 12, **values: object) -> WantedRoom:
    usual = {"room": "一室", "begins_at": at(1, first), "ends_at": at(1, last), "purpose": "核对账套"}
    return WantedRoom(**usual | values)  # type: ignore[arg-type]


def booking(engine: Engine, number: int) -> RoomBooking:
    with reading(engine) as connection:
        question = select(RoomBooking.__table__).where(RoomBooking.room_booking_id == number)
        return connection.execute(question).one()  # type: ignore[return-value]


def events(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        assert first_broken_link(connection)[0] is None
        return list(connection.scalars(select(Event.kind).order_by(Event.event_id)))


def test_a_booking_lives_from_asking_to_leaving(house: Engine) -> None:
    number = ask_room(house, ASKER, wanted(project_id=2))
    decide_room(house, KEEPER, number, is_granted=True, note="请带承诺书")
    with writing(house) as connection:
        set_value(connection, "as_of", "2025-07-02")
    record_visit(house, KEEPER, number, at(1, 9))
    record_visit(house, KEEPER, number, at(1, 9), at(1, 11))
    row = booking(house, number)
    assert (row.section_code, row.is_granted, row.decided_by) == ("S1", True, "keeper")
    assert (row.entered_at, row.left_at) == (at(1, 9), at(1, 11))
    assert events(house)[-4:] == ["room_asked", "room_decided", *["room_visit_recorded"] * 2]
    source = open_source(house)
    day = Filters(as_of=date(2025, 7, 2))
    assert value(source, kpis()["room_hours"], day).value == 2, "the figures follow at once"
    assert value(source, kpis()["room_use_rate"], day).value == 1


def test_who_may_ask(sqlite_house: Engine) -> None:
    with pytest.raises(NotPermittedError):
        ask_room(sqlite_house, LEADER, wanted())
    unsigned = User("unsigned", "新人", frozenset({"auditor"}))
    with pytest.raises(UndertakingMissingError):
        ask_room(sqlite_house, unsigned, wanted())
    assert events(sqlite_house)[-2:] == ["action_refused"] * 2


@pytest.mark.parametrize(
    "asked",
    [
        wanted(room="三室"),
        wanted(12, 9),
        wanted(9, 9),
        wanted(begins_at=at(29, 9, month=6)),
        wanted(ends_at=at(16, 9)),
        wanted(purpose=" "),
        wanted(purpose="长" * 401),
        wanted(project_id=99),
    ],
    ids=["no room", "backwards", "no time", "past", "for weeks", "no purpose", "long purpose", "no project"],
)
def test_what_cannot_be_asked_for(sqlite_house: Engine, asked: WantedRoom) -> None:
    with pytest.raises(RoomError):
        ask_room(sqlite_house, ASKER, asked)
    assert "room_asked" not in events(sqlite_house)


def test_a_granted_room_is_taken_and_touching_ends_are_free(sqlite_house: Engine) -> None:
    house = sqlite_house
    first = ask_room(house, ASKER, wanted(9, 12))
    second = ask_room(house, OTHER, wanted(11, 14))  # nobody decided yet: both may ask
    decide_room(house, KEEPER, first, is_granted=True)
    for hours in ((11, 12), (8, 10), (10, 11), (8, 13)):
        with pytest.raises(RoomError, match="2025-07-01 09:00–12:00"):
            ask_room(house, OTHER, wanted(*hours))
    with pytest.raises(RoomError, match="09:00"):
        decide_room(house, KEEPER, second, is_granted=True)
    assert booking(house, second).is_granted is None
    ask_room(house, OTHER, wanted(12, 14))
    ask_room(house, OTHER, wanted(9, 12, room="二室"))
    withdraw_room(house, ASKER, first)
    decide_room(house, KEEPER, second, is_granted=True)


@pytest.mark.parametrize("user", [KEEPER, LEADER, CHIEF], ids=lambda user: user.user_name)
def test_who_keeps_the_room_and_who_approves_its_use_decide(sqlite_house: Engine, user: User) -> None:
    number = ask_room(sqlite_house, ASKER, wanted())
    decide_room(sqlite_house, user, number, is_granted=False, note="设备检修")
    row = booking(sqlite_house, number)
    assert (row.is_granted, row.decided_by, row.note) == (False, user.user_name, "设备检修")


@pytest.mark.parametrize("user", [OTHER, STRANGER], ids=lambda user: user.user_name)
def test_others_do_not_decide(sqlite_house: Engine, user: User) -> None:
    number = ask_room(sqlite_house, ASKER, wanted())
    with pytest.raises(NotPermittedError):
        decide_room(sqlite_house, user, number, is_granted=True)
    assert events(sqlite_house)[-1] == "action_refused"


@pytest.mark.parametrize("user", [KEEPER, CHIEF], ids=lambda user: user.user_name)
def test_nobody_decides_on_their_own(sqlite_house: Engine, user: User) -> None:
    number = ask_room(sqlite_house, user, wanted())
    with pytest.raises(NotPermittedError):
        decide_room(sqlite_house, user, number, is_granted=True)
    assert booking(sqlite_house, number).is_granted is None


def test_a_decision_is_made_once_with_a_reason_and_in_time(sqlite_house: Engine) -> None:
    house = sqlite_house
    number = ask_room(house, ASKER, wanted())
    with pytest.raises(RoomError):
        decide_room(house, KEEPER, number, is_granted=False)
    decide_room(house, KEEPER, number, is_granted=True)
    with pytest.raises(RoomError, match="keeper"):
        decide_room(house, LEADER, number, is_granted=False, note="不行")
    late = ask_room(house, ASKER, wanted(14, 15))
    with writing(house) as connection:
        set_value(connection, "as_of", "2025-07-03")
    with pytest.raises(RoomError):
        decide_room(house, KEEPER, late, is_granted=True)
    with pytest.raises(RoomError):
        decide_room(house, KEEPER, 99, is_granted=True)


def test_only_who_asked_withdraws_and_only_before_it_begins(sqlite_house: Engine) -> None:
    house = sqlite_house
    number = ask_room(house, ASKER, wanted())
    with pytest.raises(NotPermittedError):
        withdraw_room(house, OTHER, number)
    withdraw_room(house, ASKER, number)
    with pytest.raises(RoomError):
        withdraw_room(house, ASKER, number)
    with pytest.raises(RoomError):
        decide_room(house, KEEPER, number, is_granted=True)
    begun = ask_room(house, ASKER, wanted())
    decide_room(house, KEEPER, begun, is_granted=True)
    with writing(house) as connection:
        set_value(connection, "as_of", "2025-07-02")
    with pytest.raises(RoomError):
        withdraw_room(house, ASKER, begun)


def test_a_visit_belongs_to_a_granted_booking_and_its_time(sqlite_house: Engine) -> None:
    house = sqlite_house
    number = ask_room(house, ASKER, wanted())
    with pytest.raises(RoomError):
        record_visit(house, KEEPER, number, at(1, 9))
    decide_room(house, KEEPER, number, is_granted=True)
    with pytest.raises(RoomError):  # tomorrow
        record_visit(house, KEEPER, number, at(1, 9))
    with writing(house) as connection:
        set_value(connection, "as_of", "2025-07-03")
    for entered, left in ((at(30, 9, month=6), None), (at(2, 9), None), (at(1, 10), at(1, 9))):
        with pytest.raises(RoomError):
            record_visit(house, KEEPER, number, entered, left)
    with pytest.raises(NotPermittedError):
        record_visit(house, ASKER, number, at(1, 9))
    record_visit(house, KEEPER, number, at(1, 8), at(1, 13))


def test_of_two_grants_at_once_one_is_told(house: Engine) -> None:
    numbers = [ask_room(house, ASKER, wanted(9, 12)), ask_room(house, OTHER, wanted(11, 14))]
    outcomes = at_once(
        [
            lambda number=number: decide_room(house, KEEPER, number, is_granted=True)  # type: ignore[misc]
            for number in numbers
        ]
    )
    assert sorted(outcome is None for outcome in outcomes) == [False, True]
    assert sum(bool(booking(house, number).is_granted) for number in numbers) == 1


def at_once(acts: list[Callable[[], object]]) -> list[RoomError | None]:
    start, outcomes = threading.Barrier(len(acts)), []

    def run(act: Callable[[], object]) -> None:
        start.wait()
        try:
            act()
            outcomes.append(None)
        except RoomError as error:
            outcomes.append(error)

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return outcomes


def test_rooms_are_named_by_who_keeps_them(sqlite_house: Engine) -> None:
    name_rooms(sqlite_house, KEEPER, [" 三室  东 ", "", "一室", "一室"])
    with reading(sqlite_house) as connection:
        assert rooms(connection) == ("三室 东", "一室")
    with pytest.raises(NotPermittedError):
        name_rooms(sqlite_house, ASKER, ["我的"])
    with pytest.raises(RoomError):
        name_rooms(sqlite_house, KEEPER, [f"{number}室" for number in range(21)])
    assert events(sqlite_house)[-2:] == ["bureau_setting_changed", "action_refused"]


def test_the_bureau_lives_on_its_own_day(sqlite_house: Engine) -> None:
    with reading(sqlite_house) as connection:
        assert at(30, 0, month=6) <= moment_of(connection) < at(1, 0)


def test_the_state_of_a_booking_on_any_day(sqlite_engine: Engine) -> None:
    begins = datetime(2025, 6, 10, 9)  # noqa: DTZ001 - China's time
    visit = {"entered_at": from_china(begins), "left_at": from_china(begins) + timedelta(days=1)}
    with writing(sqlite_engine) as connection:
        add_house(connection)
        made.add_booking(connection, begins, **made.granted(begins, **visit), project_id=1)
        made.add_booking(connection, begins, **made.granted(begins))
        made.add_booking(connection, begins)
        withdrawn_at = from_china(datetime(2025, 6, 10, 0))  # noqa: DTZ001
        made.add_booking(connection, begins, **made.granted(begins, withdrawn_at=withdrawn_at))
        made.add_booking(connection, begins, **made.granted(begins, is_granted=False))
        settle(connection)
    source = open_source(sqlite_engine)

    def states(day: int) -> dict[str, int]:
        found = breakdown(source, kpis()["room_bookings"], Filters(as_of=date(2025, 6, day)), "booking_state")
        return {group.code: group.figure.rows for group in found}

    assert states(8) == {}
    assert states(9) == {"granted": 3, "asked": 1, "refused": 1}
    assert states(10) == {"in_use": 1, "granted": 1, "asked": 1, "refused": 1}
    assert states(11) == {"used": 1, "unused": 1, "lapsed": 1, "refused": 1}
    hours = value(source, kpis()["room_hours"], Filters(as_of=date(2025, 6, 11))).value
    rate = value(source, kpis()["room_use_rate"], Filters(as_of=date(2025, 6, 11))).value
    assert (hours, rate) == (24, 0.5)
