"""A finding is worked from its notice to close-out and after: who may, what it takes, what stands."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, func, insert, select

from data.access.roles import ACTIONS, ROLES, NotPermittedError, User
from data.closing.moving import Asked, take_step, take_steps
from data.closing.step import FindingStepError, Step
from data.closing.transitions import BY_ACT, TRANSITIONS
from data.codes import MILESTONE, WORK_STAGE
from data.engine import now, reading, writing
from data.events import first_broken_link
from data.schema import Event, FindingChange, Milestone, PlannedStep, Rectification, RectifiedMoney, Transfer
from queries.cards.finding_facts import finding_facts
from queries.cards.finding_history import history
from queries.catalog import kpis
from queries.filters import Filters
from queries.run import value
from queries.source import open_source
from tests.closing_rows import (
    CLERK,
    ELSEWHERE,
    EVERYTHING,
    LEADER,
    NOTICE,
    REVIEW,
    SECTION,
    WAY,
    done,
    prepare,
    prove,
    standing,
    walk,
)

DAY = date(2024, 3, 1)
OTHER_CLERK = User("clerk2", "整改乙", frozenset({"rectification"}))
OTHER_SECTION = User("chief2", "科室乙", frozenset({"section"}))


def test_from_the_notice_to_its_number(engine: Engine) -> None:
    prepare(engine)
    prove(engine, 1)
    walk(engine, "close")
    now_ = standing(engine)
    assert (now_.stage, now_.revision, now_.due_date) == ("closed", len(WAY), date(2024, 4, 1))
    assert (now_.rectified_fen, now_.open_fen) == (1000, 0)
    with reading(engine) as connection:
        rows = connection.execute(select(Milestone.__table__).order_by(Milestone.milestone_id)).all()
        assert [row.kind for row in rows] == [BY_ACT[act].milestone for _user, act, _said in WAY]
        assert [row.user_name for row in rows] == [user.user_name for user, _act, _said in WAY]
        # The figures of that moment stay with the step.
        assert [row.open_fen for row in rows] == [1000, 1000, 600, 0, 0, 0, 0, 0, 0, 0]
        assert [row.rectified_fen for row in rows][1:4] == [0, 400, 1000]
        assert rows[-1].document_number == "销〔2024〕1号"
        told = connection.execute(select(Rectification.__table__)).one()
        assert (told.rectification_type, told.measures, told.account) == (
            "immediate",
            "制定整改方案",
            "全部追回",
        )
        steps = select(func.count()).where(Event.kind == "finding_step_taken")
        assert connection.scalar(steps) == len(WAY)
        assert first_broken_link(connection)[0] is None
        # What a ledger's column said before is in the history of the fields.
        assert connection.scalar(select(func.count()).select_from(FindingChange)) == 4


def test_what_is_not_rectified_yet_is_not_in_the_figures_of_that_day(sqlite_engine: Engine) -> None:
    """The states of a day follow from dated facts: a day before a step is as it was."""
    prepare(sqlite_engine)
    prove(sqlite_engine, 1)
    walk(sqlite_engine, "submit", day=date(2024, 2, 1))
    done(sqlite_engine, SECTION, "accept", fact_date=date(2024, 5, 6))
    source = open_source(sqlite_engine)

    def figure(name: str, day: date) -> object:
        return value(source, kpis()[name], Filters(as_of=day)).value

    assert [figure("findings_overdue", date(2024, month, 2)) for month in (2, 4, 5, 6)] == [0, 1, 1, 0]
    assert figure("rectification_rate_by_count", date(2024, 5, 5)) == 0
    assert figure("rectification_rate_by_count", date(2024, 5, 6)) == 1
    # Before the notice there was no limit to be near to.
    assert figure("findings_due_soon", date(2024, 1, 31)) == 0


@pytest.mark.parametrize(
    ("until", "user", "act", "said", "words"),
    [
        (None, CLERK, "notify", {"rectification_type": None}, "整改类型"),
        (None, CLERK, "notify", {"document_number": ""}, "文号"),
        (None, CLERK, "notify", {"new_due_date": date(2024, 2, 1)}, "早于"),
        (None, CLERK, "notify", {"rectification_type": "phased"}, "阶段"),
        (None, CLERK, "notify", {"rectification_type": "continuous"}, "12月31日"),
        (None, CLERK, "notify", {"money": {"recovered": 1}}, "金额"),
        (None, CLERK, "notify", {"fact_date": date(2024, 7, 1)}, "未来"),
        (None, CLERK, "notify", {"fact_date": date(2024, 1, 9)}, "2024-01-10"),
        (None, CLERK, "submit", {"note": "已改"}, "待下达"),
        ("notify", CLERK, "measure", {}, "说明"),
        ("notify", CLERK, "progress", {"note": "x", "money": {"gold": 1}}, "gold"),
        ("notify", CLERK, "progress", {"note": "x", "money": {"recovered": -1}}, "大于"),
        ("notify", CLERK, "submit", {"note": "已改"}, "证明"),
        ("notify", CLERK, "ask_extension", {"note": "汛期", "new_due_date": date(2024, 4, 1)}, "2024-04-01"),
        ("notify", LEADER, "extend", {}, "延期"),
        ("notify", REVIEW, "transfer", {"note": "涉嫌犯罪", "document_number": "1号"}, "移送"),
    ],
)
def test_what_a_step_needs(  # noqa: PLR0917 one line per rule
    sqlite_engine: Engine, until: str | None, user: User, act: str, said: dict[str, Any], words: str
) -> None:
    prepare(sqlite_engine)
    if until:
        walk(sqlite_engine, until)
    before = standing(sqlite_engine)
    asked = {"fact_date": DAY, **(NOTICE if act == "notify" else {}), **said}
    outcome = done(sqlite_engine, user, act, **asked)
    assert not outcome.is_taken
    assert words in outcome.reason
    assert outcome.reason.startswith("问题 F1：")
    assert standing(sqlite_engine) == before


def test_dated_goals_and_planned_years(sqlite_engine: Engine) -> None:
    prepare(sqlite_engine)
    goals = ((date(2024, 9, 30), "收回余款"), (date(2024, 5, 31), "完成清算"))
    phased: dict[str, Any] = {
        "rectification_type": "phased",
        "document_number": "1号",
        "planned": goals,
        "fact_date": DAY,
    }
    assert done(sqlite_engine, CLERK, "notify", **phased).is_taken
    assert standing(sqlite_engine).due_date == date(2024, 9, 30), "the last goal is the limit"
    with reading(sqlite_engine) as connection:
        rows = connection.execute(select(PlannedStep.due_date, PlannedStep.goal)).all()
    assert [tuple(row) for row in rows] == sorted(goals)


def test_rights_are_asked_where_the_work_happens(sqlite_engine: Engine) -> None:
    prepare(sqlite_engine)
    for user, act in ((SECTION, "notify"), (CLERK, "accept"), (REVIEW, "first_review"), (SECTION, "approve")):
        with pytest.raises(NotPermittedError):
            done(sqlite_engine, user, act)
    refused = done(sqlite_engine, ELSEWHERE, "notify", fact_date=DAY, **NOTICE)
    assert "其他" in refused.reason
    with reading(sqlite_engine) as connection:
        assert connection.scalar(select(func.count()).where(Event.kind == "action_refused")) == 5
        assert connection.scalar(select(func.count()).select_from(Milestone)) == 0


def test_nobody_reviews_what_they_submitted(sqlite_engine: Engine) -> None:
    """One person with every right gets no further than the first step that somebody else has to take."""
    prepare(sqlite_engine)
    prove(sqlite_engine, 1)
    for _user, act, said in WAY[:4]:
        assert done(sqlite_engine, EVERYTHING, act, **({"fact_date": DAY} | said)).is_taken
    assert "提交" in done(sqlite_engine, EVERYTHING, "accept").reason
    assert done(sqlite_engine, SECTION, "accept").is_taken
    done(sqlite_engine, EVERYTHING, "request")
    assert not done(sqlite_engine, EVERYTHING, "first_review").is_taken
    done(sqlite_engine, SECTION, "first_review")
    assert not done(sqlite_engine, EVERYTHING, "second_review").is_taken
    # Nor two reviews of one request.
    both = User("chief", "科室甲", frozenset({"section", "review"}))
    assert not done(sqlite_engine, both, "second_review").is_taken
    assert done(sqlite_engine, REVIEW, "send_back_second", note="缺凭证").is_taken
    # Of the next request these are other people's steps.
    done(sqlite_engine, CLERK, "request")
    assert done(sqlite_engine, EVERYTHING, "first_review").is_taken


def test_a_rejection_carries_its_reason_and_the_round_begins_anew(sqlite_engine: Engine) -> None:
    prepare(sqlite_engine)
    prove(sqlite_engine, 1)
    walk(sqlite_engine, "submit")
    assert not done(sqlite_engine, SECTION, "not_accept").is_taken
    assert done(sqlite_engine, SECTION, "not_accept", note="凭证不全", fact_date=DAY).stage == "rectifying"
    done(sqlite_engine, CLERK, "submit", note="补齐凭证", fact_date=DAY)
    assert done(sqlite_engine, SECTION, "accept", fact_date=DAY).stage == "rectified"
    done(sqlite_engine, CLERK, "request", fact_date=DAY)
    assert done(sqlite_engine, SECTION, "send_back_first", note="再核", fact_date=DAY).stage == "rectified"


def test_extensions_are_asked_decided_and_counted(sqlite_engine: Engine) -> None:
    prepare(sqlite_engine)
    walk(sqlite_engine, "notify")
    later = date(2024, 8, 1)
    done(sqlite_engine, CLERK, "ask_extension", note="汛期停工", new_due_date=later, fact_date=DAY)
    assert (standing(sqlite_engine).due_date, standing(sqlite_engine).asked_due_date) == (
        date(2024, 4, 1),
        later,
    )
    assert not done(sqlite_engine, CLERK, "ask_extension", note="再延", new_due_date=later).is_taken
    assert done(sqlite_engine, LEADER, "extend", fact_date=DAY).is_taken
    now_ = standing(sqlite_engine)
    assert (now_.due_date, now_.asked_due_date) == (later, None)
    done(sqlite_engine, CLERK, "ask_extension", note="再延", new_due_date=later + timedelta(days=9))
    done(sqlite_engine, LEADER, "refuse_extension", note="不同意")
    assert standing(sqlite_engine).due_date == later
    with reading(sqlite_engine) as connection:
        told = [moment for moment in history(finding_facts(connection, 1), ()) if moment.revision]
    assert [(moment.kind, moment.due_dates) for moment in told[:3]] == [
        ("notified", (None, date(2024, 4, 1))),
        ("extension_asked", (date(2024, 4, 1), later)),
        ("extended", (date(2024, 4, 1), later)),
    ], "of one day, in the order in which they were taken"
    counted = open_source(sqlite_engine).rows("select max(extension_count), max(due_date) from finding_spell")
    assert counted == [(1, later)]


def test_nobody_decides_the_extension_they_asked_for_even_after_a_reopening(sqlite_engine: Engine) -> None:
    """The request of the round before still waits, and is still theirs."""
    prepare(sqlite_engine)
    prove(sqlite_engine, 1)
    walk(sqlite_engine, "notify")
    later = date(2024, 8, 1)
    done(sqlite_engine, EVERYTHING, "ask_extension", note="汛期停工", new_due_date=later, fact_date=DAY)
    for user, act in ((CLERK, "submit"), (SECTION, "accept"), (REVIEW, "reopen")):
        taken = done(sqlite_engine, user, act, note="说明", fact_date=DAY + timedelta(days=act == "reopen"))
        assert taken.is_taken, taken.reason
    assert standing(sqlite_engine).asked_due_date == later
    for act in ("extend", "refuse_extension"):
        assert "申请延期" in done(sqlite_engine, EVERYTHING, act, note="同意").reason
    assert done(sqlite_engine, LEADER, "extend").is_taken


def test_a_reopened_finding_keeps_its_history(sqlite_engine: Engine) -> None:
    prepare(sqlite_engine)
    prove(sqlite_engine, 1)
    walk(sqlite_engine, "close")
    done(sqlite_engine, REVIEW, "look_back", note="制度在执行", fact_date=date(2024, 4, 1))
    day = date(2024, 5, 6)
    back: dict[str, Any] = {
        "note": "又挪用",
        "money": {"recovered": 300},
        "new_due_date": date(2024, 9, 1),
        "fact_date": day,
    }
    too_much: dict[str, Any] = {**back, "money": {"recovered": 901}}
    assert "多于" in done(sqlite_engine, REVIEW, "reopen", **too_much).reason
    assert done(sqlite_engine, REVIEW, "reopen", **back).stage == "rectifying"
    now_ = standing(sqlite_engine)
    assert (now_.rectified_fen, now_.open_fen, now_.due_date) == (700, 300, date(2024, 9, 1))
    with reading(sqlite_engine) as connection:
        kinds = connection.scalars(select(Milestone.kind).order_by(Milestone.milestone_id)).all()
        money = connection.scalars(select(func.sum(RectifiedMoney.amount_fen))).one()
    assert kinds[-4:] == ["approved", "closed", "looked_back", "reopened"]
    assert money == 700
    # A day has no time: what is taken back on it is accepted again from the next day on.
    done(sqlite_engine, CLERK, "submit", note="再次追回", money={"recovered": 300}, fact_date=day)
    assert not done(sqlite_engine, SECTION, "accept", fact_date=day).is_taken
    assert done(sqlite_engine, SECTION, "accept", fact_date=day + timedelta(days=1)).is_taken


def test_a_matter_that_waited_is_recorded_when_it_goes_out(sqlite_engine: Engine) -> None:
    prepare(sqlite_engine)
    before = datetime.fromisoformat("2024-02-01")
    with writing(sqlite_engine) as connection:
        connection.execute(insert(Transfer).values(finding_id=1, decided_date=DAY, recorded_at=before))
    prove(sqlite_engine, 1)
    walk(sqlite_engine, "submit")
    day = DAY + timedelta(days=1)
    out = {"note": "涉嫌犯罪", "receiving_body": "监委", "document_number": "1号", "fact_date": day}
    assert done(sqlite_engine, REVIEW, "transfer", **out).is_taken
    with reading(sqlite_engine) as connection:
        sent_date, recorded_at = connection.execute(select(Transfer.sent_date, Transfer.recorded_at)).one()
        told = history(finding_facts(connection, 1), ())
    assert sent_date == day
    assert recorded_at > before
    # It was decided without a step, before those of that day; the step is its sending.
    decided = next(moment for moment in told if moment.kind == "transfer_decided")
    assert (decided.fact_date, decided.revision) == (DAY, None)
    on_day = [moment.kind for moment in told if moment.fact_date == DAY]
    assert (on_day[0], on_day[-1]) == ("transfer_decided", "submitted")
    sending = told[-1].revision
    assert sending is not None
    assert [(moment.kind, moment.revision) for moment in told[-2:]] == [
        ("transferred", sending),
        ("transfer_sent", sending),
    ]


def test_a_matter_that_waits_for_another_body_stays(sqlite_engine: Engine) -> None:
    prepare(sqlite_engine)
    with writing(sqlite_engine) as connection:
        waits = {"finding_id": 1, "decided_date": DAY, "recorded_at": now()}
        connection.execute(insert(Transfer).values(receiving_body="公安局", **waits))
    prove(sqlite_engine, 1)
    walk(sqlite_engine, "submit")
    out = {"note": "涉嫌犯罪", "receiving_body": "监委", "document_number": "1号", "fact_date": DAY}
    assert done(sqlite_engine, REVIEW, "transfer", **out).is_taken
    with reading(sqlite_engine) as connection:
        asked = select(Transfer.receiving_body, Transfer.sent_date).order_by(Transfer.transfer_id)
        assert connection.execute(asked).all() == [("公安局", None), ("监委", DAY)]


def test_what_leaves_the_ledger_may_come_back(sqlite_engine: Engine) -> None:
    prepare(sqlite_engine)
    prove(sqlite_engine, 1)
    walk(sqlite_engine, "submit")
    out: dict[str, Any] = {
        "note": "涉嫌犯罪",
        "receiving_body": "监委",
        "document_number": "移〔2024〕1号",
        "fact_date": DAY,
    }
    assert done(sqlite_engine, REVIEW, "transfer", **out).stage == "transferred"
    with reading(sqlite_engine) as connection:
        row = connection.execute(select(Transfer.receiving_body, Transfer.sent_date)).one()
        told = [moment.kind for moment in history(finding_facts(connection, 1), ())]
    assert row == ("监委", DAY)
    assert told[-4:] == ["submitted", "transferred", "transfer_decided", "transfer_sent"], "as it was done"
    assert not done(sqlite_engine, SECTION, "accept").is_taken
    assert done(sqlite_engine, REVIEW, "return", note="不予立案", fact_date=DAY).stage == "submitted"
    assert not done(sqlite_engine, LEADER, "withdraw", note="重复登记", fact_date=DAY).is_taken
    assert done(sqlite_engine, LEADER, "withdraw", note="重复登记").stage == "withdrawn"


def test_of_two_people_the_second_is_told(engine: Engine) -> None:
    prepare(engine)
    take_step(engine, CLERK, 1, 0, Step("notify", fact_date=DAY, **NOTICE))
    with pytest.raises(FindingStepError, match="其他人"):
        take_step(engine, OTHER_CLERK, 1, 0, Step("notify", fact_date=DAY, **NOTICE))


def test_many_at_once_are_each_checked_and_told(sqlite_engine: Engine) -> None:
    prepare(sqlite_engine)
    notice = Step("notify", fact_date=DAY, **NOTICE)
    asked = [Asked(1, 0, notice), Asked(9, 0, notice), Asked(1, None, notice)]
    dry = take_steps(sqlite_engine, CLERK, asked, is_dry=True)
    assert standing(sqlite_engine).revision == 0
    outcomes = take_steps(sqlite_engine, CLERK, asked)
    assert outcomes == dry, "a dry run tells what then happens, also of the second step of one finding"
    assert [outcome.is_taken for outcome in outcomes] == [True, False, False]


def test_imported_findings_are_worked_on_like_others(sqlite_engine: Engine) -> None:
    """A ledger that says type and limit has told the unit; its facts count, its persons are known by name."""
    facts = [("rectified", DAY), ("close_requested", DAY), ("first_review", DAY)]
    prepare(sqlite_engine, rectification_type="immediate", due=date(2024, 4, 1), facts=facts)
    assert standing(sqlite_engine).stage == "first_reviewed"
    assert done(sqlite_engine, REVIEW, "second_review").is_taken


def test_the_table_is_whole() -> None:
    """Every stage can be left or is an end, every right is somebody's, every milestone has its words."""
    stages = {stage for each in TRANSITIONS for stage in (*each.from_states, each.to_state) if stage}
    assert stages == set(WORK_STAGE)
    assert {stage for stage in stages if not any(stage in each.from_states for each in TRANSITIONS)} == set()
    assert all(each.milestone in MILESTONE and each.right in ACTIONS for each in TRANSITIONS)
    held = set().union(*(actions for _title, actions in ROLES.values()))
    assert {each.right for each in TRANSITIONS} <= held
    # Nobody by role alone may both submit and decide, or take two reviews.
    rights = {each.right for each in TRANSITIONS}
    assert all(len(rights & actions) <= 1 for _title, actions in ROLES.values())
