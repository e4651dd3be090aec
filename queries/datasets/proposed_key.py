"""Columns proposed to tell the rows of two versions apart: the key of the type, else what repeats least."""

import duckdb

from data.dataset_types import dataset_types
from data.duck import identifier
from data.warehouse import Version, relation_of

_MOST_COLUMNS = 4  # a key of more is not understood by anybody
_ROWS = 200_000  # of the beginning: columns that tell those apart are worth proposing
_NEARLY_ALL = 0.999
_EXACTLY = 8  # columns whose values are counted one by one: an estimate is a few per cent off


def proposed_key(
    duck: duckdb.DuckDBPyConnection, before: Version, after: Version, dataset_type: str
) -> tuple[str, ...]:
    """Columns of both versions. Raises WarehouseError.

    Without a type it is the column with the most different values, and then the next ones for as long as they
    tell more rows apart.
    """
    names_before = {column.name for column in before.columns}
    shared = [column for column in after.columns if column.name in names_before]
    known = dataset_types().get(dataset_type)
    if known is not None and known.key and {*known.key} <= {column.name for column in shared}:
        return known.key
    # A figure or a moment tells rows apart by chance; what people number things with is text, or whole.
    offered = [column.name for column in shared if column.kind not in {"money", "decimal"}] or [
        column.name for column in shared
    ]
    if not offered:
        return ()
    duck.execute(f"create temp table head as select * from ({relation_of(after)}) limit {_ROWS}")
    counted = ", ".join(["count(*)", *(f"approx_count_distinct({identifier(name)})" for name in offered)])
    rows, *found = duck.execute(f"select {counted} from head").fetchone() or (0,)
    likely = sorted(zip(found, offered, strict=True), key=lambda pair: -pair[0])[:_EXACTLY]
    counted = ", ".join(f"count(distinct {identifier(name)})" for __, name in likely)
    exactly = duck.execute(f"select {counted} from head").fetchone() or ()
    ranked = [name for __, (___, name) in sorted(zip(exactly, likely, strict=True), key=_most_first)]
    key: list[str] = []
    told = 0
    for name in ranked:
        tried = ", ".join(map(identifier, [*key, name]))
        answer = duck.execute(f"select count(*) from (select distinct {tried} from head)").fetchone()
        if answer is None or answer[0] <= told:
            continue
        key.append(name)
        told = answer[0]
        if told >= rows * _NEARLY_ALL or len(key) == _MOST_COLUMNS:
            break
    return tuple(key)


def _most_first(counted: tuple[int, tuple[int, str]]) -> int:
    return -counted[0]
