"""The hits of a run as a reader may see them: masked by the datasets they come from, a page at a time."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

import duckdb
from sqlalchemy import Connection

from data.access.roles import NotPermittedError, User
from data.audit_models.runs import RunFacts
from data.audit_models.texts import body_of, is_own
from data.data_room.dataset_access import (
    READING,
    WHOLE_ACCESS,
    Access,
    access_to,
    mask_expression,
    masked_columns,
    masks,
)
from data.duck import identifier, literal, open_duck, records
from data.language import _
from data.warehouse import Version, WarehouseError, versions
from queries.audit_models.comparing import changed_hits, hits_of
from queries.audit_models.model import AuditModel, ResultColumn
from queries.audit_models.reading import read_model

HIT = "_hit"  # the number of a hit in its run, from 0
_WHOLE = "whole"
_TELLING_NOBODY = {"money", "rate", "flag"}  # a number may be a telephone's
_STAR = r"(?:\b(?:select|all|distinct)|[.,])\s*\*|\bcolumns\s*\("  # every column; count(*) is none


@dataclass(frozen=True)
class SeenRun:
    """A run with the model as it was then, and what the reader may see of the datasets behind it.

    `versions` are those that the run read. `is_own`: somebody in the bureau wrote the text.
    """

    facts: RunFacts
    model: AuditModel
    accesses: Mapping[str, Access]  # by relation
    versions: Mapping[str, Version]  # by relation
    is_own: bool

    @cached_property
    def masks(self) -> dict[str, str]:
        """The columns of the result that the reader sees masked, with their mask."""
        hidden = {
            (relation, name.lower()): mask
            for relation, version in self.versions.items()
            for name, mask in masks(version, self.accesses[relation]).items()
        }
        is_spread = any(self._is_spread(*column, mask) for column, mask in hidden.items())
        found = {
            name: self._mask(column, hidden, is_spread=is_spread)
            for name, column in self.model.columns.items()
        }
        return {name: mask for name, mask in found.items() if mask}

    def _mask(
        self, column: ResultColumn, hidden: Mapping[tuple[str, str], str], *, is_spread: bool
    ) -> str | None:
        """A column from a source is masked as in the version that was read, a computed one by its header.

        Nobody's header could know what an owner masked on his own: what is computed with it is hidden whole.
        A text of the bureau may put anything under any name: all but amounts, shares and yes or no is hidden.
        """
        if self.is_own and hidden and column.type not in _TELLING_NOBODY:
            return _WHOLE
        if column.source:
            relation, name = column.source
            return hidden.get((relation, name.lower()))
        if is_spread:
            return _WHOLE
        return None if all(access.is_unmasked for access in self.accesses.values()) else column.mask

    def _is_spread(self, relation: str, name: str, mask: str) -> bool:
        """Whether the SQL reads a column whose owner masked what its type does not, or more than that.

        A star reads it without its name.
        """
        of_type = self.model.column(relation, name)
        of_header = of_type.mask if of_type else None
        is_owners = of_header is None or (mask == _WHOLE and of_header != _WHOLE)
        named = rf"\b{re.escape(name)}\b|{_STAR}"
        return is_owners and bool(re.search(named, self.model.sql, re.IGNORECASE))


def closed_run(seen: SeenRun) -> SeenRun:
    """The run as everybody sees it: with every mask on, also those that this reader sees through."""
    closed = {relation: replace(access, is_unmasked=False) for relation, access in seen.accesses.items()}
    return replace(seen, accesses=closed)


def found_run(connection: Connection, facts: RunFacts) -> SeenRun:
    """The run with nothing hidden: for who asks of all its rows what somebody else may be told."""
    return _seen(connection, facts, {read.relation: WHOLE_ACCESS for read in facts.read})


def seen_run(connection: Connection, user: User, facts: RunFacts) -> SeenRun:
    """The run for that reader. Raises NotPermittedError where a dataset of it may not be read."""
    accesses = {read.relation: access_to(connection, user, read.dataset_id) for read in facts.read}
    if not all(access.may_read for access in accesses.values()):
        raise NotPermittedError(READING)
    seen = _seen(connection, facts, accesses)
    if seen.is_own and any(masks(version, accesses[name]) for name, version in seen.versions.items()):
        # Its columns may hold whatever the SQL put there: a mask by their names would be blind.
        raise NotPermittedError(READING)
    return seen


def _seen(connection: Connection, facts: RunFacts, accesses: Mapping[str, Access]) -> SeenRun:
    read_versions = {
        read.relation: version
        for read in facts.read
        for version in versions(connection, read.dataset_id)
        if version.version_id == read.version_id
    }
    model = read_model(body_of(connection, facts.text_id))
    return SeenRun(facts, model, accesses, read_versions, is_own(connection, facts.text_id))


@dataclass(frozen=True)
class HitsAsked:
    """Which hits, in what order.

    `change`: "new", "still" or "gone" against the run `before`; "" for all. `group`: only those of one value
    of the model's group. `order_by` is a column of the result.
    """

    change: str = ""
    before: RunFacts | None = None
    group: str | None = None
    order_by: str | None = None
    is_descending: bool = True
    numbers: tuple[int, ...] = ()


def count_hits(seen: SeenRun, asked: HitsAsked = HitsAsked()) -> int:
    """How many there are."""
    with open_hits(seen) as duck:
        return int(duck.execute(f"select count(*) from ({_sql(seen, asked)})").fetchall()[0][0])


def amount_of_hits(seen: SeenRun) -> int | None:
    """The amounts of all hits in 分; None where the model has none, or the reader sees them masked."""
    if seen.model.amount is None or seen.model.amount in seen.masks:
        return None
    with open_hits(seen) as duck:
        sql = f"select cast(sum({identifier(seen.model.amount)}) as bigint) from ({hits_of(seen.facts)})"
        found = duck.execute(sql).fetchall()[0][0]
    return None if found is None else int(found)


def page_of_hits(
    seen: SeenRun, first: int, count: int, asked: HitsAsked = HitsAsked(), *, is_masked: bool = True
) -> list[dict[str, Any]]:
    """Hits `first` (from 0) to `first + count - 1`, masked: columns of the result and HIT.

    Without an order of one's own those of the largest amount come first.
    """
    rows = _with_masks(seen, _sql(seen, asked), seen.masks if is_masked else {})
    sql = f"{rows} {_order(seen, asked)} limit {int(count)} offset {int(first)}"
    with open_hits(seen) as duck:
        return _rows(duck, sql)


def all_hits(
    seen: SeenRun, numbers: Sequence[int] | None = None, *, is_masked: bool = True
) -> Iterator[dict[str, Any]]:
    """Every hit, or those of these numbers, in the order of their numbers, a batch at a time."""
    sql = hits_of(seen.facts)
    if numbers is not None:
        listed = ", ".join(str(int(number)) for number in numbers) or "null"
        sql = f"select * from ({sql}) where {HIT} in ({listed})"
    rows = masked_sql(seen, sql) if is_masked else f"select * from ({sql})"
    with open_hits(seen) as duck:
        cursor = duck.execute(f"{rows} order by {HIT}")
        while batch := records(cursor, 10_000):
            yield from batch


def hit(seen: SeenRun, number: int, *, is_masked: bool = True) -> dict[str, Any]:
    """One hit by its number. Raises KeyError where there is none."""
    sql = f"select * from ({hits_of(seen.facts)}) where {HIT} = {int(number)}"
    check_there(seen)
    rows = _looked_up(_with_masks(seen, sql, seen.masks if is_masked else {}))
    if not rows:
        raise KeyError(number)
    return dict(rows[0])


@lru_cache(maxsize=256)
def _looked_up(sql: str) -> list[dict[str, Any]]:
    """What was asked before is kept: the rows of a run never change, and the masks are part of the text."""
    with _opened() as duck:
        return _rows(duck, sql)


def hits_by_group(seen: SeenRun, most: int = 50) -> list[tuple[str, int, int | None]]:
    """(group, hits, amount in 分), the most hits first; empty where the model has no group."""
    model = seen.model
    if model.group is None:
        return []
    has_amount = model.amount is not None and model.amount not in seen.masks
    fen = f"sum({identifier(model.amount or HIT)})" if has_amount else "null"
    group = identifier(model.group)
    sql = (
        f"select cast({group} as varchar) as g, count(*) as n, cast({fen} as bigint)"
        f" from ({masked_sql(seen, hits_of(seen.facts))}) group by g order by n desc, g limit {int(most)}"
    )
    with open_hits(seen) as duck:
        return [(group or "", n, fen) for group, n, fen in duck.execute(sql).fetchall()]


def open_hits(seen: SeenRun) -> duckdb.DuckDBPyConnection:
    """A connection for the SQL of the run's hits. Raises WarehouseError where its file is gone."""
    check_there(seen)
    return _opened()


def check_there(seen: SeenRun) -> None:
    """Raise WarehouseError where the hits of the run are gone."""
    if seen.facts.folder is None or not seen.facts.hits_file.exists():
        raise WarehouseError(_("The rows of this run are gone; run it again."))


def _opened() -> duckdb.DuckDBPyConnection:
    duck = open_duck()
    # With it DuckDB 2.0 loses the number of a row that is asked for, sorted and limited at once.
    duck.execute("set disabled_optimizers = 'late_materialization'")
    return duck


def _sql(seen: SeenRun, asked: HitsAsked) -> str:
    sql = (
        changed_hits(seen.model, seen.facts, asked.before, asked.change)
        if asked.change and asked.before
        else hits_of(seen.facts)
    )
    conditions = []
    if asked.group is not None and seen.model.group:
        # Through the mask: whoever sees a column masked cannot ask for what is behind it either.
        column, mask = identifier(seen.model.group), seen.masks.get(seen.model.group)
        group = mask_expression(column, mask) if mask else f"cast({column} as varchar)"
        conditions.append(f"coalesce({group}, '') = {literal(asked.group)}")
    if asked.numbers:
        conditions.append(f"{HIT} in ({', '.join(str(int(number)) for number in asked.numbers)})")
    return f"select * from ({sql}) where {' and '.join(conditions)}" if conditions else sql


def _order(seen: SeenRun, asked: HitsAsked) -> str:
    by = asked.order_by if asked.order_by in seen.model.columns else seen.model.amount
    if by is None:
        return f"order by {HIT}"
    return f"order by {identifier(by)} {'desc' if asked.is_descending else 'asc'} nulls last, {HIT}"


def masked_sql(seen: SeenRun, sql: str) -> str:
    """SQL of hits (as `hits_of` or `changed_hits` give them) as the reader may see them."""
    return _with_masks(seen, sql, seen.masks)


def _with_masks(seen: SeenRun, sql: str, masks: Mapping[str, str]) -> str:
    columns = masked_columns(seen.model.columns, masks)
    return f"select {', '.join(columns)}, {HIT} from ({sql})"


def _rows(duck: duckdb.DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    return records(duck.execute(sql))


def key_of(model: AuditModel, row: Mapping[str, Any]) -> Sequence[Any]:
    """The values that tell this suspect from the model's others."""
    return [row[name] for name in model.key]
