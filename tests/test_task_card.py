"""The card of a task: how it stood on the day, its parts and its whole within the reader's scope."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data.engine import reading, writing
from queries.cards.task_card import TaskCard, task_card
from queries.filters import EVERYTHING, Scope
from queries.source import open_source
from tests.ledger_rows import add_house, settle
from tests.task_rows import SET, add_task

DAY = date(2025, 6, 30)


@pytest.fixture
def board(sqlite_engine: Engine) -> Engine:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        add_task(connection, section_code=None, requirement="出具报告")
        add_task(
            connection,
            ("reported", date(2025, 3, 3), {"progress_percent": 40, "note": "推进中"}),
            ("completed", date(2025, 7, 1)),
            parent_task_id=1,
        )
        add_task(connection, parent_task_id=1, section_code="S2", requirement="报送数据")
        settle(connection)
    return sqlite_engine


def card(engine: Engine, task_id: int, day: date = DAY, scope: Scope = EVERYTHING) -> TaskCard | None:
    with reading(engine) as connection:
        return task_card(open_source(engine), connection, task_id, day, scope)


def test_the_whole_shows_its_parts_beside_its_own_state(board: Engine) -> None:
    found = card(board, 1, date(2025, 7, 1))
    assert found is not None
    assert (found.standing.task_state, found.standing.part_count, found.standing.parts_completed) == (
        "overdue",
        2,
        1,
    )
    assert [part.task_state for part in found.parts] == ["completed", "overdue"]
    assert found.above is None


def test_a_whole_is_under_way_once_a_part_is(board: Engine) -> None:
    before, after = (card(board, 1, day) for day in (date(2025, 3, 2), date(2025, 3, 3)))
    assert before is not None
    assert after is not None
    assert (before.standing.task_state, after.standing.task_state) == ("not_started", "in_progress")


def test_steps_go_up_to_the_day(board: Engine) -> None:
    found = card(board, 2)
    assert found is not None
    assert [(step.kind, step.progress_percent, step.note) for step in found.steps] == [
        ("reported", 40, "推进中")
    ]
    later = card(board, 2, date(2025, 7, 1))
    assert later is not None
    assert (later.standing.task_state, later.standing.is_on_time) == ("completed", False)
    assert later.above is not None


def test_a_bound_reader_sees_the_own_part_with_what_counts_as_done(board: Engine) -> None:
    own = card(board, 2, scope=Scope(section="S1"))
    assert own is not None
    assert own.above is None
    assert own.requirement == "出具报告"
    assert card(board, 3, scope=Scope(section="S1")) is None
    assert card(board, 1, scope=Scope(section="S1")) is None


def test_a_task_is_not_there_before_it_was_set_nor_where_there_is_none(board: Engine) -> None:
    assert card(board, 1, date(2025, 1, 5)) is None
    assert card(board, 1, SET) is not None
    assert card(board, 99) is None
