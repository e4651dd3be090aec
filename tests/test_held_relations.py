"""Relations that are held say what they say as they are written, and only small ones are held."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from data.duck import open_duck
from queries import held_relations
from queries.compose import relations_read
from queries.held_relations import HeldRelations
from queries.planning.warning_preview import proposed_source
from queries.source import open_source
from tests.test_catalog import varied

DAY = date(2025, 6, 30)
DAYS = [date(2024, 12, 31), DAY]


@pytest.fixture
def numbers() -> Iterator[HeldRelations]:
    """Over a copy with one table of two rows."""
    with open_duck() as duck:
        duck.execute("create table number as select unnest([1, 2]) as n")
        yield HeldRelations(duck)


def told(held: HeldRelations, name: str = "numbers", question: str = "select * from number") -> str | None:
    return held.table(name, [DAY], reads=lambda: {"number"}, made_by=lambda: question)


def test_every_relation_says_the_same_held_as_written(sqlite_engine: Engine) -> None:
    source = varied(sqlite_engine)
    written = replace(source, held=None)
    for name in source.as_of_relations:
        sql = f"select * from {name} order by all"
        expected = written.rows(f"{relations_read(written, sql, DAYS)} {sql}")
        relations_read(source, sql, DAYS)
        asked_again = relations_read(source, sql, DAYS)
        assert "held.t" in asked_again, name
        assert source.rows(f"{asked_again} {sql}") == expected, name


def test_what_is_proposed_is_never_held(sqlite_engine: Engine) -> None:
    proposed = proposed_source(open_source(sqlite_engine), {})
    for __ in range(3):
        assert "held.t" not in relations_read(proposed, "from warning_hit", [DAY])


def test_the_second_question_makes_the_table_and_others_read_it(numbers: HeldRelations) -> None:
    assert told(numbers) is None
    table = told(numbers)
    assert table is not None
    assert told(numbers, question="none is asked any more") == table
    assert numbers.table("numbers", [*DAYS], reads=lambda: {"number"}, made_by=lambda: "") is None


def test_what_is_large_is_read_as_it_is_written(
    numbers: HeldRelations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held_relations, "_MOST_ROWS", 3)
    for __ in range(3):  # two rows on two days
        assert numbers.table("numbers", DAYS, reads=lambda: {"number"}, made_by=lambda: "") is None
    assert [told(numbers) is None for __ in range(2)] == [True, False]


def test_a_question_with_a_fault_is_left_to_who_asks_it(numbers: HeldRelations) -> None:
    assert [told(numbers, question="select * from nowhere") for __ in range(3)] == [None] * 3


def test_the_longest_unread_makes_room_and_none_that_was_told_of_just_now(
    numbers: HeldRelations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held_relations, "_MOST_TABLES", 1)
    assert [told(numbers, "first") is None for __ in range(2)] == [True, False]
    assert [told(numbers, "second") for __ in range(2)] == [None, None]
    monkeypatch.setattr(held_relations, "_SECONDS_TOLD", 0)
    assert told(numbers, "second") is not None
    assert told(numbers, "first") is not None  # made again in its turn


def test_many_readers_at_once_have_one_table(numbers: HeldRelations) -> None:
    tables: set[str | None] = set()
    readers = [threading.Thread(target=lambda: tables.add(told(numbers))) for __ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(tables - {None}) == 1
