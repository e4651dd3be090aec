"""整改时限: a limit that moves later is an extension from the day of the file on; an earlier one corrects."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.closing.standing import LIMITS
from data.language import _
from data.ledger.facts.fact import Fact, standing


def settle_limit(
    values: Mapping[str, Any], first: date | None, facts: list[Fact], day: date
) -> tuple[date | None, list[str]]:
    """The limit to record as the first one, and notices; an extension goes to the milestones in `facts`.

    `first` is recorded as the first limit. It is what the row's limit is about where the row gives another
    limit after extension, or where the limit lies before that of an extension that was approved. A notice and
    a reopening set limits as well; only extensions are corrected or removed.
    """
    stated: date | None = values["due_date"]
    after_extension = values.get("extended_due_date")
    if stated is None or first is None or after_extension not in (None, stated):
        return stated, []
    limits = [fact for fact in standing(facts) if fact["kind"] in LIMITS and fact["new_due_date"]]
    if stated <= first:
        for fact in limits:
            if _is_ours(fact):
                fact.is_removed = stated == first and fact["fact_date"] == day  # a slip
        return stated, []
    for fact in limits:
        if fact["new_due_date"] == stated:
            if fact["kind"] == "extended" and fact["is_fact_date_assumed"]:
                fact.values["fact_date"] = min(fact["fact_date"], day)  # an earlier file knew it already
            return first, []
    in_force = max(
        (fact for fact in limits if fact["fact_date"] <= day),
        key=lambda fact: fact["new_due_date"],
        default=None,
    )
    if in_force and stated < in_force["new_due_date"]:
        if not _is_ours(in_force):
            return stated, []
        in_force.values["new_due_date"] = stated
        return first, []
    extension = {"kind": "extended", "fact_date": day, "is_fact_date_assumed": True, "new_due_date": stated}
    facts.append(Fact(extension))
    return first, [_("the limit is later than the one recorded: extended on the day of the file")]


def _is_ours(fact: Fact) -> bool:
    """Whether it is an extension of which a later limit alone told, as far as can be seen."""
    return fact["kind"] == "extended" and bool(fact["is_fact_date_assumed"]) and not fact["note"]
