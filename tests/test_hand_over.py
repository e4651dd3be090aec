"""报送、领取 and 归还、销毁: what a line must state, who writes it, and how it ends."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select

from data.access.roles import NotPermittedError, User
from data.data_room.hand_over import HandOver, HandOverError, hand_over
from data.data_room.movement_closing import Closing, ClosingError, close_movement, open_movements
from data.data_room.undertakings import UndertakingMissingError, undertakings, withdraw_undertaking
from data.engine import reading
from data.local_time import today_in_china
from data.schema import DataMovement, Event, MovementClosing
from data.warehouse import Version
from tests.dataset_rows import KEEPER, OTHER_KEEPER, READER
from tests.output_rows import add_payments, add_people

TODAY = today_in_china()
BACK = TODAY + timedelta(days=30)
PAPER: dict[str, Any] = {
    "kind": "receipt",
    "fact_date": TODAY,
    "recipient": "预算执行审计组",
    "purpose": "现场核对",
    "approval_number": "审数领〔2026〕3号",
    "return_due_date": BACK,
    "described": "移动硬盘 YD-07",
}


def handed(**changed: Any) -> HandOver:
    return HandOver(**PAPER | changed)


@pytest.fixture
def room(engine: Engine) -> tuple[Engine, Version]:
    add_people(engine)
    return engine, add_payments(engine)


@pytest.fixture
def small_room(sqlite_engine: Engine) -> Engine:
    add_people(sqlite_engine)
    add_payments(sqlite_engine)
    return sqlite_engine


def lines(engine: Engine) -> list[Any]:
    with reading(engine) as connection:
        found = select(DataMovement.__table__).where(DataMovement.kind != "collection")
        return list(connection.execute(found.order_by(DataMovement.data_movement_id)))


def test_a_dataset_is_handed_over_and_comes_back(room: tuple[Engine, Version]) -> None:
    engine, version = room
    number = hand_over(engine, KEEPER, handed(dataset="付款", described="光盘 3 号", taker="reader"))
    (line,) = lines(engine)
    assert line.data_movement_id == number
    assert (line.described, line.counterparty) == ("付款（光盘 3 号）", "预算执行审计组（审计甲）")
    assert (line.dataset_id, line.version_number) == (version.dataset_id, 1)
    assert (line.row_count, line.sha256) == (20, version.original_sha256)
    assert (line.person, line.taker, line.return_due_date) == ("keeper", "reader", BACK)
    with reading(engine) as connection:
        (out,) = open_movements(connection)
        assert (out.line, out.days_overdue(BACK), out.days_overdue(BACK + timedelta(days=2))) == (
            number,
            0,
            2,
        )
    close_movement(engine, OTHER_KEEPER, number, Closing("destroyed", TODAY, witness="赵六", note="粉碎"))
    with reading(engine) as connection:
        assert not open_movements(connection)
        (closing,) = connection.execute(select(MovementClosing.__table__))
        kinds = connection.scalars(select(Event.kind).order_by(Event.event_id)).all()
    assert (closing.kind, closing.fact_date, closing.witness) == ("destroyed", TODAY, "赵六")
    assert kinds[-2:] == ["hand_over_recorded", "movement_closed"]
    with pytest.raises(ClosingError, match="已经办结"):
        close_movement(engine, KEEPER, number, Closing("returned", TODAY))


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"kind": "collection"}, "自动记入"),
        ({"kind": "lent"}, "自动记入"),
        ({"described": " "}, "交接了什么"),
        ({"recipient": ""}, "领取方"),
        ({"purpose": " "}, "用途"),
        ({"approval_number": ""}, "审批编号"),
        ({"return_due_date": None}, "归还或销毁"),
        ({"return_due_date": TODAY - timedelta(days=1)}, "不能早于"),
        ({"fact_date": TODAY + timedelta(days=1)}, "今天"),
        ({"sha256": "abc"}, "64"),
        ({"dataset": "没有的"}, "没有的"),
        ({"dataset": "付款", "version_number": 9}, "版本"),
        ({"dataset": "付款", "return_due_date": None}, "内部"),
        ({"dataset": "付款", "fact_date": TODAY - timedelta(days=1)}, "入库"),
        ({"taker": "keeper"}, "另一人"),
        ({"section_code": "X"}, "X"),
        ({"corrects": 99}, "99"),
        ({"corrects": 1}, "1"),  # a collection, which the system wrote
        ({"purpose": "长" * 600}, "过长"),
        ({"approval_number": "长" * 401}, "过长"),
    ],
)
def test_a_line_states_what_the_rules_demand(small_room: Engine, changed: dict[str, Any], says: str) -> None:
    with pytest.raises(HandOverError, match=says):
        hand_over(small_room, KEEPER, handed(**changed))
    assert not lines(small_room)


def test_a_submission_need_not_come_back(small_room: Engine) -> None:
    hand_over(small_room, KEEPER, handed(kind="submission", return_due_date=None, recipient="省审计厅"))
    hand_over(small_room, KEEPER, handed(kind="submission", return_due_date=None, dataset="付款"))
    with reading(small_room) as connection:
        assert not open_movements(connection)
    assert [line.kind for line in lines(small_room)] == ["submission", "submission"]


def test_who_takes_has_an_undertaking_that_is_valid_on_the_day(small_room: Engine) -> None:
    with reading(small_room) as connection:
        (own,) = undertakings(connection, "reader")
    withdraw_undertaking(small_room, KEEPER, own.undertaking_id, TODAY)
    with pytest.raises(UndertakingMissingError, match="审计甲"):
        hand_over(small_room, KEEPER, handed(taker="reader"))
    with pytest.raises(UndertakingMissingError, match="nobody"):
        hand_over(small_room, KEEPER, handed(taker="nobody"))
    hand_over(small_room, KEEPER, handed(taker="reader", fact_date=TODAY - timedelta(days=1)))


def test_only_the_unbound_data_room_writes_the_ledger(small_room: Engine) -> None:
    number = hand_over(small_room, KEEPER, handed())
    bound = User("keeper2", "数据室乙", frozenset({"data_room"}), section_code="S1")
    for user in (READER, bound):
        with pytest.raises(NotPermittedError):
            hand_over(small_room, user, handed())
        with pytest.raises(NotPermittedError):
            close_movement(small_room, user, number, Closing("returned", TODAY))


def test_who_has_the_data_does_not_close_the_line_alone(small_room: Engine) -> None:
    number = hand_over(small_room, KEEPER, handed(taker="keeper2"))
    with pytest.raises(NotPermittedError):
        close_movement(small_room, OTHER_KEEPER, number, Closing("returned", TODAY))
    with pytest.raises(HandOverError, match="另一人"):  # a correction would close it as well
        hand_over(small_room, OTHER_KEEPER, handed(corrects=number))
    close_movement(small_room, KEEPER, number, Closing("returned", TODAY))


@pytest.mark.parametrize(
    ("closing", "says"),
    [
        (Closing("lost", TODAY), "归还或销毁"),
        (Closing("corrected", TODAY), "归还或销毁"),
        (Closing("destroyed", TODAY), "见证人"),
        (Closing("returned", TODAY + timedelta(days=1)), "今天"),
        (Closing("returned", TODAY - timedelta(days=2)), "不能更早"),
        (Closing("returned", TODAY, note="长" * 600), "600|500"),
    ],
)
def test_a_closing_is_checked(small_room: Engine, closing: Closing, says: str) -> None:
    number = hand_over(small_room, KEEPER, handed(fact_date=TODAY - timedelta(days=1)))
    with pytest.raises(ClosingError, match=says):
        close_movement(small_room, OTHER_KEEPER, number, closing)
    for none in (99, 1):  # no line at all, and one of the collection ledger
        with pytest.raises(ClosingError, match="没有"):
            close_movement(small_room, OTHER_KEEPER, none, Closing("returned", date(2026, 1, 1)))


def test_a_mistake_is_corrected_by_another_line(room: tuple[Engine, Version]) -> None:
    engine, __ = room
    wrong = hand_over(engine, KEEPER, handed(recipient="写错的组"))
    right = hand_over(engine, KEEPER, handed(corrects=wrong))
    with reading(engine) as connection:
        (closing,) = connection.execute(select(MovementClosing.__table__))
        assert [out.line for out in open_movements(connection)] == [right]
    assert (closing.data_movement_id, closing.kind, closing.note) == (
        wrong,
        "corrected",
        f"由第 {right} 行更正",
    )
    first, second = lines(engine)
    assert first.counterparty == "写错的组"
    assert second.purpose == f"现场核对（更正第 {wrong} 行）"
    # A line that was closed by mistake stays closed; the line that corrects it is open again.
    close_movement(engine, OTHER_KEEPER, right, Closing("returned", TODAY))
    again = hand_over(engine, KEEPER, handed(corrects=right))
    with reading(engine) as connection:
        assert [out.line for out in open_movements(connection)] == [again]
