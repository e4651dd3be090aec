"""The page of the data rooms as users meet it: what each may see and do, and what a click writes."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select
from streamlit.testing.v1 import AppTest

from components.navigation import ROOM_PAGE
from data.bureau import set_value
from data.engine import connect_to, now, reading, writing
from data.schema import RoomBooking, Undertaking
from tests import data_room_rows as made
from tests.app_pages import account, opened, served_by_the_app, signed_in
from tests.ledger_rows import add_house, settle

ACCOUNTS = {
    "data_room": {},
    "auditor": {"section_code": "S1"},
    "section": {"section_code": "S2"},
    "leadership": {},
    "planning": {},
}


@pytest.fixture(scope="module")
def bureau_engine(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("rooms")
    engine = connect_to(f"sqlite:///{shutil.copy(sqlite_template, folder / 'audit.db')}")
    with writing(engine) as connection:
        add_house(connection)
        set_value(connection, "as_of", "2025-06-30")
        set_value(connection, "data_rooms", "一室\n二室")
        for role, binding in ACCOUNTS.items():
            account(connection, role, frozenset({role}), **binding)
        for number, section in enumerate(("S1", "S2"), start=1):
            begins = datetime(2025, 7, number, 9)  # noqa: DTZ001 - China's time
            words = {"purpose": f"用途{section}", "section_code": section, "user_name": "someone"}
            made.add_booking(connection, begins, **words, asked_at=datetime(2025, 6, 29, 1))  # noqa: DTZ001
            granted = made.granted(begins, decided_at=datetime(2025, 6, 29, 2))  # noqa: DTZ001
            taken = {"asked_at": datetime(2025, 6, 29, 1), "room": "二室"}  # noqa: DTZ001
            made.add_booking(connection, begins, **words, **granted, **taken)
        connection.execute(
            insert(Undertaking).values(
                user_name="auditor",
                document="承诺书",
                signed_date=date(2025, 1, 1),
                valid_until=date(2099, 12, 31),
                recorded_by="test",
                recorded_at=now(),
            )
        )
        settle(connection)
    with served_by_the_app(engine, AUDIT_VAR_DIR=str(folder)):
        yield engine
    engine.dispose()


def buttons(app: AppTest) -> set[str]:
    kinds = ("book_", "name_", "grant_", "refuse_", "visit_", "withdraw_")
    return {str(button.key) for button in app.main.button if str(button.key).startswith(kinds)}


def said(app: AppTest) -> str:
    return " ".join(item.value for kind in ("markdown", "caption") for item in app.main.get(kind))


def test_a_bound_reader_sees_that_a_room_is_taken_but_not_by_whom(bureau_engine: Engine) -> None:
    app = opened(signed_in(bureau_engine, "auditor"), ROOM_PAGE)
    assert "用途S1" in said(app)
    assert "用途S2" not in said(app)
    assert "已占用" in said(app)
    assert buttons(app) == {"book_room"}


def test_each_is_offered_what_they_may_do(bureau_engine: Engine) -> None:
    keeper = opened(signed_in(bureau_engine, "data_room"), ROOM_PAGE)
    assert buttons(keeper) == {"book_room", "name_rooms", "grant_1", "refuse_1", "grant_3", "refuse_3"}
    assert "已占用" not in said(keeper)
    chief = opened(signed_in(bureau_engine, "section"), ROOM_PAGE)
    assert buttons(chief) == {"book_room", "grant_3", "refuse_3"}
    leader = opened(signed_in(bureau_engine, "leadership"), ROOM_PAGE)
    assert buttons(leader) == {"grant_1", "refuse_1", "grant_3", "refuse_3"}, "decides, and uses no data"
    with pytest.raises(ValueError, match="navigation page"):
        opened(signed_in(bureau_engine, "planning"), ROOM_PAGE)


def test_another_week_and_nonsense_in_the_address(bureau_engine: Engine) -> None:
    app = opened(signed_in(bureau_engine, "data_room"), ROOM_PAGE, week="2025-07-09")
    assert "2025-07-07 – 07-13" in said(app)
    for nonsense in ("never", "9999-12-31", "0001-01-01"):
        app.query_params["week"] = nonsense
        assert "2025-06-30 – 07-06" in said(app.run())


def test_a_room_is_asked_for_and_withdrawn(bureau_engine: Engine) -> None:
    app = opened(signed_in(bureau_engine, "auditor"), ROOM_PAGE)
    app.button(key="book_room").click()
    app.run()
    assert not app.exception
    app.text_area[0].set_value("核对账套")
    app.date_input[0].set_value(date(2025, 7, 4))
    app.button(key="book_room").click()
    next(button for button in app.button if button.label == "提出申请").click()
    app.run()
    assert not app.error, [error.value for error in app.error]
    with reading(bureau_engine) as connection:
        question = select(RoomBooking.room_booking_id, RoomBooking.room, RoomBooking.section_code)
        row = connection.execute(question.where(RoomBooking.user_name == "auditor")).one()
    assert (row.room, row.section_code) == ("一室", "S1")
    app = opened(signed_in(bureau_engine, "auditor"), ROOM_PAGE)
    app.button(key=f"withdraw_{row.room_booking_id}").click()
    assert "申请人撤回" in said(app.run())


def test_a_keeper_grants_and_a_refusal_needs_a_reason(bureau_engine: Engine) -> None:
    app = opened(signed_in(bureau_engine, "data_room"), ROOM_PAGE)
    for key in ("refuse_1", "grant_1"):
        app.button(key=key).click()
        app.run()
        app.button(key=key).click()
        next(button for button in app.button if "FormSubmitter" in str(button.key)).click()
        app.run()
        if key == "refuse_1":
            assert [error.value for error in app.error] == ["请填写不予批准的原因。"]
    with reading(bureau_engine) as connection:
        granted = select(RoomBooking.is_granted).where(RoomBooking.room_booking_id == 1)
        assert connection.scalar(granted) is True


def test_without_rooms_the_page_says_who_names_them(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        account(connection, "auditor", frozenset({"auditor"}))
        settle(connection)
    with served_by_the_app(sqlite_engine):
        app = opened(signed_in(sqlite_engine, "auditor"), ROOM_PAGE)
    assert any("数据室人员" in note.value for note in app.info)
