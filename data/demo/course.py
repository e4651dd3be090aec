"""What happened to the findings after the report: the course of rectification, as arrays of days.

Every course is drawn to its end and cut at the as-of day by whoever writes it down, so that a figure of an
earlier day comes out as it would have then. `NEVER` lies behind every day.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from data.demo.cases import IMMEDIATE, PHASED, Cases
from data.demo.days import AS_OF, Days, day, on_working_day, year_of
from data.demo.names import EXEMPLARY_SECTION, LAGGING_DISTRICT, SECTIONS
from data.demo.wording import class_wordings

NEVER = 9_999_999

# By type: 立行立改, 分阶段, 持续. Share that is rectified in the end.
_DONE = np.array([0.985, 0.93, 0.66])
_DONE_LAGGING = np.array([0.64, 0.36, 0.18])
_DONE_EXEMPLARY = np.array([0.999, 0.99, 0.93])
_SLOWNESS_LAGGING, _SLOWNESS_EXEMPLARY = 1.7, 0.3
_LAND_DUE = day(date(2025, 6, 30))


@dataclass(frozen=True)
class CloseOut:
    """Days from acceptance to closing: 认定, 申请销号, 初审, 复核, 批准, 销号."""

    rectified: Days
    requested: Days
    first_review: Days
    second_review: Days
    approved: Days
    closed: Days


@dataclass(frozen=True)
class Course:
    """Days of what happened to each finding, NEVER where it did not; `money_*` hold up to three payments."""

    due: Days
    extended: tuple[Days, Days]
    new_due: tuple[Days, Days]
    withdrawn: Days
    decided: Days
    sent: Days
    transferred: Days
    close_out: CloseOut
    looked_back: Days
    reopened: Days
    close_out_again: CloseOut  # after a reopening
    money_day: tuple[Days, Days, Days]
    money_fen: tuple[Days, Days, Days]
    supervision: dict[str, Days]

    @property
    def is_rectified(self) -> NDArray[np.bool_]:
        """Whether the finding counts as rectified on the as-of day."""
        first = (self.close_out.rectified <= AS_OF) & (self.reopened > AS_OF)
        return first | (self.close_out_again.rectified <= AS_OF)

    @property
    def has_left(self) -> NDArray[np.bool_]:
        """Whether the finding was withdrawn or transferred out of the ledger by the as-of day."""
        return np.minimum(self.withdrawn, self.transferred) <= AS_OF


def draw_course(cases: Cases) -> Course:
    """The course of every case of a batch."""
    draw = _Draw(np.random.default_rng([3, cases.first_id]), len(cases))
    is_lagging = np.array([unit.region_code == LAGGING_DISTRICT for unit in cases.units])
    is_exemplary = np.array(
        [SECTIONS[project.section].code == EXEMPLARY_SECTION for project in cases.projects]
    )
    is_lagging &= ~is_exemplary  # even there this section gets its findings rectified
    violation = np.array([wording.nature == "violation" for wording in class_wordings()])[cases.classes]

    due = _due(draw, cases)
    withdrawn, decided, sent, transferred = _departures(draw, cases, violation)
    has_left = np.minimum(withdrawn, transferred) < NEVER
    rectified = _rectified(draw, cases, due, is_lagging, is_exemplary)
    rectified[has_left | cases.is_pinned] = NEVER
    extended, new_due = _extensions(draw, cases.found, due, rectified)
    extended[0][has_left] = extended[1][has_left] = NEVER

    never_closed = np.where(is_exemplary, 0.01, np.where(is_lagging, 0.2, 0.07))
    close_out = _close_out(draw, rectified, never_closed, spike=True)
    looked_back = draw.after(close_out.closed, 90, 260, 0.2)
    reopened = draw.after(looked_back, 2, 9, 0.045)
    again = draw.after(reopened, 25, 140, 0.7)
    close_out_again = _close_out(draw, again, never_closed, spike=False)

    money_day, money_fen = _payments(draw, cases, rectified, has_left)
    last_due = np.where(extended[1] < NEVER, new_due[1], np.where(extended[0] < NEVER, new_due[0], due))
    end = np.minimum(np.minimum(withdrawn, transferred), rectified)
    return Course(
        due,
        extended,
        new_due,
        withdrawn,
        decided,
        sent,
        transferred,
        close_out,
        looked_back,
        reopened,
        close_out_again,
        money_day,
        money_fen,
        _supervision(draw, last_due, end, cases.is_pinned),
    )


class _Draw:
    """Random numbers, one for each case of a batch."""

    def __init__(self, dice: np.random.Generator, size: int) -> None:
        self.dice, self.size = dice, size

    def chance(self, share: float | NDArray[np.float64]) -> NDArray[np.bool_]:
        happens: NDArray[np.bool_] = self.dice.random(self.size) < share
        return happens

    def days(self, low: int, high: int) -> Days:
        days: Days = self.dice.integers(low, high + 1, self.size)
        return days

    def pick(self, values: tuple[int, ...], shares: tuple[float, ...]) -> Days:
        picked: Days = self.dice.choice(np.array(values), self.size, p=shares)
        return picked

    def after(self, days: Days, low: int, high: int, share: float | NDArray[np.float64] = 1.0) -> Days:
        """A working day `low` to `high` days after, for that share of the cases; NEVER for the others."""
        later = np.where((days < NEVER) & self.chance(share), days + self.days(low, high), NEVER)
        return _on_working_day(later)


def _on_working_day(days: Days) -> Days:
    """Moves what happens to working days; what lies far behind the as-of day needs none."""
    happens = days <= AS_OF
    moved: Days = np.where(happens, on_working_day(np.where(happens, days, 0)), NEVER)
    return moved


def _due(draw: _Draw, cases: Cases) -> Days:
    year_ends = np.array([day(date(year, 12, 31)) for year in range(2022, 2031)])
    planned_year = year_of(cases.found) + draw.pick((1, 2, 3), (0.3, 0.45, 0.25))
    due: Days = np.select(
        [cases.kind == IMMEDIATE, cases.kind == PHASED],
        [
            cases.found + draw.pick((60, 90), (0.55, 0.45)),
            cases.found + draw.pick((180, 270, 365, 540, 730), (0.12, 0.18, 0.34, 0.23, 0.13)),
        ],
        year_ends[planned_year - 2022],
    )
    due[cases.is_pinned] = _LAND_DUE
    return due


def _departures(draw: _Draw, cases: Cases, violation: NDArray[np.bool_]) -> tuple[Days, Days, Days, Days]:
    """Days of: withdrawal; decision to transfer, sending, and leaving the ledger by it."""
    free = ~cases.is_pinned
    withdrawn = draw.after(np.where(free, cases.found, NEVER), 15, 80, 0.006)
    candidates = np.where(free & violation & (withdrawn == NEVER), cases.found, NEVER)
    decided = draw.after(candidates, 0, 15, 0.045)
    sent = draw.after(decided, 3, 25, 0.965)
    transferred = np.where(draw.chance(0.55), sent, NEVER)
    return withdrawn, decided, sent, transferred


def _rectified(
    draw: _Draw,
    cases: Cases,
    due: Days,
    is_lagging: NDArray[np.bool_],
    is_exemplary: NDArray[np.bool_],
) -> Days:
    """Day the auditors accepted the rectification."""
    dice, size = draw.dice, draw.size
    length = (due - cases.found).astype(np.float64)
    late = 1 + dice.exponential(0.28, size)
    phased = np.where(draw.chance(0.82), dice.beta(4.2, 2.2, size) * 1.02, late)
    lag = np.select(
        [cases.kind == IMMEDIATE, cases.kind == PHASED],
        [np.exp(dice.normal(np.log(42), 0.42, size)), length * phased],
        length * dice.beta(2.6, 1.9, size) * 1.12,
    )
    slowness = np.where(is_lagging, _SLOWNESS_LAGGING, np.where(is_exemplary, _SLOWNESS_EXEMPLARY, 1.0))
    lag = np.maximum(lag * slowness, 6)
    lag = np.where(is_exemplary & draw.chance(0.97), np.minimum(lag, length * 0.97 - 3), lag)
    done = np.select([is_lagging, is_exemplary], [_DONE_LAGGING[cases.kind], _DONE_EXEMPLARY[cases.kind]])
    done = np.where(is_lagging | is_exemplary, done, _DONE[cases.kind])
    return draw.after(np.where(draw.chance(done), cases.found + lag.astype(np.int64), NEVER), 0, 0)


def _extensions(
    draw: _Draw, found: Days, due: Days, rectified: Days
) -> tuple[tuple[Days, Days], tuple[Days, Days]]:
    """Days of a first and a second extension, and the new limits they set."""
    asked = np.where((rectified > due) & (due > found + 30), due - draw.days(3, 14), NEVER)
    first = draw.after(asked, -1, 0, 0.3)
    new_due = due + draw.pick((30, 60, 90, 180), (0.2, 0.3, 0.3, 0.2))
    asked_again = np.where((first < NEVER) & (rectified > new_due), new_due - draw.days(3, 10), NEVER)
    second = draw.after(asked_again, -1, 0, 0.35)
    return (first, second), (new_due, new_due + draw.pick((30, 60, 90), (0.4, 0.4, 0.2)))


def _close_out(draw: _Draw, rectified: Days, never: NDArray[np.float64], *, spike: bool) -> CloseOut:
    """From acceptance to closing; some never ask for it.

    With `spike`, most of what waits in spring is approved in the weeks before the work report of July.
    """
    requested = draw.after(rectified, 1, 18, 1 - never)
    first = draw.after(requested, 1, 7)
    second = draw.after(first, 1, 9)
    approved = draw.after(second, 1, 6)
    if spike:
        happens = approved <= AS_OF
        summer = np.array([day(date(year, 6, 16)) for year in range(2021, 2028)])
        rush = summer[year_of(np.where(happens, approved, AS_OF)) - 2021] + draw.days(0, 21)
        waits = happens & (approved > rush - 90) & (approved < rush) & draw.chance(0.7)
        approved = _on_working_day(np.where(waits, rush, approved))
    closed = draw.after(approved, 0, 3)
    return CloseOut(rectified, requested, first, second, approved, closed)


def _payments(
    draw: _Draw, cases: Cases, rectified: Days, has_left: NDArray[np.bool_]
) -> tuple[tuple[Days, Days, Days], tuple[Days, Days, Days]]:
    """Up to three payments: parts before acceptance, the last up to its day; parts alone if there is none."""
    dice, size = draw.dice, draw.size
    amount = cases.amount_fen
    is_done = rectified < NEVER
    share_done = np.select(
        [draw.chance(0.87), draw.chance(0.65), draw.chance(0.85)],
        [np.ones(size), dice.uniform(0.965, 0.9995, size), dice.uniform(0.8, 0.965, size)],
        dice.uniform(1.0, 1.04, size),  # interest came back with the sum
    )
    share_part = np.where(draw.chance(0.5), dice.uniform(0.05, 0.9, size), 0.0)
    share_part[cases.is_pinned] = 0.031
    share = np.where(is_done, share_done, share_part)
    total = np.where(share == 1.0, amount, (amount * share).astype(np.int64))
    total[has_left] = 0

    parts = draw.pick((1, 2, 3), (0.7, 0.2, 0.1))
    first = np.where(parts > 1, (total * dice.uniform(0.2, 0.6, size)).astype(np.int64), 0)
    second = np.where(parts > 2, ((total - first) * dice.uniform(0.3, 0.7, size)).astype(np.int64), 0)
    end = np.where(is_done, rectified, cases.found + 480)
    span = (end - cases.found).astype(np.float64)
    moments = np.sort(dice.uniform(0.35, 0.98, (3, size)), axis=0)
    days = [_on_working_day(cases.found + (span * moment).astype(np.int64)) for moment in moments]
    last_day = np.where(is_done, np.minimum(np.maximum(days[2], rectified - 12), rectified), days[2])
    return (days[0], days[1], last_day), (first, second, total - first - second)


def _supervision(draw: _Draw, due: Days, end: Days, is_pinned: NDArray[np.bool_]) -> dict[str, Days]:
    """The ladder of escalation once the limit has passed, each step after the one before."""
    steps: dict[str, Days] = {}
    reached = np.ones(draw.size, dtype=np.bool_)
    for kind, low, high, share in (
        ("reminder", 2, 10, 0.93),
        ("urge", 16, 35, 0.8),
        ("supervision_letter", 48, 85, 0.6),
        ("government_supervision", 115, 170, 0.3),
        ("interview", 180, 240, 0.5),
        ("notice", 250, 320, 0.4),
    ):
        step = draw.after(due, low, high)
        reached = reached & (step < end) & (draw.chance(share) | is_pinned)
        steps[kind] = np.where(reached, step, NEVER)
    return steps
