"""A recorded or new row of a fact table while it is compared."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from data.intake.change import Change, Delete, Insert, Update, Write
from data.schema import Base


@dataclass(eq=False)
class Fact:
    """Column values of one fact; `before` is what the database holds, None for a new fact."""

    values: dict[str, Any]
    fact_id: int | None = None
    before: dict[str, Any] | None = None
    is_removed: bool = False

    def __getitem__(self, column: str) -> Any:
        return self.values.get(column)

    def state(self, **stated: Any) -> None:
        """Take over what is stated; None states nothing."""
        self.values.update({column: value for column, value in stated.items() if value is not None})


def recorded(fact_id: int, values: dict[str, Any]) -> Fact:
    """A fact as the database has it."""
    return Fact(dict(values), fact_id, dict(values))


def standing(facts: Iterable[Fact]) -> list[Fact]:
    """The facts that are not removed."""
    return [fact for fact in facts if not fact.is_removed]


def writes(table: type[Base], facts: list[Fact], finding: dict[str, Any]) -> list[Write]:
    """What has to be written for the facts; `finding` holds the foreign keys of new ones."""
    found: list[Write] = []
    for fact in facts:
        if fact.before is None:
            if not fact.is_removed:
                found.append(Insert(table, finding | fact.values))
        elif fact.is_removed:
            found.append(Delete(table, fact.fact_id))
        elif differing := _differing(fact):
            found.append(Update(table, fact.fact_id, {column: fact.values[column] for column in differing}))
    return found


def changes(facts: list[Fact], name: Callable[[Fact, str], str | None]) -> list[Change]:
    """The history of the facts; `name` gives the field of a column of a fact, None for what is not told."""
    found = []
    for fact in facts:
        old = fact.before or {}
        new = {} if fact.is_removed else fact.values
        for column in dict.fromkeys((*old, *new)):
            field = name(fact, column)
            if field and old.get(column) != new.get(column):
                found.append(Change(field, old.get(column), new.get(column)))
    return found


def _differing(fact: Fact) -> list[str]:
    before = fact.before or {}
    return [column for column, value in fact.values.items() if before.get(column) != value]
