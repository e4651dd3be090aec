"""The task pages as users meet them: dialogs write, refusals are told, nothing forbidden is offered."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, delete, select
from streamlit.testing.v1 import AppTest

from components.navigation import TASK_PAGE, TASKS_PAGE
from data.bureau import set_value
from data.engine import reading, writing
from data.schema import Task, TaskStep
from tests.app_pages import account, opened, served_by_the_app, signed_in
from tests.ledger_rows import add_house, settle
from tests.task_rows import add_a_varied_board

ACCOUNTS = {"planning": {}, "leadership": {}, "auditor": {"section_code": "S1"}}
OPEN_TASK, FOREIGN_TASK = "2", "3"


@pytest.fixture
def board(sqlite_engine: Engine) -> Iterator[Engine]:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        add_a_varied_board(connection)
        set_value(connection, "as_of", "2025-06-30")
        for role, binding in ACCOUNTS.items():
            account(connection, role, frozenset({role}), **binding)
        settle(connection)
    with served_by_the_app(sqlite_engine):
        yield sqlite_engine


def buttons(app: AppTest) -> set[str]:
    return {str(button.key) for button in app.main.button if str(button.key).startswith(("task_", "new_"))}


def pressed(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return app.run()


def submitted(app: AppTest, opener: str) -> AppTest:
    # A dialog is a fragment in the browser; here the whole page runs anew, and its button is pressed again.
    app.button(key=opener).click()
    next(button for button in app.button if button.label == "记录").click()
    return app.run()


def test_the_parts_of_the_page_can_all_be_opened(board: Engine) -> None:
    app = opened(signed_in(board, "planning"), TASKS_PAGE)
    for part in ("week", "month", "board", "resolutions", "scoreboard"):
        app.main.get("button_group")[0].set_value(part)
        app.run()
        assert not app.exception, part
        assert app.dataframe, part
    assert app.dataframe[-1].value["model_runs"].isna().all(), "no figure is not nought"


def test_an_empty_board_says_who_brings_the_tasks(sqlite_engine: Engine, board: Engine) -> None:
    with writing(sqlite_engine) as connection:
        connection.execute(delete(TaskStep))
        connection.execute(delete(Task))
        settle(connection)
    app = opened(signed_in(board, "planning"), TASKS_PAGE)
    assert {metric.value for metric in app.metric} == {"—"}
    assert any("综合计划" in note.value for note in app.info)
    assert buttons(app) == {"new_task"}
    assert buttons(opened(signed_in(board, "leadership"), TASKS_PAGE)) == set()


def test_progress_is_reported_from_the_card(board: Engine) -> None:
    app = opened(signed_in(board, "auditor"), TASK_PAGE, id=OPEN_TASK)
    assert buttons(app) == {"task_reported"}
    app = pressed(app, "task_reported")
    app.number_input[0].set_value(70)
    app.text_area[0].set_value("已完成取证")
    submitted(app, "task_reported")
    with reading(board) as connection:
        question = select(TaskStep.progress_percent, TaskStep.note, TaskStep.person)
        newest = connection.execute(question.order_by(TaskStep.task_step_id.desc())).first()
    assert tuple(newest) == (70, "已完成取证", "auditor")


def test_a_rule_that_stands_against_it_is_told(board: Engine) -> None:
    app = pressed(opened(signed_in(board, "planning"), TASK_PAGE, id=OPEN_TASK), "task_extended")
    app = submitted(app, "task_extended")
    assert [error.value for error in app.error] == ["延期须填写新的期限。"]


def test_what_may_not_be_done_is_not_offered(board: Engine) -> None:
    assert buttons(opened(signed_in(board, "leadership"), TASK_PAGE, id=OPEN_TASK)) == set()
    planning = signed_in(board, "planning")
    assert buttons(opened(planning, TASK_PAGE, id="1")) == {"task_reopened"}
    assert buttons(opened(planning, TASK_PAGE, id=OPEN_TASK)) == {
        "task_reported",
        "task_completed",
        "task_extended",
        "task_cancelled",
        "task_break_down",
    }
    past = opened(planning, TASK_PAGE, id=OPEN_TASK, as_of="2025-06-26")
    assert buttons(past) == set()
    assert "new_task" not in buttons(opened(signed_in(board, "leadership"), TASKS_PAGE))


def test_a_bound_reader_opens_no_foreign_card(board: Engine) -> None:
    app = opened(signed_in(board, "auditor"), TASK_PAGE, id=FOREIGN_TASK)
    assert "任务3" not in repr(app.main)
    assert app.info
