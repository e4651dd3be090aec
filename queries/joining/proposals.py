"""Columns of two datasets that fit each other, best first: by name, by kind, by values in common."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from data.duck import identifier
from data.warehouse import StoredColumn, relation_of
from data.warehouse.versions import ROW_NUMBER
from queries.joining.key_forms import key_forms
from queries.joining.sides import KeyPair, Side, fault_of

_SAMPLE = 500  # values of the first dataset that are looked for in the second
_READ = 20_000  # rows that they are taken from
_TRIED = 12  # pairs of columns whose values are looked at
# How well a key tells persons and things apart, by the mask or the ending of its name. Names repeat.
_BY_MASK = {"identity": 6, "account": 5, "phone": 4}
_BY_ENDING = {"code": 3, "number": 3}
_SURE = 4  # proposed even where none of the sample is found: few of the benefits go to the dead
_NAME = 1


@dataclass(frozen=True)
class Proposal:
    """A pair of columns, the comparison that suits them, and the share of sampled values found, 0–1."""

    pair: KeyPair
    share: float


def proposed_keys(
    duck: duckdb.DuckDBPyConnection, left: Side, right: Side, *, is_trusted: bool, most: int = 5
) -> tuple[Proposal, ...]:
    """The pairs that the reader may match and of which some values meet. Raises WarehouseError.

    Names that the reader sees masked are none: nobody could judge whether the persons are the same.
    """
    candidates = sorted(_candidates(left, right, is_trusted), key=lambda entry: -entry[0])[:_TRIED]
    found = [(likeness, Proposal(pair, _share(duck, left, right, pair))) for likeness, pair in candidates]
    worth = [entry for entry in found if entry[0] >= _SURE or entry[1].share]
    worth.sort(key=lambda entry: (-entry[0], -entry[1].share))
    return tuple(proposal for __, proposal in worth[:most])


def _candidates(left: Side, right: Side, is_trusted: bool) -> Iterator[tuple[int, KeyPair]]:
    for ours in left.version.columns:
        for theirs in right.version.columns:
            likeness = _likeness(ours, theirs)
            pair = KeyPair(ours.name, theirs.name, _comparison(ours, theirs))
            is_hidden = likeness == _NAME and (ours.name in left.masks or theirs.name in right.masks)
            if likeness and not is_hidden and fault_of(pair, left, right, is_trusted=is_trusted) is None:
                yield likeness, pair


def _likeness(ours: StoredColumn, theirs: StoredColumn) -> int:
    """How much speaks for a pair before any value was seen; 0 for columns that are no key of both."""
    if ours.type != "VARCHAR" or theirs.type != "VARCHAR" or ours.mask != theirs.mask:
        return 0
    is_same = ours.name == theirs.name or ours.title == theirs.title
    if ours.mask in _BY_MASK:
        return _BY_MASK[ours.mask] + is_same
    if _ending(ours) != _ending(theirs) and not is_same:
        return 0
    if ours.mask == "name" or _ending(ours) == "name":
        return _NAME
    return _BY_ENDING.get(_ending(ours), 0) + is_same


def _ending(column: StoredColumn) -> str:
    return column.name.rsplit("_", 1)[-1]


def _comparison(ours: StoredColumn, theirs: StoredColumn) -> str:
    if "identity" in {ours.mask, theirs.mask}:
        return "identity"
    if _ending(ours) == "name" or "name" in {ours.mask, theirs.mask}:
        return "name"
    return "letters"


def _share(duck: duckdb.DuckDBPyConnection, left: Side, right: Side, pair: KeyPair) -> float:
    ours, theirs = (
        key_forms([(identifier(column), pair.comparison)], rows, ROW_NUMBER)
        for column, rows in (
            (pair.left, f"select * from ({relation_of(left.version, is_numbered=True)}) limit {_READ}"),
            (pair.right, relation_of(right.version, is_numbered=True)),
        )
    )
    sampled = f"select distinct k from ({ours}) where k is not null limit {_SAMPLE}"
    ((all_of_them, found),) = duck.execute(
        f"with sampled as materialized ({sampled}) select (select count(*) from sampled), "
        f"(select count(*) from sampled semi join ({theirs}) as theirs using (k))"
    ).fetchall()
    return float(found / all_of_them) if all_of_them else 0.0
