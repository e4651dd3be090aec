"""A query reads datasets of the catalogue and nothing else; what is refused says where and what instead."""

import random
import tomllib
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.language import use_language
from queries.workbench.functions import FUNCTIONS
from queries.workbench.reading_only import check
from queries.workbench.reasons import LONGEST_SQL
from queries.workbench.refusal import QueryRefusedError

DATASETS = ("合同", "付款", "people")
CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "workbench/queries.toml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["sql"][:60] or "empty")
def test_what_does_not_read_datasets_is_refused(case: dict[str, Any]) -> None:
    with pytest.raises(QueryRefusedError) as refused:
        check(case["sql"], DATASETS)
    assert len(str(refused.value)) > 10, case["why"]


@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: case["sql"][:60])
def test_what_reads_datasets_passes_and_names_them(case: dict[str, Any]) -> None:
    assert check(case["sql"], DATASETS) == tuple(sorted(case["reads"]))


@pytest.mark.parametrize("seed", range(3))
def test_attacks_inside_honest_queries_are_refused_too(seed: int) -> None:
    """Every attack that stands in FROM or among the columns, put into an honest query in its turn."""
    chance = random.Random(seed)  # noqa: S311 no secret depends on it
    frames = (
        "select * from 合同 where 金额 in (select 1 from ({attack}))",
        "with s as ({attack}) select * from 合同, s",
        "select (select count(*) from ({attack})) from 付款",
        "select * from 合同 union all by name ({attack})",
        "select * from 合同 h join lateral ({attack}) l on true order by (select max(1) from ({attack}))",
    )
    attacks = [
        case["sql"] for case in CASES["refused"] if case["sql"].startswith(("select *", "from", "with"))
    ]
    for attack in attacks:
        query = chance.choice(frames).format(attack=attack)
        with pytest.raises(QueryRefusedError):
            check(_shouted(query, chance), DATASETS)


def _shouted(query: str, chance: random.Random) -> str:
    """The same words, in other letters and with other white space, where no text is quoted."""
    if "'" in query or '"' in query:
        return query
    return "".join(chance.choice((" ", "\n", " /**/ ")) if sign == " " else sign.swapcase() for sign in query)


@pytest.mark.parametrize(
    "sql",
    [
        "select " + "(" * 3000 + "1" + ")" * 3000,
        "select " + "not " * 5000 + "true",
        "select " + "[" * 400 + "1" + "]" * 400,
        "select " + "case when true then " * 800 + "1" + " end" * 800,
        "select 1 from " + "(select 1 from " * 200 + "合同" + ")" * 200,
        "select '" + "长" * LONGEST_SQL + "'",
        "select \x00 from 合同",
    ],
    ids=lambda sql: sql[:20],
)
def test_what_nobody_can_check_is_refused_and_nothing_falls_over(sql: str) -> None:
    with pytest.raises(QueryRefusedError):
        check(sql, DATASETS)


def test_a_refusal_says_where_and_what_instead() -> None:
    with pytest.raises(QueryRefusedError, match=r"^第 2 行第 6 列：.*合通.*合同"):
        check("select *\nfrom 合通", DATASETS)
    # DuckDB counts bytes: a place behind Chinese words is right all the same.
    with pytest.raises(QueryRefusedError, match=r"^第 1 行第 12 列：.*stats"):
        check("select 名称, stats(金额) from 合同", DATASETS)
    use_language("en")
    try:
        with pytest.raises(QueryRefusedError, match="catalogue"):
            check("select * from 'x.parquet'", DATASETS)
    finally:
        use_language("zh")


def test_a_reader_of_nothing_can_read_nothing() -> None:
    with pytest.raises(QueryRefusedError):
        check("select * from 合同", ())
    assert check("select 1", ()) == ()


def test_no_function_that_reads_or_tells_is_open() -> None:
    reading = duckdb.connect().execute(
        "select distinct function_name from duckdb_functions() where function_type in ('table', 'pragma')"
    )
    assert FUNCTIONS & {name for (name,) in reading.fetchall()} == {
        "generate_series",
        "range",
        "repeat",  # the function of texts; that of tables needs FROM
        "unnest",
    }
    telling = ("current_", "pg_", "has_", "inet_", "duckdb", "read", "parquet", "getenv", "query", "__")
    open_ones = {"current_date", "current_localtime", "current_localtimestamp"}
    assert {name for name in FUNCTIONS if name.startswith(telling)} == open_ones
