"""重大审计问题清单 of the demonstration: problems of two years with their weeks, at every stage of the list.

Everything here is invented, like the whole demonstration. Weeks are missing where a bureau forgets them: some
in the week of the last day, one now and then before.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from sqlalchemy import Connection, Row, text

from data.demo.bulk import Row as Values
from data.demo.bulk import insert_rows
from data.demo.days import AS_OF_DATE, as_date, day, on_working_day
from data.schema import MajorProblemStep, MajorProblemWeek

_MOST = 60
_FIRST_DAY = date(2025, 1, 1)
_LISTED_AFTER = 12  # days from the report to the decision
# Problems that the ledger calls major, the newest first, with when they were rectified and closed out.
_MAJOR = text(
    """
    select
        f.finding_id, f.found_date, f.amount_fen, f.has_leader_instruction, f.is_repeat,
        coalesce(f.section_code, p.section_code) as section_code,
        (select min(m.fact_date) from milestone m where m.finding_id = f.finding_id and m.kind = 'rectified')
            as rectified_date,
        (select min(m.fact_date) from milestone m where m.finding_id = f.finding_id and m.kind = 'closed')
            as closed_date
    from finding f join project p on p.project_id = f.project_id
    where f.is_major and f.found_date >= :first and f.finding_id not in (
        select finding_id from milestone where kind in ('reopened', 'withdrawn', 'transferred'))
    order by f.found_date, f.finding_id
    """
)
_TRACKERS = text(
    """
    select section_code, name from staff
    where staff_code in (
        select min(staff_code) from staff where section_code is not null group by section_code
    )
    """
)
_LARGE_FEN = 10_000_000_000
_REASONS = {
    "violation": "违反财经法纪，性质严重",
    "large_amount": "涉及金额大，影响面广",
    "leader_instruction": "市领导批示要求限期整改",
    "repeat": "连续多年查出，久拖不决",
    "system_gap": "反映制度缺失，须建章立制",
}
_STATES = (
    ("已召开整改推进会，明确责任清单", "逐项对账销号"),
    ("已追回部分资金，其余在催缴", "发函催缴，约谈经办部门"),
    ("制度修订稿已征求意见", "提交会议审议后印发"),
    ("与相关部门核对账目，差异已说明", "调整账务，补齐凭证"),
    ("本周无实质进展，对方单位未回函", "提请主管部门协调"),
)
_DONE = ("整改到位，凭证已报审计局", "办理销号")
_COLUMNS = (
    "major_problem_step_id",
    "finding_id",
    "kind",
    "fact_date",
    "criterion",
    "lead_section_code",
    "tracker",
    "note",
    "user_name",
    "person",
    "recorded_at",
)


@dataclass(frozen=True)
class _Problem:
    """One problem of the list; days are None where that did not happen by the last day."""

    number: int
    finding_id: int
    listed: date
    rectified: date | None
    closed: date | None
    criterion: str
    section_code: str
    tracker: str

    @property
    def asked(self) -> date | None:
        """When its review off the list was asked for."""
        return self._after(self.rectified, 6)

    @property
    def passed(self) -> date | None:
        """When the review passed."""
        return self._after(self.asked, 5) if self.number % 7 else None

    @property
    def approved(self) -> date | None:
        """When its close-out from the list was approved."""
        both = max(self.passed, self.closed) if self.passed and self.closed else None
        return self._after(both, 4) if self.number % 9 else None

    @property
    def removed(self) -> date | None:
        """When it was taken off without close-out: one in twenty."""
        return self._after(self.listed, 60) if self.number % 20 == 11 and self.asked is None else None

    @staticmethod
    def _after(start: date | None, days: int) -> date | None:
        if start is None:
            return None
        later = _working(start + timedelta(days=days))
        return later if later <= AS_OF_DATE else None


def write_major_problems(connection: Connection) -> None:
    """Write steps and weeks of the list. Expects the ledger and the staff."""
    trackers: dict[str, str] = {row.section_code: row.name for row in connection.execute(_TRACKERS)}
    found = connection.execute(_MAJOR, {"first": _FIRST_DAY.isoformat()}).all()
    # What was put right before anybody could decide on it never came on the list.
    problems = [
        problem
        for row in found
        if (problem := _problem(row, trackers)) is not None
        and (problem.rectified is None or problem.rectified > problem.listed)
    ][-_MOST:]
    steps = [step for problem in problems for step in _steps(problem)]
    numbered: list[Values] = [(number, *step) for number, step in enumerate(steps, 1)]
    insert_rows(connection, MajorProblemStep, _COLUMNS, numbered)
    weeks = [week for problem in problems for week in _weeks(problem)]
    insert_rows(
        connection,
        MajorProblemWeek,
        (
            "major_problem_week_id",
            "finding_id",
            "week_date",
            "fact_date",
            "state",
            "progress_percent",
            "next_step",
            "colour",
            "colour_reason",
            "user_name",
            "person",
            "recorded_at",
        ),
        [(number, *week) for number, week in enumerate(weeks, 1)],
    )


def _problem(row: Row[tuple[object, ...]], trackers: dict[str, str]) -> _Problem | None:
    found = date.fromisoformat(str(row.found_date))
    listed = _working(found + timedelta(days=_LISTED_AFTER))
    if listed > AS_OF_DATE or row.section_code not in trackers or row.finding_id % 6 == 0:
        return None  # every sixth was not put on the list: a candidate, or never more than that
    return _Problem(
        number=int(row.finding_id),
        finding_id=int(row.finding_id),
        listed=listed,
        rectified=_day(row.rectified_date),
        closed=_day(row.closed_date),
        criterion=_criterion(row),
        section_code=row.section_code,
        tracker=trackers[row.section_code],
    )


def _working(on: date) -> date:
    """The day, or the next working day."""
    return as_date(int(on_working_day(np.array([day(on)]))[0]))


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def _criterion(row: Row[tuple[object, ...]]) -> str:
    if row.has_leader_instruction:
        return "leader_instruction"
    if row.is_repeat:
        return "repeat"
    if (row.amount_fen or 0) >= _LARGE_FEN:
        return "large_amount"
    return "violation" if row.finding_id % 3 else "system_gap"


def _steps(problem: _Problem) -> Iterator[Values]:
    yield _step(problem, "listed", problem.listed, _REASONS[problem.criterion], "review", is_entry=True)
    if problem.removed:
        yield _step(problem, "removed", problem.removed, "转为日常整改跟踪", "leader")
        return
    if problem.asked is None:
        return
    if problem.number % 5 == 0:
        yield _step(problem, "close_asked", problem.asked, "整改到位，申请销号", "rectify")
        yield _step(problem, "sent_back", problem.asked, "缺入库凭证，补齐再报", "review")
    yield _step(problem, "close_asked", problem.asked, "整改到位，申请销号", "rectify")
    if problem.passed:
        yield _step(problem, "review_passed", problem.passed, "凭证齐全，现场复核一致", "review")
    if problem.approved:
        yield _step(problem, "close_approved", problem.approved, "同意销号", "leader")


_PERSONS = {"review": "演示复核", "rectify": "演示整改", "leader": "演示领导"}


def _step(problem: _Problem, kind: str, day: date, note: str, user: str, *, is_entry: bool = False) -> Values:
    entry = (problem.criterion, problem.section_code, problem.tracker) if is_entry else (None, None, None)
    return (problem.finding_id, kind, day.isoformat(), *entry, note, user, _PERSONS[user], _moment(day))


def _weeks(problem: _Problem) -> Iterator[Values]:
    last = problem.approved or problem.removed
    end = last - timedelta(days=7) if last else AS_OF_DATE
    week = problem.listed - timedelta(days=problem.listed.weekday())
    place = 0
    while week <= end:
        told = min(max(week + timedelta(days=4), problem.listed), AS_OF_DATE)
        is_forgotten = (problem.number + place) % 17 == 0 or (
            week + timedelta(days=7) > AS_OF_DATE and problem.number % 4 == 0
        )
        if not is_forgotten:
            yield _week(problem, week, told, place)
        week, place = week + timedelta(days=7), place + 1


def _week(problem: _Problem, week: date, day: date, place: int) -> Values:
    is_done = problem.rectified is not None and problem.rectified <= day
    state, following = _DONE if is_done else _STATES[(problem.number + place) % len(_STATES)]
    percent = 100 if is_done else min(5 * (place // 2) + problem.number % 20, 95)
    is_stuck = not is_done and (problem.number + place // 5) % 13 == 0
    colour, reason = ("red", "对方单位两次未回函，需上级协调") if is_stuck else (None, None)
    return (
        problem.finding_id,
        week.isoformat(),
        day.isoformat(),
        state,
        percent,
        following,
        colour,
        reason,
        "rectify",
        problem.tracker,
        _moment(day),
    )


def _moment(day: date) -> str:
    return f"{day.isoformat()} 09:30:00.000000"
