"""Search over 1 M findings: what the database takes for typical questions, and what the index costs a writer.

Each finding of the demonstration, with all its texts, stands in the index a hundred times, each time with a
code of its own: as many and as long texts as a large bureau has, in the words of ledgers. A question is
everything that a page of the search asks: what was found, best first, and the counts of every kind.
"""

import os
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from statistics import median

from sqlalchemy import Engine, text

from bench.figures import _database
from data.engine import connect_to, reading, writing
from data.initialise import initialise
from queries.filters import EVERYTHING, Scope
from queries.search.finding_by_words import counts, ranked
from queries.search.rules import enter_shipped
from queries.search.wanted import Narrowed, wanted

_REPEATS = 5
_AS_OF = date(2026, 11, 20)
# What is asked: a word in every text, ordinary ones, a phrase, names, codes, and what is nowhere.
_QUESTIONS = (
    "整改",
    "审计",
    "政府采购",
    "长期挂账 未清理",
    "“整改到位”",
    "违规列支培训费",
    "路",
    "王府井",
    "1080",
    "zq50000",
    "〔2026〕12号",
)
_SPEAK = {
    "sqlite": "words || ' zq' || (cast(ref_id as integer) * 100 + {copy})",
    "postgresql": "words || cast('''zq' || (cast(ref_id as bigint) * 100 + {copy}) || '''' as tsvector)",
}
_COPY = """
    insert into search_text (kind, ref_id, year, region_code, section_code, fact_date, digest, words)
    select kind, ref_id || '-{copy}', year, region_code, section_code, fact_date, digest, {words}
    from search_text where kind = 'finding' and ref_id not like '%-%'"""


def run(findings: Sequence[int], engines: Sequence[str]) -> None:
    """Build the index, ask, and print one block for each engine and size."""
    for name in engines:
        for size in findings:
            with tempfile.TemporaryDirectory(prefix="audit-bench-") as folder, _database(name, folder) as url:
                os.environ["AUDIT_VAR_DIR"] = folder
                _measure(connect_to(url), name, size)


def _measure(engine: Engine, name: str, size: int) -> None:
    initialise(engine, is_demo=True)
    enter_shipped(engine)
    started = time.perf_counter()
    with writing(engine) as connection:
        # As a rebuild does it: PostgreSQL's index is made at once.
        if name == "postgresql":
            connection.execute(text("drop index ix_search_text_words"))
        for copy in range(size // 10_000 - 1):
            connection.execute(text(_COPY.format(copy=copy, words=_SPEAK[name].format(copy=copy))))
        if name == "postgresql":
            connection.execute(text("set local maintenance_work_mem = '512MB'"))
            connection.execute(text("create index ix_search_text_words on search_text using gin (words)"))
    built = time.perf_counter() - started
    if name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("vacuum analyze search_text"))
    print(f"\n== {name}, {size:,} findings (copied in {built:.0f} s)", flush=True)
    with reading(engine) as connection:
        places = connection.execute(
            text(
                "select region_code, section_code from search_text"
                " where kind = 'finding' and region_code is not null and section_code is not null"
                " order by ref_id limit 1"
            )
        ).one()
        scopes = {
            "everything": EVERYTHING,
            "a region": Scope(region=places.region_code),
            "a section": Scope(section=places.section_code),
        }
        slowest = 0.0
        for typed in _QUESTIONS:
            groups = wanted(typed)
            for reader, scope in scopes.items():
                hits, tallies, found = [], [], 0
                for __ in range(_REPEATS):
                    started = time.perf_counter()
                    found = len(ranked(connection, groups, Narrowed(), scope, _AS_OF))
                    between = time.perf_counter()
                    counts(connection, groups, Narrowed(), scope)
                    hits.append((between - started) * 1000)
                    tallies.append((time.perf_counter() - between) * 1000)
                slowest = max(slowest, median(hits) + median(tallies))
                print(
                    f"  {typed:14} {reader:12} found {median(hits):7.1f} ms"
                    f"   counts {median(tallies):7.1f} ms   {found:5} ranked",
                    flush=True,
                )
        print(f"slowest question                {slowest:8.1f} ms", flush=True)
