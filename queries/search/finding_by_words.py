"""The search itself: how many things of each kind hold the words, and those of one kind, best first.

Both questions are asked of the index alone, with what the reader may see as part of the question. What very
many things hold is not counted to its end, and only the newest of them are put in order.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, text

from data.codes import SEARCH_KIND
from queries.filters import Scope
from queries.search.wanted import Group, Narrowed, as_match, as_tsquery

MOST_COUNTED = 2_000
MOST_RANKED = 1_000
# A thing of this year weighs half as much again as one of long ago; of two years ago, a quarter.
_NEWNESS, _HALF_LIFE_DAYS = 0.5, 730

# BM25: how soon more of the same word adds nothing, how much the length of a text counts, and against what.
_MANY, _LENGTH, _USUAL_LENGTH = 1.2, 0.75, 600

_COUNT = {
    "sqlite": "select count(*) from (select 1 from search_word where search_word match :asked limit :most)",
    "postgresql": (
        "select count(*) from ("
        "select 1 from search_text where words @@ cast(:asked as tsquery) limit :most) as t"
    ),
}
_HITS = {
    "sqlite": """
        with hit as materialized (
            select rowid as number from search_word
            where search_word match :asked order by rowid desc limit :most
        )
        select t.kind, t.ref_id, t.fact_date, t.year, t.words as told
        from hit join search_text as t on t.search_text_id = hit.number""",
    "postgresql": """
        select t.kind, t.ref_id, t.fact_date, t.year, ts_rank(t.words, cast(:asked as tsquery)) as told
        from (
            select * from search_text where words @@ cast(:asked as tsquery)
            order by search_text_id desc limit :most
        ) as t""",
}


@dataclass(frozen=True)
class Hit:
    """One thing that was found."""

    kind: str
    ref_id: str


def counts(
    connection: Connection, groups: tuple[Group, ...], narrowed: Narrowed, scope: Scope
) -> dict[str, int]:
    """How many things of each kind hold the words; MOST_COUNTED + 1 stands for more than that."""
    _plan_each_by_itself(connection)
    return {
        kind: _count(
            connection, groups, Narrowed(kind, narrowed.year, narrowed.region, narrowed.section), scope
        )
        for kind in SEARCH_KIND
    }


def counts_by_kind(connection: Connection, scope: Scope) -> dict[str, int]:
    """How many things of each kind a reader of this scope can find at all, as `counts` counts them."""
    return counts(connection, (), Narrowed(), scope)


def ranked(
    connection: Connection, groups: tuple[Group, ...], narrowed: Narrowed, scope: Scope, as_of: date
) -> list[Hit]:
    """What holds the words, best first: how well it does, and how new it is. Of many, the newest alone."""
    name = connection.dialect.name
    _plan_each_by_itself(connection)
    asked = {"asked": _asked(name, groups, narrowed, scope), "most": MOST_RANKED}
    found = [
        (_score(row.told, groups) * _newness(row.fact_date, row.year, as_of), row.kind, row.ref_id)
        for row in connection.execute(text(_HITS[name]), asked)
    ]
    return [Hit(kind, ref_id) for __, kind, ref_id in sorted(found, key=lambda hit: (-hit[0], *hit[1:]))]


def _score(told: str | float, groups: tuple[Group, ...]) -> float:
    """How well a thing holds the words: PostgreSQL's own rank, or BM25 over the words that SQLite gives.

    BM25's weight for rare words is left out: every hit holds all the words, and to count those that hold one
    takes longer than all the rest.
    """
    if not isinstance(told, str):
        return float(told)
    line = f" {told}"
    length = 1 - _LENGTH + _LENGTH * len(line) / _USUAL_LENGTH
    score = 0.0
    for group in groups:
        times = line.count(" " + " ".join(group.words))
        score += times * (_MANY + 1) / (times + _MANY * length)
    return score


def _plan_each_by_itself(connection: Connection) -> None:
    """Have PostgreSQL plan a question for the words it has, in this transaction.

    A question that was asked a few times gets one plan for whatever words: through the index, which for a
    word that stands in every text takes ten times as long as reading the table until enough is found.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("set local plan_cache_mode = force_custom_plan"))


def _count(connection: Connection, groups: tuple[Group, ...], narrowed: Narrowed, scope: Scope) -> int:
    name = connection.dialect.name
    asked = {"asked": _asked(name, groups, narrowed, scope), "most": MOST_COUNTED + 1}
    return int(connection.execute(text(_COUNT[name]), asked).scalar_one())


def _asked(engine: str, groups: tuple[Group, ...], narrowed: Narrowed, scope: Scope) -> str:
    return (as_match if engine == "sqlite" else as_tsquery)(groups, narrowed, scope)


def _newness(fact_date: date | str | None, year: int | None, as_of: date) -> float:
    day = date.fromisoformat(fact_date) if isinstance(fact_date, str) else fact_date
    if day is None and year:
        day = date(year, 12, 31)
    age = max(0, (as_of - day).days) if day else 10 * _HALF_LIFE_DAYS
    return float(1 + _NEWNESS * 0.5 ** (age / _HALF_LIFE_DAYS))
