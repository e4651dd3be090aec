"""屡审屡犯 is decided by a person: that findings repeat an earlier one, or that they only look like it."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, Engine, func, insert, select, update

from data.access.permission import permit, permit_place
from data.access.roles import User
from data.bureau import bureau
from data.engine import now, reading, writing
from data.events import RepeatDecided, record, take_turn
from data.language import _
from data.ledger.finding_place import finding_places
from data.schema import Finding, RepeatDecision

ACTION = "recheck-findings"
_LONGEST_REASON = 1000


class RepeatDecisionError(ValueError):
    """The decision cannot stand; the message says why, in the reader's language."""


def decided_until(connection: Connection, finding_ids: Sequence[int]) -> dict[int, int]:
    """The newest decision on each finding, 0 where there is none: what somebody who decides has seen."""
    newest = (
        select(RepeatDecision.finding_id, func.max(RepeatDecision.repeat_decision_id))
        .where(RepeatDecision.finding_id.in_(finding_ids))
        .group_by(RepeatDecision.finding_id)
    )
    known = {row[0]: row[1] for row in connection.execute(newest)}
    return {finding_id: known.get(finding_id, 0) for finding_id in finding_ids}


def decide_repeats(
    engine: Engine,
    user: User,
    priors: Mapping[int, int | None],
    seen: Mapping[int, int],
    *,
    is_repeat: bool,
    reason: str,
) -> int:
    """Decide on all of the findings, or on none. `priors` are the finding that each repeats, `seen` what
    `decided_until` gave when the reader saw them.

    Returns how many. Raises RepeatDecisionError and NotPermittedError (recorded).
    """
    permit(engine, user, ACTION, "repeat")
    with reading(engine) as connection:
        places = finding_places(connection, list(priors))
    if len(places) < len(priors):
        raise RepeatDecisionError(_("One of the findings is not in the ledger any more."))
    for place in set(places.values()):
        permit_place(engine, user, ACTION, place, "repeat")
    words = reason.strip()
    if not words:
        raise RepeatDecisionError(_("Say why: the reason stands in the finding's history."))
    if len(words) > _LONGEST_REASON:
        raise RepeatDecisionError(
            _("The reason is longer than {most} characters.").format(most=_LONGEST_REASON)
        )
    with writing(engine) as connection:
        take_turn(connection)
        if decided_until(connection, list(priors)) != dict(seen):
            raise RepeatDecisionError(
                _("Somebody else decided on one of them meanwhile. Look again, then decide.")
            )
        _check_priors(connection, priors, is_repeat=is_repeat)
        _write(connection, user, priors, is_repeat=is_repeat, reason=words, day=bureau(connection).as_of)
    return len(priors)


def _check_priors(connection: Connection, priors: Mapping[int, int | None], *, is_repeat: bool) -> None:
    if not is_repeat:
        return
    wanted = {finding_id: prior for finding_id, prior in priors.items() if prior is not None}
    if len(wanted) < len(priors) or any(finding_id == prior for finding_id, prior in wanted.items()):
        raise RepeatDecisionError(_("Name the earlier finding that it repeats."))
    question = select(Finding.finding_id, Finding.found_date).where(
        Finding.finding_id.in_([*wanted, *wanted.values()])
    )
    days = {row.finding_id: row.found_date for row in connection.execute(question)}
    if any(days.get(prior, date.max) >= days[finding_id] for finding_id, prior in wanted.items()):
        raise RepeatDecisionError(
            _("The finding that is repeated has to be older than the one repeating it.")
        )


def _write(
    connection: Connection,
    user: User,
    priors: Mapping[int, int | None],
    *,
    is_repeat: bool,
    reason: str,
    day: date,
) -> None:
    event = RepeatDecided(finding_ids=sorted(priors), is_repeat=is_repeat, reason=reason)
    event_id, moment = record(connection, user.user_name, event), now()
    for finding_id, prior in priors.items():
        connection.execute(
            insert(RepeatDecision).values(
                finding_id=finding_id,
                prior_finding_id=prior,
                is_repeat=is_repeat,
                reason=reason,
                fact_date=day,
                user_name=user.user_name,
                recorded_at=moment,
                event_id=event_id,
            )
        )
        # The link between the two, for their cards; whether it counts on a day follows from the decisions.
        connection.execute(
            update(Finding)
            .where(Finding.finding_id == finding_id)
            .values(prior_finding_id=prior if is_repeat else None, revision=Finding.revision + 1)
        )
