"""审计建议 and whether it was adopted."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.intake.change import Change
from data.ledger.facts.fact import Fact, changes

_FIELDS = {"wording": "recommendation", "adopted_date": "adopted_date"}


def settle_recommendation(values: Mapping[str, Any], facts: list[Fact], found: date, adopted: date) -> None:
    """Bring the recommendation of a finding in line with a row; `adopted` dates an adoption without a date.

    A row has one recommendation: other words change the only recorded one, or stand beside several.
    """
    wording = values.get("recommendation")
    fact = next((fact for fact in facts if wording and fact["wording"] == wording), None)
    if fact is None and len(facts) == 1:
        fact = facts[0]
        fact.state(wording=wording)
    if fact is None and wording:
        fact = Fact({"wording": wording, "given_date": found, "adopted_date": None})
        facts.append(fact)
    if fact is None:
        return
    is_adopted = values.get("is_recommendation_adopted")
    if values.get("adopted_date") and is_adopted is not False:
        fact.values["adopted_date"] = values["adopted_date"]
    elif is_adopted and fact["adopted_date"] is None:
        fact.values["adopted_date"] = adopted
    elif is_adopted is False:
        fact.values["adopted_date"] = None


def recommendation_changes(facts: list[Fact]) -> list[Change]:
    """The history by the names of the fields."""
    return changes(facts, lambda __, column: _FIELDS.get(column))
