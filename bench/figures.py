"""Figures on 10 k, 100 k and 1 M findings: each KPI, the overview cold and warm, beside one detail scan.

The yardstick is one as-of scan of the ledger in the audit database itself: for every finding its facts up to
a day, joined with project, unit and rectification, and summed. "Cold" is a process that starts with nothing
but the database; "copy on disk" has the columnar copy of the data version, as every process after the first
has; "warm" has answered the same questions before.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from statistics import median

from sqlalchemy import Engine, text

from bench.postgresql import cluster
from components import session
from data import reference_data
from data.bureau import bureau
from data.demo import build
from data.engine import connect_to, reading, writing
from data.migrate import upgrade
from queries.catalog import kpis
from queries.filters import EVERYTHING, Filters
from queries.overview import ACTIONS, BESIDE, FOOT_TILES, HEAD_TILES, PICTURE, WARNED
from queries.run import breakdown, course, month_ends, value
from queries.source import Source, newest_version, open_source

REPEATS = 5

DETAIL_SCAN = """
select count(*), sum(d.amount_fen), sum(d.rectified_fen), count(d.rectified_date), count(d.due_date)
from (
    select f.finding_id, f.amount_fen, p.plan_year, u.region_code,
        m.rectified_date, m.closed_date, m.reopened_date, m.excluded_date,
        coalesce(m.new_due_date, r.due_date) as due_date, coalesce(y.rectified_fen, 0) as rectified_fen
    from finding as f
    join project as p on p.project_id = f.project_id
    join unit as u on u.unit_id = f.unit_id
    left join rectification as r on r.finding_id = f.finding_id
    left join (
        select finding_id,
            max(case when kind = 'rectified' then fact_date end) as rectified_date,
            max(case when kind = 'closed' then fact_date end) as closed_date,
            max(case when kind = 'reopened' then fact_date end) as reopened_date,
            max(case when kind in ('withdrawn', 'transferred') then fact_date end) as excluded_date,
            max(new_due_date) as new_due_date
        from milestone where fact_date <= :as_of group by finding_id
    ) as m on m.finding_id = f.finding_id
    left join (
        select finding_id, sum(amount_fen) as rectified_fen
        from rectified_money where fact_date <= :as_of group by finding_id
    ) as y on y.finding_id = f.finding_id
    where f.found_date <= :as_of
) as d
"""


def run(tiers: Sequence[int], engines: Sequence[str]) -> None:
    """Build each tier on each engine, measure, and print one block for each."""
    for findings in tiers:
        for name in engines:
            with tempfile.TemporaryDirectory(prefix="audit-bench-") as folder, _database(name, folder) as url:
                os.environ["AUDIT_VAR_DIR"] = folder
                _measure(connect_to(url), name, findings)


def _measure(engine: Engine, name: str, findings: int) -> None:
    upgrade(engine)
    built = _seconds(lambda: _build(engine, findings))
    print(f"\n== {name}, {findings:,} findings (built in {built:.1f} s)", flush=True)
    with reading(engine) as connection:
        as_of = bureau(connection).as_of
        if name == "postgresql":
            connection.execute(text("analyze"))
    scan = _median(lambda: _scan(engine, as_of), 3)
    filters = Filters(as_of=as_of)
    cold = _seconds(lambda: overview(open_source(engine), filters))
    with_copy = _median(lambda: overview(open_source(engine), filters), 3)
    print(f"detail scan in the database     {scan:8.3f} s")
    print(f"overview cold                   {cold:8.3f} s   {cold / scan:6.2f} x scan")
    print(f"overview, copy on disk          {with_copy:8.3f} s   {with_copy / scan:6.2f} x scan")
    print(f"overview warm                   {_warm(engine, filters) * 1000:8.1f} ms")
    source = open_source(engine)
    for kpi in kpis().values():
        seconds = _median(lambda kpi=kpi: value(source, kpi, filters), REPEATS)  # type: ignore[misc]
        print(f"  {kpi.name:34} {seconds * 1000:8.1f} ms", flush=True)


def _build(engine: Engine, findings: int) -> None:
    with writing(engine) as connection:
        reference_data.load(connection)
        build(connection, findings=findings)


def _scan(engine: Engine, as_of: date) -> None:
    with reading(engine) as connection:
        connection.execute(text(DETAIL_SCAN), {"as_of": as_of}).all()


def overview(source: Source, filters: Filters) -> None:
    """Everything the overview page asks, each question once."""
    days = month_ends(filters.as_of)
    for name in dict.fromkeys((*HEAD_TILES, *FOOT_TILES, PICTURE[0], BESIDE)):
        course(source, kpis()[name], filters, days, EVERYTHING)
        value(source, kpis()[name], filters.a_year_before(), EVERYTHING)
    for name in (*ACTIONS, WARNED):
        value(source, kpis()[name], filters, EVERYTHING)
    breakdown(source, kpis()[PICTURE[0]], filters, PICTURE[1], EVERYTHING)


def _warm(engine: Engine, filters: Filters) -> float:
    session.engine = lambda: engine  # type: ignore[assignment]
    session.scope = lambda: EVERYTHING

    def ask() -> None:
        stock = newest_version(engine)  # asked once a run, as the frame does
        session.version = lambda: stock
        days = month_ends(filters.as_of)
        for name in dict.fromkeys((*HEAD_TILES, *FOOT_TILES, PICTURE[0], BESIDE)):
            session.figures_over(name, filters, days)
            session.figure(name, filters.a_year_before())
        for name in (*ACTIONS, WARNED):
            session.figure(name, filters)
        session.groups(*PICTURE[:1], filters, PICTURE[1])

    ask()
    return _median(ask, REPEATS)


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _median(work: Callable[[], object], repeats: int) -> float:
    return median(_seconds(work) for __ in range(repeats))


@contextmanager
def _database(name: str, folder: str) -> Iterator[str]:
    if name == "sqlite":
        yield f"sqlite:///{folder}/audit.db"
        return
    with cluster("shared_buffers=512MB", "work_mem=64MB", "max_wal_size=4GB") as url:
        yield url.format(name="postgres")
