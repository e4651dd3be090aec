"""A problem on the list takes a step: what stands against it, and what is written when nothing does."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, Engine, insert, select

from data.access.permission import is_in_place, permit, refuse
from data.access.roles import COMMAND_LINE, User, can
from data.bureau import bureau
from data.codes import MAJOR_CRITERION, MAJOR_STAGE, MAJOR_STEP, WEEK_COLOUR
from data.engine import now, reading, writing
from data.events import MajorProblemStepTaken, MajorWeekTold, record, take_turn
from data.language import _
from data.major_problems.standing import Standing, monday, standing
from data.major_problems.transitions import BY_ACT, TELL, MajorTransition, acts_from
from data.schema import MajorProblemStep, MajorProblemWeek, Section
from data.transition import Offered

LONGEST_NOTE = 2_000
LONGEST_NAME = 100
LONGEST_NUMBER = 64
_WHOLE = 100


class MajorStepError(ValueError):
    """The step cannot be taken; the message says why, in the reader's language."""


@dataclass(frozen=True)
class ListAct:
    """What somebody says of a step of the list. `fact_date` None: the bureau's day.

    Of a weekly state: `week_date` any day of the week, `note` the state in words, `colour` None for the rule.
    """

    act: str
    note: str = ""
    fact_date: date | None = None
    criterion: str | None = None
    lead_section_code: str | None = None
    tracker: str = ""
    document_number: str = ""
    week_date: date | None = None
    progress_percent: int = 0
    next_step: str = ""
    colour: str | None = None
    colour_reason: str = ""


def offered_acts(there: Standing, user: User) -> tuple[Offered[MajorTransition], ...]:
    """The acts of the stage that are the user's by right, in the order of the table."""
    return tuple(
        Offered(each, next(_against(there, user, each), ""))
        for each in acts_from(there.stage)
        if can(user, each.right)
    )


def is_theirs(connection: Connection, user: User, there: Standing, right: str) -> bool:
    """Whether the user may use the right on the problem: who is bound to a place, where its finding lies;
    what is told of it, the section that leads it tells too.
    """
    if user == COMMAND_LINE or is_in_place(connection, user, there.place):
        return True
    led = (there.lead[0], there.place[1])
    return right == TELL and led[0] is not None and is_in_place(connection, user, led)


def take_list_step(engine: Engine, user: User, finding_id: int, revision: int, act: ListAct) -> None:
    """Take one step; `revision` is that at which the problem was seen.

    Raises MajorStepError, also where somebody else wrote meanwhile, NotPermittedError (recorded) and KeyError
    for an unknown act.
    """
    transition = BY_ACT[act.act]
    subject = f"major problem {finding_id}"
    permit(engine, user, transition.right, subject)
    with reading(engine) as connection:
        seen = standing(connection, finding_id, bureau(connection).as_of)
        is_elsewhere = seen is not None and not is_theirs(connection, user, seen, transition.right)
    if is_elsewhere:
        refuse(engine, user, transition.right, subject)
    with writing(engine) as connection:
        take_turn(connection)
        today = bureau(connection).as_of
        there = standing(connection, finding_id, today)
        if there is None:
            raise MajorStepError(_("There is no finding {number}.").format(number=finding_id))
        if there.revision != revision:
            raise MajorStepError(
                _(
                    "Somebody else has worked on problem {code} of the list meanwhile; look at it again."
                ).format(code=there.finding_code)
            )
        act = _settled(act, today)
        for words in (*_against(there, user, transition), *_said(connection, there, act, transition, today)):
            raise MajorStepError(words)
        if transition.act == "tell_week":
            _write_week(connection, user, there, act, today)
        else:
            _write_step(connection, user, there, act, transition)


def _settled(act: ListAct, today: date) -> ListAct:
    return replace(
        act,
        note=act.note.strip(),
        fact_date=act.fact_date or today,
        tracker=act.tracker.strip(),
        document_number=act.document_number.strip(),
        week_date=monday(act.week_date or today),
        next_step=act.next_step.strip(),
        colour_reason=act.colour_reason.strip() if act.colour else "",
    )


def _against(there: Standing, user: User, transition: MajorTransition) -> Iterator[str]:
    """What stands against an act whatever is said with it."""
    if there.stage not in transition.from_states:
        yield _("“{act}” cannot be done now: {stage}.").format(
            act=_(transition.title), stage=_(MAJOR_STAGE[there.stage])
        )
    for step in there.since(transition.not_by):
        if step.user_name == user.user_name:
            yield _("Nobody reviews what they submitted: “{step}” was your step.").format(
                step=_(MAJOR_STEP[step.kind])
            )
    if "rectified" in transition.needs and not there.is_rectified:
        yield _("The ledger has not accepted its rectification yet.")
    if "closed_out" in transition.needs and not there.is_closed_out:
        yield _("The ledger has not closed it out yet: the list comes after the ledger.")


def _said(
    connection: Connection, there: Standing, act: ListAct, transition: MajorTransition, today: date
) -> Iterator[str]:
    needs = transition.needs
    if "criterion" in needs and act.criterion not in MAJOR_CRITERION:
        yield _("Say by which criterion it is a major problem.")
    if "lead_section" in needs and not _is_section(connection, act.lead_section_code):
        yield _("Name the section that leads.")
    if "tracker" in needs and not act.tracker:
        yield _("Name who tracks it.")
    if "note" in needs and not act.note:
        yield _("Say why, in words: they stay with the step.")
    if max(len(act.note), len(act.next_step), len(act.colour_reason)) > LONGEST_NOTE:
        yield _("the words are longer than {most} letters.").format(most=LONGEST_NOTE)
    if len(act.tracker) > LONGEST_NAME or len(act.document_number) > LONGEST_NUMBER:
        yield _("a number or a name is too long.")
    if "week" in needs:
        yield from _said_of_week(there, act, today)
    elif act.fact_date is not None and not there.last_date <= act.fact_date <= today:
        yield _("The day lies between its last step ({first}) and today ({last}).").format(
            first=there.last_date.isoformat(), last=today.isoformat()
        )


def _said_of_week(there: Standing, act: ListAct, today: date) -> Iterator[str]:
    if not act.note or not act.next_step:
        yield _("Say how it stands this week and what comes next.")
    if not 0 <= act.progress_percent <= _WHOLE:
        yield _("Progress lies between 0 and 100 percent.")
    if act.colour is not None and act.colour not in WEEK_COLOUR:
        yield _("There is no such colour.")
    if act.colour and not act.colour_reason:
        yield _("Say why the colour is another than that of the rule.")
    first = monday(there.listed_date or today)
    if act.week_date is None or not first <= act.week_date <= today:
        yield _("The week lies between that of its entry ({first}) and this one.").format(
            first=first.isoformat()
        )


def _is_section(connection: Connection, code: str | None) -> bool:
    found = connection.scalar(select(Section.section_code).where(Section.section_code == code))
    return code is not None and found is not None


def _write_step(
    connection: Connection, user: User, there: Standing, act: ListAct, transition: MajorTransition
) -> None:
    stage = transition.to_state or there.stage
    assert act.fact_date is not None
    event = MajorProblemStepTaken(
        finding_code=there.finding_code,
        major_step=transition.step,
        fact_date=act.fact_date,
        major_stage_before=there.stage,
        major_stage=stage,
        criterion=act.criterion,
        lead_section_code=act.lead_section_code,
        tracker=act.tracker,
        document_number=act.document_number,
        note=act.note,
        revision=there.revision + 1,
    )
    connection.execute(
        insert(MajorProblemStep).values(
            finding_id=there.finding_id,
            kind=transition.step,
            fact_date=act.fact_date,
            criterion=act.criterion if "criterion" in transition.needs else None,
            lead_section_code=act.lead_section_code if "lead_section" in transition.needs else None,
            tracker=act.tracker or None if "tracker" in transition.needs else None,
            document_number=act.document_number or None,
            note=act.note or None,
            user_name=user.user_name,
            person=user.display_name,
            recorded_at=now(),
            event_id=record(connection, user.user_name, event),
        )
    )


def _write_week(connection: Connection, user: User, there: Standing, act: ListAct, today: date) -> None:
    """Told on the bureau's day whatever the week: what was missing on a day stays missing on it."""
    assert act.week_date is not None
    event = MajorWeekTold(
        finding_code=there.finding_code,
        week_date=act.week_date,
        note=act.note,
        progress_percent=act.progress_percent,
        next_step=act.next_step,
        week_colour=act.colour,
        reason=act.colour_reason,
        revision=there.revision + 1,
    )
    connection.execute(
        insert(MajorProblemWeek).values(
            finding_id=there.finding_id,
            week_date=act.week_date,
            fact_date=today,
            state=act.note,
            progress_percent=act.progress_percent,
            next_step=act.next_step,
            colour=act.colour,
            colour_reason=act.colour_reason or None,
            user_name=user.user_name,
            person=user.display_name,
            recorded_at=now(),
            event_id=record(connection, user.user_name, event),
        )
    )
