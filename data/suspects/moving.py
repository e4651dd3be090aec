"""Suspects take a step, several at once where it is the same: all of them, or none and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine, insert, select, update

from data.access.permission import permit, refuse
from data.access.roles import COMMAND_LINE, User
from data.bureau import bureau
from data.codes import label
from data.engine import now, reading, writing
from data.events import SuspectsMoved, record, take_turn
from data.language import _
from data.schema import Region, Section, Suspect, SuspectStep
from data.suspects.standing import Standing, may_work_on, standings
from data.suspects.transitions import BY_ACT
from data.transition import Transition

ACTION = "work-suspects"
_ENTER = "enter"
_SHOWN = 5  # numbers named in a message


class SuspectStepError(ValueError):
    """The step cannot be taken; the message says why and of which suspects, in the reader's language."""


@dataclass(frozen=True)
class Step:
    """What a step says. `fact_date` None: the bureau's day. Who checks is a section or a region."""

    act: str
    note: str = ""
    fact_date: date | None = None
    to_section_code: str | None = None
    to_region_code: str | None = None
    due_date: date | None = None
    amount_fen: int | None = None


def move(engine: Engine, user: User, revisions: Mapping[int, int], step: Step) -> int:
    """Take the step with every suspect; `revisions` are the numbers and the revision each was seen at.

    Returns how many moved: all of them. Raises SuspectStepError where one may not take the step, or was
    changed by somebody else since, NotPermittedError (recorded), and KeyError for an unknown act.
    """
    transition = BY_ACT[step.act]
    if transition.act == _ENTER:
        raise SuspectStepError(_("A suspect enters the ledger together with its finding."))
    if user != COMMAND_LINE:
        permit(engine, user, ACTION, step.act)
    _check_said(transition, step)
    with reading(engine) as connection:
        there = standings(connection, list(revisions))
        is_bound_elsewhere = not all(may_work_on(connection, user, each) for each in there.values())
    if is_bound_elsewhere:
        refuse(engine, user, ACTION, step.act)
    with writing(engine) as connection:
        take_turn(connection)
        day = step.fact_date or bureau(connection).as_of
        _check_places(connection, step)
        _check(connection, revisions, transition, step, day)
        write_step(connection, user, list(revisions), transition=transition, step=step, day=day)
    return len(revisions)


def write_step(
    connection: Connection,
    user: User,
    suspect_ids: Sequence[int],
    *,
    transition: Transition,
    step: Step,
    day: date,
    finding: tuple[int, str] | None = None,
) -> None:
    """Write the step of each suspect and one event, in the caller's transaction. `finding` is (id, code)."""
    event = SuspectsMoved(
        suspect_ids=list(suspect_ids),
        suspect_state=transition.to_state,
        note=step.note.strip(),
        to_section=step.to_section_code,
        to_region=step.to_region_code,
        due_date=step.due_date.isoformat() if step.due_date else None,
        finding_code=finding[1] if finding else None,
    )
    event_id, moment = record(connection, user.user_name, event), now()
    for suspect_id in suspect_ids:
        connection.execute(
            insert(SuspectStep).values(
                suspect_id=suspect_id,
                state=transition.to_state,
                fact_date=day,
                note=step.note.strip() or None,
                recorded_at=moment,
                user_name=user.user_name,
                to_section_code=step.to_section_code,
                to_region_code=step.to_region_code,
                due_date=step.due_date,
                amount_fen=step.amount_fen,
                finding_id=finding[0] if finding else None,
                event_id=event_id,
            )
        )
        connection.execute(
            update(Suspect).where(Suspect.suspect_id == suspect_id).values(revision=Suspect.revision + 1)
        )


def _check_said(transition: Transition, step: Step) -> None:
    if "note" in transition.needs and not step.note.strip():
        raise SuspectStepError(_("Say why."))
    if "section_or_region" in transition.needs and not (step.to_section_code or step.to_region_code):
        raise SuspectStepError(_("Choose the section or the region that is to check."))
    if "due_date" in transition.needs and step.due_date is None:
        raise SuspectStepError(_("Choose the day by which an answer is due."))
    if step.amount_fen is not None and step.amount_fen < 0:
        raise SuspectStepError(_("An amount cannot be less than nought."))


def _check_places(connection: Connection, step: Step) -> None:
    """Whom it goes to has to exist: the step keeps the codes without a tie to their tables."""
    for code, column in (
        (step.to_section_code, Section.section_code),
        (step.to_region_code, Region.region_code),
    ):
        if code and connection.scalar(select(column).where(column == code)) is None:
            raise SuspectStepError(_("There is no section or region {code}.").format(code=code))


def _check(
    connection: Connection, revisions: Mapping[int, int], transition: Transition, step: Step, day: date
) -> None:
    there = standings(connection, list(revisions))
    gone = [str(number) for number in revisions if number not in there]
    if gone:
        raise SuspectStepError(_("There is no suspect {numbers}.").format(numbers="、".join(gone)))
    changed = [each for each in there.values() if each.revision != revisions[each.suspect_id]]
    if changed:
        raise SuspectStepError(
            _("Somebody else has worked on suspect {numbers} meanwhile; look at it again.").format(
                numbers=_numbers(changed)
            )
        )
    if wrong := [each for each in there.values() if each.state not in transition.from_states]:
        raise SuspectStepError(
            _("“{act}” cannot be done with suspect {numbers}: {state}.").format(
                act=_(transition.title),
                numbers=_numbers(wrong),
                state=label("suspect_state", wrong[0].state),
            )
        )
    if day > bureau(connection).as_of:
        raise SuspectStepError(_("The day lies in the future."))
    if late := [each for each in there.values() if day < each.last_date]:
        raise SuspectStepError(
            _("Suspect {numbers} took its last step later than that day.").format(numbers=_numbers(late))
        )
    if step.due_date is not None and step.due_date < day:
        raise SuspectStepError(_("The answer cannot be due before the day of issue."))


def _numbers(standings_: Sequence[Standing]) -> str:
    shown = "、".join(str(each.suspect_id) for each in standings_[:_SHOWN])
    return shown if len(standings_) <= _SHOWN else _("{numbers} and others").format(numbers=shown)
