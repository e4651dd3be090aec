"""建章立制 and 追责问责: entries with a number; more is a new entry, less a correction."""

from datetime import date
from typing import Any

from data.intake.change import Change
from data.ledger.facts.fact import Fact, standing


def settle_count(facts: list[Fact], column: str, total: int | None, day: date, **entry: Any) -> None:
    """Make the entries of one table add up to the stated number; `entry` are the columns of a new one."""
    if total is None:
        return
    missing = total - sum(fact[column] for fact in standing(facts))
    if missing > 0:
        facts.append(Fact({column: missing, "fact_date": day} | entry))
    for fact in sorted(standing(facts), key=lambda fact: fact["fact_date"], reverse=True):
        if missing >= 0:
            break
        taken = min(-missing, fact[column])
        fact.values[column] -= taken
        missing += taken
    for fact in facts:
        fact.is_removed = fact[column] == 0


def count_changes(facts: list[Fact], column: str, field: str) -> list[Change]:
    """The history: the number as a whole."""
    old = sum(fact.before[column] for fact in facts if fact.before)
    new = sum(fact[column] for fact in standing(facts))
    return [Change(field, old, new)] if old != new else []
