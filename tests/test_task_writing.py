"""Tasks are set, broken down and moved: who may, which rules stand against it, what is recorded; races."""

import threading
from datetime import date

import pytest
from sqlalchemy import Engine, select

from data.access.roles import NotPermittedError, User
from data.bureau import set_value
from data.engine import reading, writing
from data.events import first_broken_link
from data.planning.task_rules import NewStep, NewTask, TaskError
from data.planning.tasks import NewPart, break_down, may_report, record_step, set_task
from data.schema import Event, Section, Task, TaskStep
from queries.catalog import kpis
from queries.filters import Filters
from queries.run import value
from queries.source import open_source
from tests.ledger_rows import add_house, settle
from tests.task_rows import add_task

TODAY = date(2025, 6, 30)
SET = date(2025, 1, 6)
PLANNING = User("planning", "计划", frozenset({"planning"}))
OWN = User("own", "科室一", frozenset({"section"}), section_code="S1")
OTHER = User("other", "科室二", frozenset({"section"}), section_code="S2")
UNBOUND = User("unbound", "审计", frozenset({"auditor"}))
LEADER = User("leader", "领导", frozenset({"leadership"}))


@pytest.fixture
def board(engine: Engine) -> Engine:
    return prepared(engine)


@pytest.fixture
def sqlite_board(sqlite_engine: Engine) -> Engine:
    return prepared(sqlite_engine)


def prepared(engine: Engine) -> Engine:
    with writing(engine) as connection:
        add_house(connection)
        set_value(connection, "as_of", TODAY.isoformat())
        add_task(connection, due=date(2025, 8, 31))
        settle(connection)
    return engine


def steps(engine: Engine, task_id: int = 1) -> list[tuple[str, date]]:
    with reading(engine) as connection:
        question = select(TaskStep.kind, TaskStep.fact_date).where(TaskStep.task_id == task_id)
        return [tuple(row) for row in connection.execute(question.order_by(TaskStep.task_step_id))]


def events(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        assert first_broken_link(connection)[0] is None
        return list(connection.scalars(select(Event.kind).order_by(Event.event_id)))


def test_a_task_lives_from_setting_to_completion(board: Engine) -> None:
    made = set_task(
        board,
        PLANNING,
        NewTask("task", " 完成年度计划 ", 2025, SET, due_date=date(2025, 7, 31), section_code="S1"),
    )
    record_step(board, OWN, made, NewStep("reported", date(2025, 3, 3), "进展", progress_percent=40))
    extension = NewStep("extended", date(2025, 6, 2), new_due_date=date(2025, 9, 30))
    record_step(board, PLANNING, made, extension)
    record_step(board, PLANNING, made, NewStep("completed", TODAY))
    record_step(board, PLANNING, made, NewStep("reopened", TODAY, "复核未通过"))
    record_step(board, PLANNING, made, NewStep("cancelled", TODAY))
    assert [kind for kind, __ in steps(board, made)] == [
        "reported",
        "extended",
        "completed",
        "reopened",
        "cancelled",
    ]
    assert events(board)[-6:] == ["task_set", *["task_step_recorded"] * 5]
    with reading(board) as connection:
        task = connection.execute(select(Task.task_code, Task.title).where(Task.task_id == made)).one()
    assert tuple(task) == ("R2025-01", "完成年度计划")
    found = value(open_source(board), kpis()["tasks"], Filters(as_of=TODAY))
    assert found.value == 2, "the figures follow at once"


def test_a_resolution_is_broken_down_to_sections(board: Engine) -> None:
    whole = set_task(
        board, PLANNING, NewTask("committee", "专题督办", 2025, SET, date(2025, 7, 31), origin="第一次会议")
    )
    parts = break_down(board, PLANNING, whole, [NewPart("S1", "甲"), NewPart("S2", "乙", date(2025, 7, 1))])
    with reading(board) as connection:
        found = connection.execute(
            select(Task.task_code, Task.kind, Task.section_code, Task.due_date, Task.parent_task_id)
            .where(Task.task_id.in_(parts))
            .order_by(Task.task_code)
        ).all()
    assert [tuple(row) for row in found] == [
        ("Y2025-01-01", "committee", "S1", date(2025, 7, 31), whole),
        ("Y2025-01-02", "committee", "S2", date(2025, 7, 1), whole),
    ]
    with pytest.raises(TaskError, match="2"):
        record_step(board, PLANNING, whole, NewStep("completed", TODAY))
    for part in parts:
        record_step(board, PLANNING, part, NewStep("completed", TODAY))
    record_step(board, PLANNING, whole, NewStep("completed", TODAY))
    with pytest.raises(TaskError, match="Y2025-01 "):
        record_step(board, PLANNING, parts[0], NewStep("reopened", TODAY))


def test_an_extension_does_not_carry_a_part_beyond_its_whole(sqlite_board: Engine) -> None:
    part, *__ = break_down(sqlite_board, PLANNING, 1, [NewPart("S1", "甲", date(2025, 7, 31))])
    extended = NewStep("extended", TODAY, new_due_date=date(2025, 9, 1))
    with pytest.raises(TaskError, match="2025-08-31"):
        record_step(sqlite_board, PLANNING, part, extended)
    record_step(sqlite_board, PLANNING, 1, extended)
    record_step(sqlite_board, PLANNING, part, extended)
    assert steps(sqlite_board, part) == [("extended", TODAY)]


REFUSED = {
    "a fact after today": NewStep("completed", date(2025, 7, 1)),
    "a fact before the task was set": NewStep("completed", date(2025, 1, 5)),
    "an extension without a limit": NewStep("extended", TODAY),
    "an extension to the limit it has": NewStep("extended", TODAY, new_due_date=date(2025, 8, 31)),
    "a report that says nothing": NewStep("reported", TODAY, "  "),
    "more than all": NewStep("reported", TODAY, progress_percent=101),
    "taking up what is not over": NewStep("reopened", TODAY),
    "a step that is none": NewStep("forgotten", TODAY),
    "an endless note": NewStep("reported", TODAY, "长" * 2001),
}


@pytest.mark.parametrize("why", list(REFUSED))
def test_a_step_against_the_rules_leaves_nothing_behind(sqlite_board: Engine, why: str) -> None:
    before = events(sqlite_board)
    with pytest.raises(TaskError):
        record_step(sqlite_board, PLANNING, 1, REFUSED[why])
    assert steps(sqlite_board) == []
    assert events(sqlite_board) == before


@pytest.mark.parametrize("kind", ["completed", "cancelled", "reported", "extended"])
def test_what_is_over_is_over(sqlite_board: Engine, kind: str) -> None:
    record_step(sqlite_board, PLANNING, 1, NewStep("completed", date(2025, 5, 6)))
    with pytest.raises(TaskError, match="2025-05-06"):
        record_step(sqlite_board, PLANNING, 1, NewStep(kind, TODAY, "再次", new_due_date=date(2025, 12, 31)))
    assert len(steps(sqlite_board)) == 1


def test_a_step_cannot_lie_before_the_last_turn(sqlite_board: Engine) -> None:
    record_step(sqlite_board, PLANNING, 1, NewStep("completed", date(2025, 5, 6)))
    record_step(sqlite_board, PLANNING, 1, NewStep("reopened", date(2025, 6, 2)))
    with pytest.raises(TaskError, match="2025-06-02"):
        record_step(sqlite_board, PLANNING, 1, NewStep("completed", date(2025, 6, 1)))
    record_step(sqlite_board, PLANNING, 1, NewStep("completed", date(2025, 6, 2)))


def new(**values: object) -> NewTask:
    return NewTask(**({"kind": "task", "title": "任务", "year": 2025, "set_date": SET} | values))


@pytest.mark.parametrize(
    "task",
    [
        new(title=" "),
        new(title="长" * 201),
        new(kind="committee"),
        new(set_date=date(2025, 7, 1)),
        new(due_date=date(2025, 1, 5)),
        new(section_code="S9"),
        new(year=1),
        new(kind="errand"),
    ],
)
def test_a_task_against_the_rules_is_not_set(sqlite_board: Engine, task: NewTask) -> None:
    with pytest.raises(TaskError):
        set_task(sqlite_board, PLANNING, task)
    assert "task_set" not in events(sqlite_board)


@pytest.mark.parametrize(
    "parts",
    [[], [NewPart("S1", "甲"), NewPart("S9", "乙")], [NewPart("S1", "甲", date(2025, 9, 1))]],
    ids=["none", "one to a section that is not there", "due after the whole"],
)
def test_all_parts_are_set_or_none(sqlite_board: Engine, parts: list[NewPart]) -> None:
    with pytest.raises(TaskError):
        break_down(sqlite_board, PLANNING, 1, parts)
    with reading(sqlite_board) as connection:
        assert len(connection.execute(select(Task.task_id)).all()) == 1


def test_a_part_is_not_broken_down_further(sqlite_board: Engine) -> None:
    part = break_down(sqlite_board, PLANNING, 1, [NewPart("S1", "甲")])[0]
    with pytest.raises(TaskError):
        break_down(sqlite_board, PLANNING, part, [NewPart("S1", "乙")])


@pytest.mark.parametrize("user", [OTHER, UNBOUND, LEADER], ids=lambda user: user.user_name)
def test_only_planning_and_the_section_itself_report(sqlite_board: Engine, user: User) -> None:
    with pytest.raises(NotPermittedError):
        record_step(sqlite_board, user, 1, NewStep("reported", TODAY, "进展"))
    assert events(sqlite_board)[-1] == "action_refused"
    assert not may_report(user, "S1")


@pytest.mark.parametrize("kind", ["completed", "cancelled", "extended", "reopened"])
def test_a_section_does_not_settle_its_own_tasks(sqlite_board: Engine, kind: str) -> None:
    with pytest.raises(NotPermittedError):
        record_step(sqlite_board, OWN, 1, NewStep(kind, TODAY, new_due_date=date(2025, 12, 31)))
    with pytest.raises(NotPermittedError):
        set_task(sqlite_board, OWN, new(section_code="S1"))
    with pytest.raises(NotPermittedError):
        break_down(sqlite_board, OWN, 1, [NewPart("S1", "甲")])
    assert steps(sqlite_board) == []


def test_planning_bound_to_a_district_keeps_the_tasks_of_that_district(sqlite_board: Engine) -> None:
    city = User("city", "市", frozenset({"planning"}), region_code="990000")
    district = User("district", "区", frozenset({"planning"}), region_code="990102")
    record_step(sqlite_board, city, 1, NewStep("reported", TODAY, "进展"))
    with pytest.raises(NotPermittedError):
        record_step(sqlite_board, district, 1, NewStep("completed", TODAY))
    with pytest.raises(NotPermittedError):
        set_task(sqlite_board, district, new())
    assert set_task(sqlite_board, district, new(region_code="990102"))


def test_of_two_at_once_one_completes_and_the_other_is_told(board: Engine) -> None:
    outcomes: list[str] = []
    start = threading.Barrier(2)

    def complete() -> None:
        start.wait()
        try:
            record_step(board, PLANNING, 1, NewStep("completed", TODAY))
            outcomes.append("done")
        except TaskError as error:
            outcomes.append(str(error))

    threads = [threading.Thread(target=complete) for __ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(outcome == "done" for outcome in outcomes) == [False, True]
    assert any("2025-06-30" in outcome for outcome in outcomes)
    assert steps(board) == [("completed", TODAY)]


def test_two_tasks_set_at_once_get_two_numbers(board: Engine) -> None:
    start = threading.Barrier(2)

    def set_one() -> None:
        start.wait()
        set_task(board, PLANNING, new())

    threads = [threading.Thread(target=set_one) for __ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    with reading(board) as connection:
        codes = set(connection.scalars(select(Task.task_code)))
        assert connection.scalar(select(Section.name).where(Section.section_code == "S1"))
    assert codes == {"T01", "R2025-01", "R2025-02"}
