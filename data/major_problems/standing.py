"""How a finding stands on the list of major problems now: its stage, its lead, its steps and weekly states.

The rules are those of queries/relations/as_of/major_listing_as_of.sql for any day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from data.closing.standing import standings as ledger_standings
from data.major_problems.transitions import STAGE_AFTER
from data.schema import Finding, MajorProblemStep, MajorProblemWeek

_RECTIFIED = frozenset({"rectified", "requested", "first_reviewed", "second_reviewed", "approved", "closed"})


@dataclass(frozen=True)
class ListStep:
    """A dated step of the list, as it was written."""

    kind: str
    fact_date: date
    criterion: str | None
    lead_section_code: str | None
    tracker: str | None
    document_number: str | None
    note: str | None
    user_name: str
    person: str


@dataclass(frozen=True)
class WeekState:
    """The state of one week as it was told; `colour` None: judged by rule."""

    week_date: date
    fact_date: date
    state: str
    progress_percent: int
    next_step: str
    colour: str | None
    colour_reason: str | None
    person: str


@dataclass(frozen=True)
class Standing:
    """One finding on the list, or a candidate for it. `revision` counts what was ever written of it.

    `place` is (section, region) of the finding; `ledger_stage` is that of the ledger (WORK_STAGE).
    `weeks` are the newest state of each week, in the order of the weeks.
    """

    finding_id: int
    finding_code: str
    title: str
    found_date: date
    place: tuple[str | None, str | None]
    ledger_stage: str
    stage: str
    revision: int
    steps: tuple[ListStep, ...]
    weeks: tuple[WeekState, ...]

    @property
    def listed_date(self) -> date | None:
        """The day of the newest entry into the list."""
        return next((step.fact_date for step in reversed(self.steps) if step.kind == "listed"), None)

    @property
    def last_date(self) -> date:
        """The day of the newest step; that of the finding before the first."""
        return max((step.fact_date for step in self.steps), default=self.found_date)

    @property
    def lead(self) -> tuple[str | None, str | None]:
        """(section that leads, who tracks) as last named."""
        for step in reversed(self.steps):
            if step.lead_section_code:
                return step.lead_section_code, step.tracker
        return None, None

    @property
    def is_rectified(self) -> bool:
        """Whether the ledger has accepted the rectification."""
        return self.ledger_stage in _RECTIFIED

    @property
    def is_closed_out(self) -> bool:
        """Whether the ledger has closed it out."""
        return self.ledger_stage == "closed"

    def since(self, kinds: Iterable[str]) -> tuple[ListStep, ...]:
        """The steps of these kinds since the problem was last put on the list or sent back."""
        wanted = set(kinds)
        ends = [place for place, step in enumerate(self.steps) if step.kind in {"listed", "sent_back"}]
        return tuple(step for step in self.steps[ends[-1] + 1 if ends else 0 :] if step.kind in wanted)


def monday(day: date) -> date:
    """The first day of the week that the day lies in."""
    return day - timedelta(days=day.weekday())


def stage_of(steps: Sequence[ListStep]) -> str:
    """The stage that follows from the steps in their order: that of the newest that leads anywhere."""
    reached = [STAGE_AFTER[step.kind] for step in steps if step.kind in STAGE_AFTER]
    return reached[-1] if reached else "candidate"


def standing(connection: Connection, finding_id: int, today: date) -> Standing | None:
    """How the finding stands as of the bureau's day; None where there is no such finding."""
    ledger = ledger_standings(connection, [finding_id], today).get(finding_id)
    if ledger is None:
        return None
    title = connection.scalars(select(Finding.title).where(Finding.finding_id == finding_id)).one()
    taken = _in_order(connection, MajorProblemStep, finding_id)
    told = _in_order(connection, MajorProblemWeek, finding_id)
    steps = tuple(
        ListStep(
            row.kind,
            row.fact_date,
            row.criterion,
            row.lead_section_code,
            row.tracker,
            row.document_number,
            row.note,
            row.user_name,
            row.person,
        )
        for row in taken
        if row.fact_date <= today
    )
    weeks = {
        row.week_date: WeekState(
            row.week_date,
            row.fact_date,
            row.state,
            row.progress_percent,
            row.next_step,
            row.colour,
            row.colour_reason,
            row.person,
        )
        for row in told
        if row.fact_date <= today
    }
    return Standing(
        finding_id,
        ledger.finding_code,
        title,
        ledger.found_date,
        ledger.place,
        ledger.stage,
        stage_of(steps),
        len(taken) + len(told),
        steps,
        tuple(weeks[week] for week in sorted(weeks)),
    )


def _in_order(connection: Connection, model: Any, finding_id: int) -> Sequence[Row[Any]]:
    table = model.__table__
    key = next(iter(table.primary_key))
    rows = select(table).where(table.c.finding_id == finding_id).order_by(table.c.fact_date, key)
    return connection.execute(rows).all()
