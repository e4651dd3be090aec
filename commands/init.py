"""Make the database: newest schema, reference data, and the demonstration or the first administrators.

`manage.py init` prints the random passwords of the three administrators once; `manage.py init --demo` builds
the demonstration bureau instead. Run again, it brings an existing database up to date and changes no data.
"""

import argparse
import time

from sqlalchemy.engine import make_url

from data.bureau import bureau
from data.demo.models import spread_publication
from data.demo.papers import attach_papers
from data.demo.warehouse.bring_in import bring_in_demo_warehouse
from data.demo.working import work_findings
from data.engine import connect_to, reading
from data.initialise import Outcome, initialise
from data.settings import database_url
from queries.audit_models.catalogue import publish_shipped
from queries.audit_models.demo_runs import run_demo_models
from queries.search.rules import enter_shipped
from queries.snapshots.freezing import freeze_demo_month


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--demo, --without-warehouse."""
    parser.add_argument("--demo", action="store_true", help="build the demonstration bureau of 示范市")
    parser.add_argument(
        "--without-warehouse",
        action="store_true",
        help="with --demo: leave out the datasets",
    )


def run(arguments: argparse.Namespace) -> int:
    """Say which database it is, and what was done to it."""
    url = database_url()
    print(f"数据库 · Database: {make_url(url).render_as_string(hide_password=True)}")
    started = time.perf_counter()
    engine = connect_to(url)
    outcome = initialise(engine, is_demo=arguments.demo)
    publish_shipped(engine)
    enter_shipped(engine)
    if outcome.is_new and arguments.demo:
        spread_publication(engine)
        work_findings(engine)
        attach_papers(engine)
    with reading(engine) as connection:
        is_demo = bureau(connection).is_demo
    if is_demo and arguments.demo and not arguments.without_warehouse:
        # Of its own, and made good where it was interrupted: files are in no transaction of the database.
        rows = bring_in_demo_warehouse(engine)
        if rows:
            suspects = run_demo_models(engine)
            freeze_demo_month(engine)
            print(f"已生成演示数据仓：{rows:,} 行。 · Built the invented warehouse.")
            print(f"已运行演示模型，登记疑点 {suspects} 条。 · Ran some models on it.")
    if not outcome.is_new:
        print("已存在，结构已是最新，数据未改动。 · It exists: schema brought up to date, data left alone.")
        if outcome.calendar_years:
            years = "、".join(str(year) for year in outcome.calendar_years)
            print(f"工作日历补充：{years} · Years added to the calendar of working days: {years}")
        return 0
    _say_what_is_new(outcome, is_demo=arguments.demo)
    print(f"用时 · Took {time.perf_counter() - started:.1f} s")
    return 0


def _say_what_is_new(outcome: Outcome, *, is_demo: bool) -> None:
    print("已建表并装入问题分类和工作日历。 · Made the tables, the problem classes and the calendar.")
    if is_demo:
        print(f"已生成演示数据：{outcome.findings:,} 个问题。 · Built the demonstration.")
        return
    print("三员初始口令仅显示一次，首次登录须修改。 · First passwords, shown only this once:")
    for user_name, password in outcome.passwords:
        print(f"    {user_name}  {password}")
