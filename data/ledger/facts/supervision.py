"""催办、督办函、约谈 …: the dated steps of the escalation ladder."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.codes import SUPERVISION_STEP
from data.intake.change import Change
from data.ledger.facts.fact import Fact, standing


def settle_supervision(values: Mapping[str, Any], facts: list[Fact], day: date) -> None:
    """Add the steps that a row states and the ledger does not have. Steps that are recorded stay.

    A letter known by its number takes the stated date; one without a date is dated by the day of the file.
    """
    for kind in SUPERVISION_STEP:
        days: tuple[date, ...] = values.get(f"{kind}_dates", ())
        number = values.get(f"{kind}_number")
        there = {fact["fact_date"]: fact for fact in standing(facts) if fact["kind"] == kind}
        numbered = next(
            (fact for fact in there.values() if number and fact["document_number"] == number), None
        )
        if number and not days and numbered is None:
            days = (day,)
        for step_day in days:
            if step_day in there:
                continue
            if numbered and step_day == days[-1]:
                numbered.values["fact_date"] = step_day
                continue
            fact = Fact({"kind": kind, "fact_date": step_day})
            facts.append(fact)
            there[step_day] = fact
        if number and days and days[-1] in there:
            there[days[-1]].state(document_number=number)


def supervision_changes(facts: list[Fact]) -> list[Change]:
    """The history: the day of each step that is new or corrected."""
    found = []
    for fact in facts:
        old = fact.before or {}
        if old.get("fact_date") != fact["fact_date"]:
            found.append(Change(f"{fact['kind']}_dates", old.get("fact_date"), fact["fact_date"]))
        if old.get("document_number") != fact["document_number"]:
            found.append(
                Change(f"{fact['kind']}_number", old.get("document_number"), fact["document_number"])
            )
    return found
