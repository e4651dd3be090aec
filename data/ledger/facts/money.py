"""已整改金额 by kind. Entries add up, so a higher total is a new entry and a lower one a correction."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.codes import MONEY_KIND
from data.ledger.change import Change
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


def settle_money(values: Mapping[str, Any], facts: list[Fact], day: date, *, is_assumed: bool) -> None:
    """Bring the entries in line with the stated amounts; `day` dates what is new.

    What a total holds beyond the kinds that are stated counts as 其他.
    """
    kinds, total = stated_kinds(values), stated_total(values)
    for kind, amount in kinds.items():
        _bring_to(facts, (kind,), amount, day, is_assumed=is_assumed)
    if total is None:
        return
    unstated = ("other", *(kind for kind in MONEY_KIND if kind not in kinds and kind != "other"))
    settled = sum(_sum(facts, kind) for kind in kinds if kind != "other")
    _bring_to(facts, unstated, total - settled, day, is_assumed=is_assumed)


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


def _bring_to(facts: list[Fact], kinds: tuple[str, ...], amount: int, day: date, *, is_assumed: bool) -> None:
    """Make the entries of `kinds` add up to the amount; more goes to the first kind, less off the newest."""
    missing = amount - sum(_sum(facts, kind) for kind in kinds)
    same_day = [fact for fact in facts if fact["kind"] == kinds[0] and fact["fact_date"] == day]
    if missing > 0 and same_day:
        same_day[0].values["amount_fen"] += missing
    elif missing > 0:
        entry = {
            "kind": kinds[0],
            "amount_fen": missing,
            "fact_date": day,
            "is_fact_date_assumed": is_assumed,
        }
        facts.append(Fact(entry))
    for fact in sorted(standing(facts), key=lambda fact: fact["fact_date"], reverse=True):
        if missing >= 0:
            break
        if fact["kind"] in kinds and fact["amount_fen"] > 0:
            taken = min(-missing, fact["amount_fen"])
            fact.values["amount_fen"] -= taken
            missing += taken


def _sum(facts: list[Fact], kind: str) -> int:
    return sum(fact["amount_fen"] for fact in standing(facts) if fact["kind"] == kind)
