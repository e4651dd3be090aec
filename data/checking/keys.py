"""Keys that stand twice: within the file, or already in the version that it is appended to."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from data.checking.rules import Cell
from data.dataset_types import DatasetType
from data.duck import identifier, literal, quoted

_COUNTED_AT_ONCE = 5_000_000  # hashes; half a gigabyte, whatever the size of the file


def find_repeated_keys(
    connection: duckdb.DuckDBPyConnection,
    dataset_type: DatasetType,
    cells: Mapping[str, Cell],
    earlier: tuple[Path, ...],
) -> list[tuple[str, str, str]]:
    """Add to table `found` each row whose key an earlier line has. What could not be checked is returned.

    A key column that the file lacks is left out of the comparison; rows without a required part have no key.
    """
    names = [name for name in dataset_type.key if name in cells]
    if not names:
        return []
    parts = [cells[name].value for name in names]
    key = _key(parts)
    required = [cells[name].value for name in names if cells[name].column.is_required]
    has_key = " and ".join(["not is_total", *(f"{value} is not null" for value in required)])
    notice = str(dataset_type.is_key_notice).lower()
    fault = f"'key', {literal(names[0])}, left({key}, 200)"
    _find_hashes(connection, f"select hash({', '.join(parts)}) as hashed from every where {has_key}")
    if _is_any(connection, "twice"):
        connection.execute(
            f"""
            insert into found
            select _line, {fault}, 'repeated', first_line::varchar, {notice} from (
                select *, first_value(_line) over same as first_line, row_number() over same as place
                from every where {has_key} and hash({", ".join(parts)}) in (select hashed from twice)
                window same as (partition by {key} order by _line)
            ) where place > 1
            """
        )
    if not earlier:
        return []
    table = f"read_parquet([{', '.join(map(quoted, earlier))}], union_by_name = true)"
    there = {name for name, *__ in connection.execute(f"describe select * from {table}").fetchall()}
    if not there.issuperset(names):
        return [("key", names[0], "earlier_without_column")]
    before = _key([identifier(name) for name in names])
    connection.execute(
        f"""
        insert into found
        select _line, {fault}, 'known', null, {notice} from every
        where {has_key} and {key} in (select {before} from {table})
        """
    )
    return []


def _find_hashes(connection: duckdb.DuckDBPyConnection, hashes: str) -> None:
    """Table `twice`: each hash of a key that more than one row has.

    Hashes of eight bytes are compared, and only so many at once: neither the keys themselves nor the counts
    of all hashes would fit the memory.
    """
    connection.execute(f"create temp table hashes as {hashes}")
    rows = connection.execute("select count(*) from hashes").fetchall()[0][0]
    parts = rows // _COUNTED_AT_ONCE + 1
    connection.execute("create temp table twice (hashed ubigint)")
    for part in range(parts):
        connection.execute(
            f"""
            insert into twice select hashed from hashes where hashed % {parts} = {part}
            group by hashed having count(*) > 1
            """
        )
    connection.execute("drop table hashes")


def _key(values: list[str]) -> str:
    """One text of several values; an empty part is a part."""
    if len(values) == 1:
        return f"{values[0]}::varchar"
    return f"concat_ws(chr(31), {', '.join(f'coalesce({value}::varchar, chr(30))' for value in values)})"


def _is_any(connection: duckdb.DuckDBPyConnection, table: str) -> bool:
    return connection.execute(f"select 1 from {table} limit 1").fetchone() is not None
