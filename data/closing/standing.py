"""How findings stand now: the stage of the work, the limit, the money, and who took which step.

The rules are those of the ledger as of a day (finding_spell, finding_work_as_of in queries/relations):
a reopening takes back what was accepted on or before its day, a return what had left the ledger.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select

from data.ledger.finding_place import REGION_CODE, SECTION_CODE, Place
from data.schema import (
    Attachment,
    Finding,
    Milestone,
    PlannedStep,
    Project,
    Rectification,
    RectifiedMoney,
    Unit,
)

SUBJECT = "finding"  # of attachments
_AT_A_TIME = 500
_REQUESTS = {
    "close_requested": "requested",
    "first_review": "first_reviewed",
    "second_review": "second_reviewed",
    "approved": "approved",
    "sent_back": "rectified",
}
_EXTENSIONS = ("extension_asked", "extended", "extension_refused")
# The limit is the latest that any of these set; see finding_spell.sql.
LIMITS = ("notified", "extended", "reopened")


@dataclass(frozen=True)
class TakenStep:
    """A dated fact as it counts for the next step."""

    kind: str
    fact_date: date
    user_name: str | None
    person: str | None
    new_due_date: date | None


@dataclass(frozen=True)
class Standing:
    """One finding as it stands. `steps` are those of the past in order; `place` is (section, region).

    `asked_due_date` is the limit of an extension that waits for its decision.
    """

    finding_id: int
    finding_code: str
    revision: int
    stage: str  # see data/codes.py: WORK_STAGE
    found_date: date
    place: Place
    rectification_type: str | None
    due_date: date | None
    asked_due_date: date | None
    amount_fen: int | None
    money: Mapping[str, int]
    has_evidence: bool
    steps: tuple[TakenStep, ...]

    @property
    def last_date(self) -> date:
        """The day of the newest step; that of the finding before the first."""
        return max((step.fact_date for step in self.steps), default=self.found_date)

    @property
    def rectified_fen(self) -> int:
        """What was rectified in all."""
        return sum(self.money.values())

    @property
    def open_fen(self) -> int | None:
        """What is still open, as the ledger counts it; None for a finding without an amount."""
        return open_of(self.amount_fen, self.rectified_fen)

    def day_of(self, kind: str) -> date:
        """The newest day of a kind of step; the first of all days where there is none."""
        return max((step.fact_date for step in self.steps if step.kind == kind), default=date.min)

    def since(self, kinds: Iterable[str]) -> tuple[TakenStep, ...]:
        """The steps of these kinds that belong to the present round: the running request or submission.

        A request for an extension stands until it is decided, whatever round it is from.
        """
        asked = [step for step in self.steps if step.kind == "extension_asked"]
        waiting = asked[-1:] if self.asked_due_date is not None else []
        counted = dict.fromkeys((*waiting, *_round(self)))
        return tuple(step for step in counted if step.kind in set(kinds))


def open_of(amount_fen: int | None, rectified_fen: int) -> int | None:
    """What is left of an amount when that much was rectified: never less than nought, None without amount."""
    return amount_fen - min(max(rectified_fen, 0), amount_fen) if amount_fen and amount_fen > 0 else None


def standings(connection: Connection, finding_ids: Sequence[int], today: date) -> dict[int, Standing]:
    """The findings of these numbers as of the bureau's day, by number; one that is not there is left out."""
    found: dict[int, Standing] = {}
    for first in range(0, len(finding_ids), _AT_A_TIME):
        found |= _some(connection, finding_ids[first : first + _AT_A_TIME], today)
    return found


def _some(connection: Connection, finding_ids: Sequence[int], today: date) -> dict[int, Standing]:
    rows = connection.execute(
        select(
            Finding.finding_id,
            Finding.finding_code,
            Finding.revision,
            Finding.found_date,
            Finding.amount_fen,
            SECTION_CODE.label("section_code"),
            REGION_CODE.label("region_code"),
            Rectification.rectification_type,
            Rectification.due_date,
            Rectification.evidence_list,
        )
        .join(Project, Project.project_id == Finding.project_id)
        .join(Unit, Unit.unit_id == Finding.unit_id)
        .outerjoin(Rectification, Rectification.finding_id == Finding.finding_id)
        .where(Finding.finding_id.in_(finding_ids))
    ).all()
    steps: dict[int, list[Row[Any]]] = {}
    in_order = select(Milestone.__table__).where(Milestone.finding_id.in_(finding_ids))
    for step in connection.execute(in_order.order_by(Milestone.fact_date, Milestone.milestone_id)):
        if step.fact_date <= today:
            steps.setdefault(step.finding_id, []).append(step)
    money: dict[int, dict[str, int]] = {}
    sums = (
        select(RectifiedMoney.finding_id, RectifiedMoney.kind, func.sum(RectifiedMoney.amount_fen))
        .where(RectifiedMoney.finding_id.in_(finding_ids), RectifiedMoney.fact_date <= today)
        .group_by(RectifiedMoney.finding_id, RectifiedMoney.kind)
    )
    for finding_id, kind, fen in connection.execute(sums):
        money.setdefault(finding_id, {})[kind] = int(fen)
    attached = set(
        connection.scalars(
            select(Attachment.subject_id).where(
                Attachment.subject == SUBJECT, Attachment.subject_id.in_(finding_ids)
            )
        )
    )
    return {
        row.finding_id: _standing(
            row,  # type: ignore[arg-type]
            steps.get(row.finding_id, []),
            money.get(row.finding_id, {}),
            has_evidence=row.finding_id in attached or bool(row.evidence_list),
        )
        for row in rows
    }


def _standing(
    row: Row[Any], steps: Sequence[Row[Any]], money: Mapping[str, int], *, has_evidence: bool
) -> Standing:
    taken = tuple(
        TakenStep(step.kind, step.fact_date, step.user_name, step.person, step.new_due_date) for step in steps
    )
    limits = [step.new_due_date for step in taken if step.kind in LIMITS and step.new_due_date]
    asked = [step for step in taken if step.kind in _EXTENSIONS]
    is_asked = bool(asked) and asked[-1].kind == "extension_asked"
    return Standing(
        finding_id=row.finding_id,
        finding_code=row.finding_code,
        revision=row.revision,
        stage=stage_of(taken, is_noticed=bool(row.rectification_type or row.due_date)),
        found_date=row.found_date,
        place=(row.section_code, row.region_code),
        rectification_type=row.rectification_type,
        due_date=max(limits) if limits else row.due_date,
        asked_due_date=asked[-1].new_due_date if is_asked else None,
        amount_fen=row.amount_fen,
        money=money,
        has_evidence=has_evidence,
        steps=taken,
    )


def stage_of(steps: Sequence[TakenStep], *, is_noticed: bool) -> str:
    """The stage that follows from dated steps in their order; see queries/relations/as_of/finding_work_as_of.

    `is_noticed`: the ledger states a type or a limit, so the unit knows of it without a notice from here.
    """

    def newest(kind: str) -> date:
        return max((step.fact_date for step in steps if step.kind == kind), default=date.min)

    for kind in ("withdrawn", "transferred"):
        if newest(kind) > newest("returned"):
            return kind
    reopened = newest("reopened")
    if newest("closed") > reopened:
        return "closed"
    accepted = newest("rectified")
    if accepted > reopened:
        running = [step for step in steps if step.kind in _REQUESTS and step.fact_date >= accepted]
        return _REQUESTS[running[-1].kind] if running else "rectified"
    asked = [
        step
        for step in steps
        if step.kind in {"submitted", "not_accepted", "reopened"} and step.fact_date >= reopened
    ]
    if asked and asked[-1].kind == "submitted":
        return "submitted"
    return "rectifying" if is_noticed or newest("notified") > date.min else "to_notify"


def _round(standing: Standing) -> tuple[TakenStep, ...]:
    """The steps since the last that ended a round: a rejection, a reopening."""
    ends = {"sent_back", "reopened"} if standing.stage not in {"rectifying", "submitted"} else {"reopened"}
    last = max((place for place, step in enumerate(standing.steps) if step.kind in ends), default=-1)
    return standing.steps[last + 1 :]


def planned_steps(connection: Connection, finding_id: int) -> tuple[tuple[date, str], ...]:
    """(day, goal) of the newest notice that set dated goals, in the order of the days."""
    notice = (
        select(Milestone.milestone_id)
        .join(PlannedStep, PlannedStep.milestone_id == Milestone.milestone_id)
        .where(Milestone.finding_id == finding_id)
        .order_by(Milestone.fact_date.desc(), Milestone.milestone_id.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(PlannedStep.due_date, PlannedStep.goal)
        .where(PlannedStep.milestone_id == notice)
        .order_by(PlannedStep.due_date, PlannedStep.planned_step_id)
    )
    return tuple((row.due_date, row.goal) for row in rows)
