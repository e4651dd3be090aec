"""The file that figures are read from: the copied tables, and beside them the relations kept as tables.

To declare a hundred tables and to plan the relations takes longer than to copy a small bureau. So a file
without rows is made once in each process, every other one begins as its copy, and only what reads rows is
made again.
"""

import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from sqlalchemy import Engine

from data.duck import open_duck
from data.figure_copy import Copied, copied_columns, copy_tables, declare_tables
from data.settings import var_dir
from queries.read_from import in_order_of_need, read_from

RELATIONS_FOLDER = Path(__file__).parent / "relations"
_MACROS = RELATIONS_FOLDER / "macros.sql"


def make_figure_file(engine: Engine, file: Path) -> Copied:
    """Make `file` from the database as it is now; says which state that is.

    Raises duckdb.Error, OSError or DatabaseUnreachableError; what there is of the file is left to be removed.
    """
    file.write_bytes(_without_rows())
    with open_duck(file) as connection:
        connection.execute("begin")
        copied = copy_tables(engine, connection, file.parent)
        for name, sql in _to_be_made(copied.filled):
            connection.execute(f"create or replace table {name} as {sql}")
        connection.execute("commit")
    return copied


def definitions() -> Iterable[str]:
    """What such a file is made by: one that was made by anything else is another file."""
    return (*copied_columns(), _MACROS.read_text("utf-8"), *(sql for __, sql in relations_of("stored")))


def relations_of(kind: str) -> tuple[tuple[str, str], ...]:
    """Name and SQL of the relations in a folder of queries/relations, in the order of their names."""
    files = sorted((RELATIONS_FOLDER / kind).glob("*.sql"))
    return tuple((file.stem, file.read_text("utf-8")) for file in files)


@cache
def _stored() -> tuple[tuple[str, str], ...]:
    return tuple(in_order_of_need(dict(relations_of("stored"))))


def _to_be_made(filled: frozenset[str]) -> Iterable[tuple[str, str]]:
    """The relations that read rows, be it by way of others; the rest are as they are without rows."""
    changed = set(filled)
    for name, sql in _stored():
        if not changed.isdisjoint(read_from(sql)):
            changed.add(name)
            yield name, sql


@cache
def _without_rows() -> bytes:
    with tempfile.TemporaryDirectory(prefix="figures-", dir=var_dir()) as folder:
        file = Path(folder) / "empty.duckdb"
        with open_duck(file) as connection:
            declare_tables(connection)
            connection.execute(_MACROS.read_text("utf-8"))
            for name, sql in _stored():
                connection.execute(f"create table {name} as {sql}")
        return file.read_bytes()
