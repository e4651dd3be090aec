"""A file that begins as the one without rows holds what one that is made from nothing would."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
import sqlglot
from sqlalchemy import Engine

from data.duck import open_duck
from data.engine import writing
from data.figure_copy import TABLES, copy_tables, declare_tables
from queries.figure_file import RELATIONS_FOLDER, make_figure_file, relations_of
from queries.read_from import in_order_of_need, read_from
from tests.ledger_rows import add_finding, add_house, settle

STORED = dict(relations_of("stored"))


MACROS = (RELATIONS_FOLDER / "macros.sql").read_text("utf-8")
KNOWN = {*TABLES, *STORED}


@pytest.fixture
def plain() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database made step by step, in the order in which it reads."""
    with open_duck() as opened:
        declare_tables(opened)
        opened.execute(MACROS)
        yield opened


@pytest.mark.parametrize("has_rows", [False, True])
def test_what_is_left_as_without_rows_would_be_so_if_it_were_made(
    engine: Engine, plain: duckdb.DuckDBPyConnection, tmp_path: Path, has_rows: bool
) -> None:
    if has_rows:
        with writing(engine) as connection:
            add_house(connection)
            add_finding(connection)
            settle(connection)
    file = tmp_path / "figures" / "copy.duckdb"
    file.parent.mkdir()
    copied = make_figure_file(engine, file)
    assert copy_tables(engine, plain, file.parent) == copied
    with open_duck(file, is_read_only=True) as made:
        for name, sql in in_order_of_need(STORED):
            plain.execute(f"create table {name} as {sql}")
        for name in (*TABLES, *STORED):
            question = f"select * from {name} order by all"
            assert made.execute(question).fetchall() == plain.execute(question).fetchall(), name
        found = made.execute("select count(*) from finding_base").fetchall()
    assert found == [(int(has_rows),)]


@pytest.mark.parametrize("name", STORED)
def test_no_relation_reads_a_table_that_is_not_seen_in_its_text(name: str) -> None:
    tables = {
        table.name for table in sqlglot.parse_one(STORED[name], dialect="duckdb").find_all(sqlglot.exp.Table)
    }
    assert tables & KNOWN == read_from(STORED[name]) & KNOWN


def test_no_relation_reads_a_table_by_way_of_a_macro() -> None:
    assert "create macro" in MACROS
    assert not read_from(MACROS) & KNOWN


def test_relations_have_one_order_in_every_process() -> None:
    relations = {"z": "select * from b join a", "b": "select 1", "a": "select 2", "y": "select * from z"}
    script = (
        "import sys, queries.read_from as r; print([n for n, _ in r.in_order_of_need(eval(sys.argv[1]))])"
    )
    orders = {
        subprocess.run(
            [sys.executable, "-c", script, repr(relations)],
            cwd=Path(__file__).parents[1],
            env=os.environ | {"PYTHONHASHSEED": str(seed)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in range(4)
    }
    assert len(orders) == 1
    (order,) = orders
    assert order.index(b"'a'") < order.index(b"'z'") < order.index(b"'y'")
