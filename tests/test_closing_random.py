"""Random people take random steps of findings: what happens is what an independent reading of the rules says.

The suite walks a score of courses; AUDIT_RANDOM_COURSES=10000 walks as many as are asked for.
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event, insert, select

from data.access.roles import NotPermittedError, User
from data.bureau import set_value
from data.closing.moving import Asked, take_steps
from data.closing.standing import standings
from data.closing.step import Step
from data.engine import connect_to, now, reading, writing
from data.events import first_broken_link
from data.migrate import upgrade
from data.schema import Attachment, Finding, Milestone, Rectification, RectifiedMoney
from queries.catalog import kpis
from queries.compose import relations_read
from queries.filters import Filters
from queries.run import value
from queries.source import open_source
from tests.ledger_rows import FOUND, add_house, settle

COURSES = int(os.environ.get("AUDIT_RANDOM_COURSES", "20"))
TODAY = date(2024, 12, 31)
LONGEST = 30  # steps of one course
_MANY = 500
_ONWARD = 4  # from here on, of 0 to 9, the step is the next one on the way to close-out

PEOPLE = [
    *(User(f"clerk{number}", f"整改{number}", frozenset({"rectification"})) for number in (1, 2)),
    *(User(f"chief{number}", f"科室{number}", frozenset({"section"})) for number in (1, 2)),
    *(User(f"recheck{number}", f"复核{number}", frozenset({"review"})) for number in (1, 2)),
    User("leader", "领导", frozenset({"leadership"})),
    User("all", "多面手", frozenset({"rectification", "section", "review", "leadership"})),
    User("afar", "外地", frozenset({"rectification", "section"}), region_code="990102"),
]
# An independent reading of the rules, by stage: who may do what, and where it leads.
CLERK, CHIEF, RECHECK, LEADER = "rectification", "section", "review", "leadership"
_Acts = dict[str, tuple[str, str | None]]
OUT: _Acts = {"transfer": (RECHECK, "transferred"), "withdraw": (LEADER, "withdrawn")}
WAIT: _Acts = {"extend": (LEADER, None), "refuse_extension": (LEADER, None)}
BACK: _Acts = {"look_back": (RECHECK, None), "reopen": (RECHECK, "rectifying")}
RULES: dict[str, _Acts] = {
    "to_notify": {"notify": (CLERK, "rectifying")} | OUT,
    "rectifying": {
        "measure": (CLERK, None),
        "progress": (CLERK, None),
        "submit": (CLERK, "submitted"),
        "ask_extension": (CLERK, None),
    }
    | WAIT
    | OUT,
    "submitted": {"accept": (CHIEF, "rectified"), "not_accept": (CHIEF, "rectifying")} | WAIT | OUT,
    "rectified": {"request": (CLERK, "requested")} | BACK | OUT,
    "requested": {"first_review": (CHIEF, "first_reviewed"), "send_back_first": (CHIEF, "rectified")},
    "first_reviewed": {
        "second_review": (RECHECK, "second_reviewed"),
        "send_back_second": (RECHECK, "rectified"),
    },
    "second_reviewed": {"approve": (LEADER, "approved"), "send_back_approval": (LEADER, "rectified")},
    "approved": {"close": (CLERK, "closed")},
    "closed": BACK,
    "transferred": {"return": (RECHECK, None)},
    "withdrawn": {"return": (RECHECK, None)},
}
FORWARD = {
    "to_notify": "notify",
    "rectifying": "submit",
    "submitted": "accept",
    "rectified": "request",
    "requested": "first_review",
    "first_reviewed": "second_review",
    "second_reviewed": "approve",
    "approved": "close",
    "closed": "reopen",
}
ROLE_OF = {act: role for acts in RULES.values() for act, (role, _stage) in acts.items()}
WITHOUT_WORDS = {"accept", "request", "first_review", "second_review", "approve", "close", "extend", "notify"}
NUMBERED = {"notify", "close", "transfer"}


@dataclass
class Course:
    """What the independent reading knows of one finding."""

    stage: str = "to_notify"
    before_leaving: str = ""
    last: date = FOUND
    due: date | None = None
    asked: date | None = None
    asked_by: str = ""
    submitters: set[str] = field(default_factory=set)
    requesters: set[str] = field(default_factory=set)  # of the running request, and its reviewers
    money: int = 0
    taken_back: date = date.min
    came_back: date = date.min
    facts: list[tuple[date, str, Any]] = field(default_factory=list)

    def expects(self, user: User, act: str, step: Step, day: date) -> bool:
        """Whether the step may be taken, its role and place apart."""
        limit = step.new_due_date or (self.asked if act == "extend" else None)
        sets_limit = act in {"notify", "ask_extension", "extend", "reopen"} and limit is not None
        return all(
            (
                act in RULES[self.stage],
                day <= TODAY and day >= self.last,
                step.note or act in WITHOUT_WORDS,
                step.document_number or act not in NUMBERED,
                not (act in {"accept", "not_accept"} and user.user_name in self.submitters),
                not (
                    self.stage in {"requested", "first_reviewed", "second_reviewed"}
                    and user.user_name in self.requesters
                ),
                not (act == "accept" and day <= self.taken_back),
                not (act in OUT and day <= self.came_back),
                not (act == "ask_extension" and self.asked),
                not (act in WAIT and (self.asked is None or user.user_name == self.asked_by)),
                not (sets_limit and (limit < day or (self.due is not None and limit <= self.due))),  # type: ignore[operator]
                not (act == "reopen" and sum(step.money.values()) > self.money),
            )
        )

    def take(self, user: User, act: str, step: Step, day: date) -> None:
        """Note what the step changes."""
        stage = RULES[self.stage][act][1]
        limit = step.new_due_date or (self.asked if act == "extend" else None)
        self.last = day
        if act in {"measure", "progress", "submit"}:
            self.submitters.add(user.user_name)
        if act == "request":
            self.requesters = {user.user_name}
        if act in {"first_review", "second_review"}:
            self.requesters.add(user.user_name)
        if act in {"notify", "extend", "reopen"} and limit:
            self.due = limit
        if act == "ask_extension":
            self.asked, self.asked_by = limit, user.user_name
        if act in WAIT:
            self.asked = None
        if act == "reopen":
            self.taken_back, self.submitters = day, set()
        self.money += sum(step.money.values()) * (-1 if act == "reopen" else 1)
        if act in OUT:
            self.before_leaving = self.stage
        if act == "return":
            self.came_back, stage = day, self.before_leaving
        self.stage = stage or self.stage
        self.facts.append((day, self.stage, (self.due, self.money)))


@dataclass
class World:
    engine: Engine
    courses: dict[int, Course] = field(default_factory=dict)
    taken: Counter[str] = field(default_factory=Counter)  # by act
    refused: int = 0


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    engine = connect_to(f"sqlite:///{_file(tmp_path_factory.mktemp('random'))}")
    # What a killed machine would lose is not asked here: bench closing does.
    event.listen(engine, "connect", lambda opened, _entry: opened.execute("pragma synchronous = off"))
    upgrade(engine)
    with writing(engine) as connection:
        set_value(connection, "as_of", TODAY.isoformat())
        add_house(connection)
    yield World(engine)
    engine.dispose()


def _file(folder: Path) -> Path:
    file = folder / "audit.db"
    file.touch()
    return file


def begun(engine: Engine, number: int) -> None:
    with writing(engine) as connection:
        connection.execute(
            insert(Finding).values(
                finding_id=number,
                finding_code=f"F{number}",
                project_id=1,
                unit_id=1,
                title="问题",
                amount_fen=1000,
                found_date=FOUND,
                recorded_at=now(),
            )
        )
        connection.execute(insert(Rectification).values(finding_id=number))
        connection.execute(
            insert(Attachment).values(
                subject="finding",
                subject_id=number,
                file_name="证.pdf",
                sha256="0",
                size_bytes=1,
                added_by="x",
                added_at=now(),
            )
        )


def facts_of(engine: Engine, number: int) -> list[Any]:
    with reading(engine) as connection:
        milestones = connection.execute(
            select(Milestone.__table__).where(Milestone.finding_id == number).order_by(Milestone.milestone_id)
        ).all()
        money = connection.execute(
            select(RectifiedMoney.__table__)
            .where(RectifiedMoney.finding_id == number)
            .order_by(RectifiedMoney.rectified_money_id)
        ).all()
    return [tuple(milestones), tuple(money)]


# (onward, of the stage or any, which of them, who, days later, fen, days of the limit, what is left out)
STEPS = st.lists(
    st.tuples(
        st.integers(0, 9),
        st.integers(0, 99),
        st.integers(0, 99),
        st.integers(-1, 12),
        st.integers(0, 400),
        st.integers(-2, 90),
        st.integers(0, 19),
    ),
    min_size=8,
    max_size=LONGEST,
)


def said(act: str, day: date, fen: int, days: int, left_out: int) -> Step:
    takes_limit = act in {"notify", "ask_extension"} or (act == "reopen" and days % 2)
    takes_money = act in {"progress", "submit", "reopen"}
    return Step(
        act,
        note="" if left_out == 0 else "说明",
        fact_date=day,
        document_number="" if left_out == 1 else "1号",
        receiving_body="监委",
        rectification_type="immediate" if act == "notify" else None,
        new_due_date=day + timedelta(days=days) if takes_limit else None,
        money={"recovered": fen} if takes_money and fen else {},
    )


@settings(
    max_examples=COURSES,
    deadline=None,
    database=None,
    derandomize=COURSES <= 20,
    suppress_health_check=list(HealthCheck),
)
@given(steps=STEPS)
def _walk(world: World, steps: list[tuple[int, ...]]) -> None:
    number = len(world.courses) + 1
    course = world.courses[number] = Course()
    begun(world.engine, number)
    before: list[Any] = [(), ()]
    for within, which, who, later, fen, days, left_out in steps:
        acts = list(RULES[course.stage] if within else ROLE_OF)
        act = FORWARD.get(course.stage, acts[0]) if within >= _ONWARD else acts[which % len(acts)]
        able = [user for user in PEOPLE if ROLE_OF[act] in user.roles]
        user = (able if within > 1 else PEOPLE)[who % len(able if within > 1 else PEOPLE)]
        day = course.last + timedelta(days=later)
        step = said(act, day, fen, days, left_out)
        revision = len(course.facts)
        try:
            is_taken = take_steps(world.engine, user, [Asked(number, revision, step)])[0].is_taken
        except NotPermittedError:
            assert ROLE_OF[act] not in user.roles
            is_taken = False
        else:
            assert ROLE_OF[act] in user.roles
        is_near = user.region_code is None
        expected = ROLE_OF[act] in user.roles and is_near and course.expects(user, act, step, day)
        assert is_taken == bool(expected), (course.stage, act, user.user_name, day, step, course)
        after = facts_of(world.engine, number)
        assert all(new[: len(old)] == old for old, new in zip(before, after, strict=True)), "append only"
        assert len(after[0]) == len(before[0]) + is_taken, "one fact per step, and none for a refusal"
        before = after
        if is_taken:
            course.take(user, act, step, day)
            world.taken[act] += 1
            assert (after[0][-1].user_name, after[0][-1].rectified_fen) == (user.user_name, course.money)
        else:
            world.refused += 1
    with reading(world.engine) as connection:
        now_ = standings(connection, [number], TODAY)[number]
    assert (now_.stage, now_.due_date, now_.rectified_fen) == (course.stage, course.due, course.money)


def test_random_courses(world: World) -> None:
    _walk(world)
    with writing(world.engine) as connection:
        settle(connection)
    source = open_source(world.engine)
    days = [FOUND + timedelta(days=offset) for offset in (0, 20, 45, 80, 120, 200)] + [TODAY]
    for day in days:
        counted = [_on(course, day) for course in world.courses.values()]
        pool = [each for each in counted if each[0] not in {"transferred", "withdrawn"}]
        finished = {"rectified", "requested", "first_reviewed", "second_reviewed", "approved", "closed"}
        rectified = [each for each in pool if each[0] in finished]
        rest = [each for each in pool if each[0] not in finished]
        expected = {
            "findings": len(counted),
            "findings_open": len(rest),
            "findings_overdue": sum(due is not None and due < day for _stage, due, _fen in rest),
            "findings_awaiting_close_out": sum(each[0] != "closed" for each in rectified),
            "rectification_rate_by_count": len(rectified) / len(pool) if pool else None,
            "rectification_rate_by_amount": (
                sum(min(max(fen, 0), 1000) for _stage, _due, fen in pool) / (1000 * len(pool))
                if pool
                else None
            ),
        }
        found = {name: value(source, kpis()[name], Filters(as_of=day)).value for name in expected}
        assert found == pytest.approx(expected), day
        stages = source.rows(
            f"""{relations_read(source, "from finding_work_as_of", [day])}
            select finding_id, work_stage from finding_work_as_of""",
            {},
        )
        assert dict(stages) == {number: _on(course, day)[0] for number, course in world.courses.items()}
    with reading(world.engine) as connection:
        assert first_broken_link(connection)[0] is None
    assert world.taken.total() > 5 * COURSES, "most courses go some way"
    assert COURSES < _MANY or world.taken.keys() == ROLE_OF.keys(), "every act was taken"
    print(f"{len(world.courses)} courses, {world.taken.total()} steps taken, {world.refused} refused")
    print(dict(world.taken))


def _on(course: Course, day: date) -> tuple[str, date | None, int]:
    """(stage, limit, money) at the end of a day."""
    stage, due, fen = "to_notify", None, 0
    for fact_date, then, (limit, money) in course.facts:
        if fact_date <= day:
            stage, due, fen = then, limit, money
    return stage, due, fen
