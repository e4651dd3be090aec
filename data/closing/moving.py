"""Findings take a step: one of them, or many of which each is checked by the same rules and told apart."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, update

from data.access.permission import is_in_place, permit
from data.access.roles import User
from data.bureau import bureau
from data.closing.rules import check, remark, settled
from data.closing.standing import Standing, TakenStep, open_of, stage_of, standings
from data.closing.step import FindingStepError, Step
from data.closing.transitions import BY_ACT
from data.closing.waiting_matter import waiting_matter
from data.engine import now, reading, writing
from data.events import ActionRefused, FindingStepsBroughtIn, FindingStepTaken, record, take_turn
from data.language import _
from data.schema import (
    Finding,
    FindingChange,
    Milestone,
    PlannedStep,
    Rectification,
    RectifiedMoney,
    Transfer,
)

# The account of a step is the newest words of the ledger's column; what was there before is in the history.
_COLUMN_OF = {"measure": "measures", "progress": "account", "submit": "account"}


@dataclass(frozen=True)
class Asked:
    """A step that is asked for: of which finding, and at which revision it was seen (None: as it stands)."""

    finding_id: int
    revision: int | None
    step: Step


@dataclass(frozen=True)
class Outcome:
    """What became of a step that was asked for; `reason` says why it was not taken."""

    finding_id: int
    finding_code: str
    is_taken: bool
    stage: str = ""  # after it
    reason: str = ""
    remark: str = ""  # what is worth a second look about a step that can be taken


def take_step(engine: Engine, user: User, finding_id: int, revision: int, step: Step) -> None:
    """Take one step. Raises FindingStepError, NotPermittedError (recorded), KeyError for an unknown act."""
    outcome = take_steps(engine, user, [Asked(finding_id, revision, step)])[0]
    if not outcome.is_taken:
        raise FindingStepError(outcome.reason)


def take_steps(
    engine: Engine,
    user: User,
    asked: Sequence[Asked],
    *,
    is_dry: bool = False,
    file: tuple[str, str] | None = None,
) -> tuple[Outcome, ...]:
    """Take the steps that can be taken, in their order and in one transaction; what became of each.

    `is_dry` checks and writes nothing. `file` is (name, digest) of what they come from. Raises
    NotPermittedError (recorded) where the user has no right to an act, and KeyError for an unknown act.
    """
    for act in dict.fromkeys(each.step.act for each in asked):
        permit(engine, user, BY_ACT[act].right, act)
    with reading(engine) if is_dry else writing(engine) as connection:
        if not is_dry:
            take_turn(connection)
        today = bureau(connection).as_of
        there = standings(connection, list({each.finding_id for each in asked}), today)
        outcomes = []
        for each in asked:
            outcome, after = _one(connection, user, each, there.get(each.finding_id), today, is_dry=is_dry)
            outcomes.append(outcome)
            if after is not None:
                there[each.finding_id] = after
        taken = sum(outcome.is_taken for outcome in outcomes)
        if file is not None and taken and not is_dry:
            record(connection, user.user_name, FindingStepsBroughtIn(*file, taken, len(outcomes) - taken))
    return tuple(outcomes)


def _one(
    connection: Connection,
    user: User,
    asked: Asked,
    standing: Standing | None,
    today: date,
    *,
    is_dry: bool,
) -> tuple[Outcome, Standing | None]:
    if standing is None:
        words = _("There is no finding {number}.").format(number=asked.finding_id)
        return Outcome(asked.finding_id, "", is_taken=False, reason=words), None
    try:
        step = settled(standing, asked.step)
        day = step.fact_date or today
        _may(connection, user, standing, BY_ACT[step.act].right, is_dry=is_dry)
        if asked.revision is not None and asked.revision != standing.revision:
            raise FindingStepError(
                _("Somebody else has worked on finding {code} meanwhile; look at it again.").format(
                    code=standing.finding_code
                )
            )
        check(standing, user, step, day=day, today=today)
    except FindingStepError as error:
        return Outcome(standing.finding_id, standing.finding_code, is_taken=False, reason=str(error)), None
    after = _after(standing, user, step, day)
    if not is_dry:
        _write(connection, user, standing, after, step, day)
    told = remark(standing, {} if step.act == "reopen" else step.money)
    outcome = Outcome(standing.finding_id, standing.finding_code, True, after.stage, remark=told)
    return outcome, after


def _may(connection: Connection, user: User, standing: Standing, right: str, *, is_dry: bool) -> None:
    if is_in_place(connection, user, standing.place):
        return
    if not is_dry:
        record(connection, user.user_name, ActionRefused(right, f"finding {standing.finding_code}"))
    raise FindingStepError(
        _("Finding {code}: it belongs to another section or region than your account.").format(
            code=standing.finding_code
        )
    )


def _after(standing: Standing, user: User, step: Step, day: date) -> Standing:
    """How the finding stands when the step is taken: the same reckoning as from the facts it writes."""
    kind = BY_ACT[step.act].milestone
    taken = TakenStep(kind, day, user.user_name, user.display_name, step.new_due_date)
    steps = (*standing.steps, taken)
    sign = -1 if step.act == "reopen" else 1
    money = dict(standing.money)
    for name, fen in step.money.items():
        money[name] = money.get(name, 0) + sign * fen
    sets_limit = kind in {"notified", "extended", "reopened"} and step.new_due_date is not None
    is_decided = kind in {"extended", "extension_refused"}
    asked_due_date = None if is_decided else standing.asked_due_date
    rectification_type = step.rectification_type or standing.rectification_type
    due_date = step.new_due_date if sets_limit else standing.due_date
    return Standing(
        finding_id=standing.finding_id,
        finding_code=standing.finding_code,
        revision=standing.revision + 1,
        stage=stage_of(steps, is_noticed=bool(rectification_type or due_date)),
        found_date=standing.found_date,
        place=standing.place,
        rectification_type=rectification_type,
        due_date=due_date,
        asked_due_date=step.new_due_date if kind == "extension_asked" else asked_due_date,
        amount_fen=standing.amount_fen,
        money=money,
        has_evidence=standing.has_evidence,
        steps=steps,
    )


def _write(  # noqa: PLR0917 the step with what was and what is
    connection: Connection, user: User, before: Standing, after: Standing, step: Step, day: date
) -> None:
    kind = BY_ACT[step.act].milestone
    sign = -1 if step.act == "reopen" else 1
    event_id = record(
        connection,
        user.user_name,
        FindingStepTaken(
            finding_code=before.finding_code,
            milestone=kind,
            fact_date=day,
            stage_before=before.stage,
            work_stage=after.stage,
            note=step.note,
            document_number=step.document_number,
            receiving_body=step.receiving_body,
            rectification_type=step.rectification_type,
            new_due_date=step.new_due_date,
            answer_due_date=step.answer_due_date,
            money={name: sign * fen for name, fen in step.money.items()},
            rectified_fen=after.rectified_fen,
            open_fen=open_of(after.amount_fen, after.rectified_fen),
            due_date=after.due_date,
            revision=after.revision,
        ),
    )
    stamps: dict[str, Any] = {"recorded_at": now(), "event_id": event_id}
    finding_id = before.finding_id
    milestone_id = connection.scalars(
        insert(Milestone)
        .values(
            finding_id=finding_id,
            kind=kind,
            fact_date=day,
            is_fact_date_assumed=False,
            new_due_date=step.new_due_date,
            person=user.display_name,
            document_number=step.document_number or None,
            note=step.note or None,
            user_name=user.user_name,
            revision=after.revision,
            answer_due_date=step.answer_due_date,
            due_date=after.due_date,
            rectified_fen=after.rectified_fen,
            open_fen=after.open_fen,
            **stamps,
        )
        .returning(Milestone.milestone_id)
    ).one()
    for goal_day, goal in step.planned:
        connection.execute(
            insert(PlannedStep).values(milestone_id=milestone_id, due_date=goal_day, goal=goal)
        )
    for name, fen in step.money.items():
        entry = {"finding_id": finding_id, "kind": name, "amount_fen": sign * fen, "fact_date": day}
        connection.execute(insert(RectifiedMoney).values(**entry, is_fact_date_assumed=False, **stamps))
    _write_columns(connection, finding_id, step, event_id)
    if step.act == "transfer":
        _write_transfer(connection, finding_id, step, day, stamps["recorded_at"])
    connection.execute(
        update(Finding).where(Finding.finding_id == finding_id).values(revision=after.revision)
    )


def _write_columns(connection: Connection, finding_id: int, step: Step, event_id: int) -> None:
    """The newest words and type in the ledger's columns, and what they were before in the history."""
    wanted = {
        name: value
        for name, value in (
            (_COLUMN_OF.get(step.act), step.note),
            ("rectification_type", step.rectification_type),
        )
        if name and value
    }
    if not wanted:
        return
    row = connection.execute(
        select(Rectification.__table__).where(Rectification.finding_id == finding_id)
    ).one_or_none()
    if row is None:
        connection.execute(insert(Rectification).values(finding_id=finding_id, **wanted))
    else:
        connection.execute(
            update(Rectification).where(Rectification.finding_id == finding_id).values(**wanted)
        )
    old = row._mapping if row is not None else {}
    changes = {name: [old.get(name), value] for name, value in wanted.items() if old.get(name) != value}
    if changes:
        told = json.dumps(changes, ensure_ascii=False)
        connection.execute(
            insert(FindingChange).values(finding_id=finding_id, event_id=event_id, is_new=False, changes=told)
        )


def _write_transfer(connection: Connection, finding_id: int, step: Step, day: date, recorded_at: Any) -> None:
    """The register of transfers: a matter that was decided and waits goes out, else a new one."""
    waiting = waiting_matter(connection, finding_id, step.receiving_body, day)
    said = {
        "receiving_body": step.receiving_body,
        "document_number": step.document_number,
        "sent_date": day,
        "recorded_at": recorded_at,
    }
    if waiting is not None:
        connection.execute(update(Transfer).where(Transfer.transfer_id == waiting.transfer_id).values(**said))
    else:
        said |= {"finding_id": finding_id, "decided_date": day}
        connection.execute(insert(Transfer).values(**said))
