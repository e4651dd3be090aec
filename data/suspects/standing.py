"""How suspects stand now: their state, who checks them until when, and whether somebody may work on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from data.access.permission import is_in_place
from data.access.roles import COMMAND_LINE, User
from data.schema import Suspect, SuspectStep

_AT_A_TIME = 500
_ANSWERED = {"confirmed", "partly_confirmed", "not_confirmed"}


@dataclass(frozen=True)
class Standing:
    """One suspect as it stands. What a later step does not say holds from the one before.

    What is checked again has no `due_date` until one is set, as in the figures (suspect_as_of.sql).
    """

    suspect_id: int
    model_code: str
    revision: int
    state: str  # see data/codes.py: SUSPECT_STATE
    last_date: date
    section_code: str | None
    region_code: str | None
    to_section_code: str | None = None
    to_region_code: str | None = None
    due_date: date | None = None
    amount_fen: int | None = None
    finding_id: int | None = None


def standings(connection: Connection, suspect_ids: Sequence[int]) -> Mapping[int, Standing]:
    """The suspects of these numbers, by number; one that is not there is left out."""
    found: dict[int, Standing] = {}
    for first in range(0, len(suspect_ids), _AT_A_TIME):
        found |= _some(connection, suspect_ids[first : first + _AT_A_TIME])
    return found


def may_work_on(connection: Connection, user: User, standing: Standing) -> bool:
    """Whether it lies where the user is bound to: where it was found, or where it was issued to."""
    if user == COMMAND_LINE:
        return True
    places = (
        (standing.section_code, standing.region_code),
        (standing.to_section_code or standing.section_code, standing.to_region_code or standing.region_code),
    )
    return any(is_in_place(connection, user, place) for place in places)


def _some(connection: Connection, suspect_ids: Sequence[int]) -> dict[int, Standing]:
    suspects = connection.execute(select(Suspect).where(Suspect.suspect_id.in_(suspect_ids))).all()
    steps: dict[int, list[SuspectStep]] = {}
    in_order = select(SuspectStep).where(SuspectStep.suspect_id.in_(suspect_ids))
    # The figures take the newest by the day of the fact: so does the work.
    for step in connection.execute(in_order.order_by(SuspectStep.fact_date, SuspectStep.suspect_step_id)):
        steps.setdefault(step.suspect_id, []).append(step)  # type: ignore[arg-type]
    return {row.suspect_id: _standing(row, steps.get(row.suspect_id, [])) for row in suspects}  # type: ignore[arg-type]


def _standing(suspect: Suspect, steps: Sequence[SuspectStep]) -> Standing:
    def newest(name: str) -> object:
        return next((value for step in reversed(steps) if (value := getattr(step, name)) is not None), None)

    issued = next((step for step in reversed(steps) if step.to_section_code or step.to_region_code), None)
    return Standing(
        suspect_id=suspect.suspect_id,
        model_code=suspect.model_code,
        revision=suspect.revision,
        state=steps[-1].state if steps else "to_issue",
        last_date=steps[-1].fact_date if steps else suspect.found_date,
        section_code=suspect.section_code,
        region_code=suspect.region_code,
        to_section_code=issued.to_section_code if issued else None,
        to_region_code=issued.to_region_code if issued else None,
        due_date=_due_date(steps),
        amount_fen=newest("amount_fen"),  # type: ignore[arg-type]
        finding_id=newest("finding_id"),  # type: ignore[arg-type]
    )


def _due_date(steps: Sequence[SuspectStep]) -> date | None:
    due, before = None, ""
    for step in steps:
        is_again = step.state == "checking" and before in _ANSWERED
        due = step.due_date or (None if is_again else due)
        before = step.state
    return due
