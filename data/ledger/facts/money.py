"""已整改金额 by kind. Entries add up, so a higher total is a new entry and a lower one a correction.

Where the finding was reopened, less money is what the reopening took back: an entry below zero, so that the
days before keep their figures.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.codes import MONEY_KIND
from data.intake.change import Change
from data.ledger.facts.fact import Fact, standing


def stated_kinds(values: Mapping[str, Any]) -> dict[str, int]:
    """The stated amounts by kind, in 分."""
    return {kind: values[f"money_{kind}"] for kind in MONEY_KIND if f"money_{kind}" in values}


def stated_total(values: Mapping[str, Any]) -> int | None:
    """The stated total in 分: written as such, or what 未整改金额 leaves of the amount found."""
    if "rectified_amount" in values:
        return int(values["rectified_amount"])
    if "unrectified_amount" in values and "amount" in values and not stated_kinds(values):
        return int(values["amount"] - values["unrectified_amount"])
    return None


def settle_money(
    values: Mapping[str, Any],
    facts: list[Fact],
    day: date,
    *,
    is_assumed: bool,
    taken_back_on: date | None = None,
) -> None:
    """Bring the entries in line with the stated amounts; `day` dates what is new.

    What a total holds beyond the kinds that are stated counts as 其他. `taken_back_on` dates what is
    less, for a finding that was reopened; without it less is a correction of the newest entries.
    """

    def bring_to(kinds: tuple[str, ...], amount: int) -> None:
        missing = amount - sum(_sum(facts, kind) for kind in kinds)
        if missing > 0:
            _add(facts, kinds[0], missing, day, is_assumed=is_assumed)
        elif missing < 0:
            _take(facts, kinds, -missing, taken_back_on)

    kinds, total = stated_kinds(values), stated_total(values)
    for kind, amount in kinds.items():
        bring_to((kind,), amount)
    if total is None:
        return
    unstated = ("other", *(kind for kind in MONEY_KIND if kind not in kinds and kind != "other"))
    settled = sum(_sum(facts, kind) for kind in kinds if kind != "other")
    bring_to(unstated, total - settled)


def money_changes(facts: list[Fact]) -> list[Change]:
    """The history: totals of the kinds that changed, in 分."""
    old: dict[str, int] = {}
    new: dict[str, int] = {}
    for fact in facts:
        if fact.before:
            old[fact.before["kind"]] = old.get(fact.before["kind"], 0) + fact.before["amount_fen"]
        new[fact["kind"]] = new.get(fact["kind"], 0) + fact["amount_fen"]
    return [
        Change(f"money_{kind}", old.get(kind), new[kind]) for kind in new if old.get(kind, 0) != new[kind]
    ]


def _add(facts: list[Fact], kind: str, amount: int, day: date, *, is_assumed: bool) -> None:
    for fact in standing(facts):
        if fact["kind"] == kind and fact["fact_date"] == day:
            fact.values["amount_fen"] += amount
            fact.is_removed = fact["amount_fen"] == 0
            return
    entry = {"kind": kind, "amount_fen": amount, "fact_date": day, "is_fact_date_assumed": is_assumed}
    facts.append(Fact(entry))


def _take(facts: list[Fact], kinds: tuple[str, ...], amount: int, taken_back_on: date | None) -> None:
    """Take an amount off the entries of these kinds, or enter below zero what was taken back on a day."""
    if taken_back_on:
        for kind in kinds:
            taken = min(amount, max(_sum(facts, kind), 0))
            if taken:
                _add(facts, kind, -taken, taken_back_on, is_assumed=True)
            amount -= taken
        return
    for fact in sorted(standing(facts), key=lambda fact: fact["fact_date"], reverse=True):
        if fact["kind"] in kinds and fact["amount_fen"] > 0:
            taken = min(amount, fact["amount_fen"])
            fact.values["amount_fen"] -= taken
            fact.is_removed = fact["amount_fen"] == 0
            amount -= taken


def _sum(facts: list[Fact], kind: str) -> int:
    return sum(fact["amount_fen"] for fact in standing(facts) if fact["kind"] == kind)
