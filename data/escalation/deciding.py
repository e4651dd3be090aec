"""A person decides on proposed rungs: with letters that follow, put off until a day, or not at all.

Approved findings go into one letter for each unit that has to rectify, section and region: a letter lists the
findings of one unit, and whoever is bound to a place sees the letters of that place alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, Engine, func, insert, select

from data.access.permission import is_in_place, permit, refuse
from data.access.roles import COMMAND_LINE, User
from data.bureau import bureau
from data.closing.standing import Standing, standings
from data.codes import ESCALATION_DECISION
from data.engine import now, reading, writing
from data.escalation.ladder import BY_STEP
from data.events import EscalationDecided, record, take_turn
from data.language import _
from data.schema import (
    EscalationDecision,
    EscalationLetter,
    EscalationLetterFinding,
    Finding,
    Rectification,
    Unit,
)

SUBJECT = "escalation"
LONGEST_REASON, LONGEST_DEMAND, LONGEST_ADDRESSEE = 1_000, 2_000, 400
_OPEN = {"to_notify", "rectifying"}


class EscalationError(ValueError):
    """What is asked for cannot stand; the message says why, in the reader's language."""


@dataclass(frozen=True)
class Decision:
    """What is decided: `decision` of ESCALATION_DECISION on a rung.

    What is approved says whom the letter goes to ("": the unit that has to rectify), what it asks for, and
    until when an answer is awaited (None: none). What is put off says until when; both others say why.
    """

    step: str
    decision: str
    addressee: str = ""
    demand: str = ""
    answer_due_date: date | None = None
    until_date: date | None = None
    reason: str = ""


def decided_until(connection: Connection, finding_ids: Sequence[int]) -> dict[int, int]:
    """The newest decision on each finding, 0 where there is none: what somebody who decides has seen."""
    newest = (
        select(EscalationDecision.finding_id, func.max(EscalationDecision.escalation_decision_id))
        .where(EscalationDecision.finding_id.in_(finding_ids))
        .group_by(EscalationDecision.finding_id)
    )
    known = {row[0]: row[1] for row in connection.execute(newest)}
    return {finding_id: known.get(finding_id, 0) for finding_id in finding_ids}


def decide(
    engine: Engine,
    user: User,
    grounds: Mapping[int, str],
    seen: Mapping[int, int],
    wanted: Decision,
) -> tuple[int, ...]:
    """Decide on all of the findings, or on none; the letters that follow, by number.

    `grounds` are what the reader was told of each finding ("" for a step that nothing proposed), `seen` what
    `decided_until` gave then. Raises EscalationError and NotPermittedError (recorded).
    """
    right = BY_STEP[wanted.step].right
    permit(engine, user, right, SUBJECT)
    wanted = replace(
        wanted,
        addressee=wanted.addressee.strip(),
        demand=wanted.demand.strip(),
        reason=wanted.reason.strip(),
    )
    with reading(engine) as connection:
        today = bureau(connection).as_of
        there = standings(connection, list(grounds), today)
        is_elsewhere = user != COMMAND_LINE and not all(
            is_in_place(connection, user, standing.place) for standing in there.values()
        )
    if is_elsewhere:
        refuse(engine, user, right, SUBJECT)
    _check(wanted, today)
    with writing(engine) as connection:
        take_turn(connection)
        there = standings(connection, list(grounds), today)
        _check_findings(connection, grounds, there, seen)
        letters = _letters(connection, there, wanted, today) if wanted.decision == "approved" else {}
        event = EscalationDecided(
            finding_ids=sorted(grounds),
            escalation_step=wanted.step,
            escalation_decision=wanted.decision,
            reason=wanted.reason,
            until_date=wanted.until_date,
            letters=sorted(set(letters.values())),
            addressee=wanted.addressee,
            answer_due_date=wanted.answer_due_date,
        )
        event_id = record(connection, user.user_name, event)
        connection.execute(
            insert(EscalationDecision),
            [
                {
                    "finding_id": finding_id,
                    "step": wanted.step,
                    "decision": wanted.decision,
                    "until_date": wanted.until_date,
                    "due_date": there[finding_id].due_date,
                    "grounds": words or None,
                    "reason": wanted.reason or None,
                    "escalation_letter_id": letters.get(finding_id),
                    "fact_date": today,
                    "user_name": user.user_name,
                    "recorded_at": now(),
                    "event_id": event_id,
                }
                for finding_id, words in grounds.items()
            ],
        )
    return tuple(sorted(set(letters.values())))


def _check(wanted: Decision, today: date) -> None:
    ESCALATION_DECISION[wanted.decision]
    for words, most in (
        (wanted.reason, LONGEST_REASON),
        (wanted.demand, LONGEST_DEMAND),
        (wanted.addressee, LONGEST_ADDRESSEE),
    ):
        if len(words) > most:
            raise EscalationError(_("One of the texts is longer than {most} characters.").format(most=most))
    if wanted.decision == "approved":
        if not wanted.addressee and not BY_STEP[wanted.step].is_to_unit:
            raise EscalationError(_("Name whom the letter goes to."))
        if not wanted.demand:
            raise EscalationError(_("Say what the letter asks for."))
        if wanted.answer_due_date is not None and wanted.answer_due_date < today:
            raise EscalationError(_("The limit for the answer has passed already."))
        return
    if not wanted.reason:
        raise EscalationError(_("Say why: the reason stands in the finding's history."))
    if wanted.decision == "put_off" and (wanted.until_date is None or wanted.until_date <= today):
        raise EscalationError(_("Put it off until a day that is still to come."))


def _check_findings(
    connection: Connection,
    grounds: Mapping[int, str],
    there: Mapping[int, Standing],
    seen: Mapping[int, int],
) -> None:
    if not grounds or set(there) != set(grounds):
        raise EscalationError(_("One of the findings is not in the ledger any more."))
    if decided_until(connection, list(grounds)) != {number: seen.get(number, 0) for number in grounds}:
        raise EscalationError(_("Somebody else has decided on one of them meanwhile: look again."))
    need_waiting(there.values())
    waiting = connection.scalars(
        select(Finding.finding_code)
        .join(EscalationLetterFinding, EscalationLetterFinding.finding_id == Finding.finding_id)
        .join(
            EscalationLetter,
            EscalationLetter.escalation_letter_id == EscalationLetterFinding.escalation_letter_id,
        )
        .where(
            Finding.finding_id.in_(list(grounds)),
            EscalationLetter.sent_date.is_(None),
            EscalationLetter.cancelled_date.is_(None),
        )
    ).first()
    if waiting is not None:
        raise EscalationError(
            _("A letter about finding {code} waits to be sent: send or cancel it first.").format(code=waiting)
        )


def need_waiting(there: Iterable[Standing]) -> None:
    """Raise EscalationError where one of the findings does not wait for the unit that has to rectify it."""
    for standing in there:
        if standing.stage not in _OPEN:
            raise EscalationError(
                _("Finding {code} does not wait for its unit any more: nothing is to be escalated.").format(
                    code=standing.finding_code
                )
            )


def _letters(
    connection: Connection, there: Mapping[int, Standing], wanted: Decision, today: date
) -> dict[int, int]:
    """Write the letters; the number of the letter of each finding."""
    rows = connection.execute(
        select(Finding.finding_id, Unit.unit_id, Unit.name)
        .outerjoin(Rectification, Rectification.finding_id == Finding.finding_id)
        .join(Unit, Unit.unit_id == func.coalesce(Rectification.responsible_unit_id, Finding.unit_id))
        .where(Finding.finding_id.in_(list(there)))
        .order_by(Unit.unit_id, Finding.finding_id)
    ).all()
    made: dict[tuple[int, str | None, str | None], int] = {}
    found: dict[int, int] = {}
    for row in rows:
        standing = there[row.finding_id]
        of = (row.unit_id, *standing.place)
        if of not in made:
            made[of] = connection.scalars(
                insert(EscalationLetter)
                .values(
                    step=wanted.step,
                    unit_id=row.unit_id,
                    addressee=wanted.addressee or row.name,
                    demand=wanted.demand,
                    answer_due_date=wanted.answer_due_date,
                    decided_date=today,
                    recorded_at=now(),
                )
                .returning(EscalationLetter.escalation_letter_id)
            ).one()
        found[row.finding_id] = made[of]
        connection.execute(
            insert(EscalationLetterFinding).values(
                escalation_letter_id=made[of],
                finding_id=row.finding_id,
                due_date=standing.due_date,
                amount_fen=standing.amount_fen,
                open_fen=standing.open_fen,
            )
        )
    return found
