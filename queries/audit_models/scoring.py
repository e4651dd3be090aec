"""How well models find what is known to be there: recall and precision against keys told beforehand."""

from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import duckdb

from queries.audit_models.cases import used
from queries.audit_models.model import AuditModel
from queries.audit_models.values import values_of

if TYPE_CHECKING:
    from queries.audit_models.spatial.given import Areas

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Score:
    """What one model found, against what it had to find. Without known keys only `found` is told.

    `others` were found and are not known: false alarms, or true cases that nobody planted. Whoever wants to
    know looks at them. `refused` are planted cases that the check on arrival found already: their rows are in
    quarantine, with the reason, and no model sees them.
    """

    code: str
    found: int
    planted: int | None = None
    true_positives: int | None = None
    missed: tuple[Key, ...] = ()
    others: tuple[Key, ...] = ()
    refused: int = 0

    @property
    def recall(self) -> float | None:
        """True positives and those refused on arrival ÷ planted; None where nothing is known."""
        if not self.planted or self.true_positives is None:
            return None
        return (self.true_positives + self.refused) / self.planted

    @property
    def precision(self) -> float | None:
        """True positives ÷ found; None where nothing is known or nothing was found."""
        return self.true_positives / self.found if self.found and self.true_positives is not None else None


def score(
    connection: duckdb.DuckDBPyConnection,
    model: AuditModel,
    known: Set[Key] | None,
    given: Mapping[str, Any] | None = None,
    areas: "Areas | None" = None,
) -> Score:
    """Run the model over tables named like their dataset types, with its defaults unless `given` says more.

    `known` are the keys that it has to find, None where nobody knows. `areas` are those that spatial checks
    are held against. Raises duckdb.Error.
    """
    values = values_of(model, given or {})
    with relations_over(connection, model, values, areas):
        asked = connection.execute(model.sql, used(model.sql, values))
        names = [name for name, *_rest in asked.description or ()]
        places = [names.index(name) for name in model.key]
        found = {tuple(row[place] for place in places) for row in asked.fetchall()}
    return compared(model.code, found, known)


def compared(code: str, found: Set[Key], known: Set[Key] | None) -> Score:
    """What a model found against what it had to find; `known` is None where nobody knows."""
    if known is None:
        return Score(code, len(found))
    return Score(
        code,
        len(found),
        len(known),
        len(found & known),
        missed=tuple(sorted(known - found, key=str)),
        others=tuple(sorted(found - known, key=str)),
    )


@contextmanager
def relations_over(
    connection: duckdb.DuckDBPyConnection,
    model: AuditModel,
    values: Mapping[str, Any],
    areas: "Areas | None" = None,
) -> Iterator[None]:
    """The relations of the model over tables named like their types, and those derived of them.

    A relation may go by another name than its type: two relations of one type do.
    """
    renamed = [part for part in model.requires.values() if part.relation != part.dataset_type]
    for part in renamed:
        connection.execute(f"create temp view {part.relation} as from {part.dataset_type}")
    try:
        if model.derived:
            # What computes with shapes loads slowly, and few models need it.
            from queries.audit_models.spatial.deriving import add_derived  # noqa: PLC0415
            from queries.audit_models.spatial.given import Areas  # noqa: PLC0415

            add_derived(connection, model, model.requires, areas or Areas(), values)
        yield
    finally:
        for name in model.derived:
            connection.execute(f"drop table if exists {name}")
        for part in renamed:
            connection.execute(f"drop view {part.relation}")
