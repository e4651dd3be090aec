"""Truth checks are written down: who drew which findings, and what the check on the spot found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine, func, insert, select

from data.access.permission import permit, permit_place
from data.access.roles import User
from data.bureau import bureau
from data.codes import DRAW_METHOD, TRUTH_ANSWER
from data.engine import now, reading, writing
from data.events import TruthChecked, TruthSampleDrawn, record, take_turn
from data.language import _
from data.ledger.finding_place import Place, finding_places
from data.schema import Milestone, TruthCandidate, TruthCheck, TruthResult, TruthSample
from data.truth.drawing import draw
from data.truth.proving import digest_of

ACTION = "recheck-findings"
MOST = 500
_LONGEST = 1_000
_LARGEST_SEED = 2**31 - 1


class TruthCheckError(ValueError):
    """The sample or the result cannot be written; the message says why, in the reader's language."""


@dataclass(frozen=True)
class Draw:
    """What to draw: `draw_method` of DRAW_METHOD, how many, and the seed that draws the same again."""

    draw_method: str
    size: int
    seed: int
    reason: str


def draw_sample(engine: Engine, user: User, weights: Mapping[int, float], asked: Draw) -> int:
    """Draw from the findings of `weights` (see queries/truth/population.py) and write the sample with all of
    them, so that the draw can be proved (data/truth/proving.py); its number.

    Drawn at random, every finding has the same chance, whatever its weight. Raises TruthCheckError and
    NotPermittedError (recorded).
    """
    permit(engine, user, ACTION, "truth")
    reason = _words(asked.reason)
    if not weights:
        raise TruthCheckError(_("There is no rectified finding to draw from here."))
    if not 0 < asked.size <= MOST:
        raise TruthCheckError(_("A sample has 1 to {most} findings.").format(most=MOST))
    if asked.draw_method not in DRAW_METHOD or not 0 <= asked.seed <= _LARGEST_SEED:
        raise TruthCheckError(_("The seed is a whole number from 0 to {most}.").format(most=_LARGEST_SEED))
    used = weights if asked.draw_method == "by_risk" else dict.fromkeys(weights, 1.0)
    drawn = draw(used, asked.size, asked.seed)
    with writing(engine) as connection:
        take_turn(connection)
        _refuse_waiting(connection, drawn)
        event = TruthSampleDrawn(
            finding_ids=drawn,
            draw_method=asked.draw_method,
            seed=asked.seed,
            population=len(weights),
            reason=reason,
            sha256=digest_of(used),
        )
        made = insert(TruthSample).values(
            draw_method=asked.draw_method,
            seed=asked.seed,
            population=len(weights),
            reason=reason,
            fact_date=bureau(connection).as_of,
            user_name=user.user_name,
            recorded_at=now(),
            event_id=record(connection, user.user_name, event),
        )
        number = int(connection.execute(made.returning(TruthSample.truth_sample_id)).scalar_one())
        for table, findings in ((TruthCandidate, sorted(used)), (TruthCheck, drawn)):
            connection.execute(
                insert(table),
                [
                    {"truth_sample_id": number, "finding_id": finding, "weight": used[finding]}
                    for finding in findings
                ],
            )
    return number


def _refuse_waiting(connection: Connection, drawn: list[int]) -> None:
    """Raise TruthCheckError where somebody drew one of these meanwhile, and nobody has looked yet."""
    waiting = (
        select(TruthCheck.finding_id)
        .outerjoin(TruthResult, TruthResult.truth_check_id == TruthCheck.truth_check_id)
        .where(TruthCheck.finding_id.in_(drawn), TruthResult.truth_result_id.is_(None))
    )
    if connection.scalar(waiting.limit(1)) is not None:
        raise TruthCheckError(_("Another sample was drawn meanwhile and has some of these: draw again."))


def write_result(
    engine: Engine, user: User, check_id: int, *, truth_answer: str, note: str, fact_date: date | None = None
) -> None:
    """Write what the check found; without a day, on the bureau's own. An earlier result stays beside it.

    Raises TruthCheckError and NotPermittedError (recorded): also for who accepted the rectification.
    """
    permit(engine, user, ACTION, "truth")
    words = _words(note)
    if truth_answer not in TRUTH_ANSWER:
        raise TruthCheckError(_("Say what the check found."))
    with reading(engine) as connection:
        place = _place(connection, check_id)
    permit_place(engine, user, ACTION, place, "truth")
    with writing(engine) as connection:
        take_turn(connection)
        check = connection.execute(
            select(TruthCheck.finding_id, TruthSample.fact_date)
            .join(TruthSample, TruthSample.truth_sample_id == TruthCheck.truth_sample_id)
            .where(TruthCheck.truth_check_id == check_id)
        ).one()
        today = bureau(connection).as_of
        day = fact_date or today
        # A correction that was dated before what it corrects would not count.
        known = connection.scalar(
            select(func.max(TruthResult.fact_date)).where(TruthResult.truth_check_id == check_id)
        )
        first = max(check.fact_date, known or check.fact_date)
        if not first <= day <= today:
            raise TruthCheckError(
                _(
                    "The check lies between the draw, or the result before it ({first}), and today ({last})."
                ).format(first=first.isoformat(), last=today.isoformat())
            )
        if _accepted_by(connection, user, check.finding_id):
            raise TruthCheckError(_("You accepted this rectification: somebody else checks its truth."))
        event = TruthChecked(finding_ids=[check.finding_id], truth_answer=truth_answer, note=words)
        connection.execute(
            insert(TruthResult).values(
                truth_check_id=check_id,
                truth_answer=truth_answer,
                note=words,
                fact_date=day,
                user_name=user.user_name,
                recorded_at=now(),
                event_id=record(connection, user.user_name, event),
            )
        )


def _accepted_by(connection: Connection, user: User, finding_id: int) -> bool:
    """Whether the user took the newest step of acceptance; a ledger names a person and no account."""
    step = connection.execute(
        select(Milestone.user_name, Milestone.person)
        .where(Milestone.finding_id == finding_id, Milestone.kind == "rectified")
        .order_by(Milestone.fact_date.desc(), Milestone.milestone_id.desc())
        .limit(1)
    ).one_or_none()
    if step is None:
        return False
    return step.user_name == user.user_name or (step.user_name is None and step.person == user.display_name)


def _words(text: str) -> str:
    words = text.strip()
    if not words:
        raise TruthCheckError(_("Say it in words: they are kept with the check."))
    if len(words) > _LONGEST:
        raise TruthCheckError(_("The text is longer than {most} characters.").format(most=_LONGEST))
    return words


def _place(connection: Connection, check_id: int) -> Place:
    finding_id = connection.scalar(select(TruthCheck.finding_id).where(TruthCheck.truth_check_id == check_id))
    if finding_id is None:
        raise TruthCheckError(_("There is no such check."))
    return finding_places(connection, [finding_id])[finding_id]
