"""月末快照: freeze the figures of a day, list what was frozen, show one beside the ledger of today.

`manage.py snapshot freeze --as-of 2026-10-31` keeps the figures of all KPIs of the rectification ledger and
the state of every finding; nothing of it changes afterwards. `manage.py snapshot show 2026-10-31` checks what
is kept and prints it; with --compare also the same day as it is known now, and today.
"""

import argparse
import json
import sys
from datetime import date

from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE, User
from data.bureau import bureau
from data.engine import connect_to, reading
from data.local_time import in_china
from data.settings import database_url
from data.snapshots import (
    AlreadyFrozenError,
    DayToComeError,
    SnapshotFacts,
    frozen_figures,
    is_sound,
    snapshots,
)
from queries.catalog import kpis
from queries.figure_words import show
from queries.snapshots.comparing import compare
from queries.snapshots.freezing import freeze
from queries.source import open_source

# Whoever has a shell on the server may freeze; the log says that it was done there.
_WITH_A_SHELL = User(COMMAND_LINE.user_name, COMMAND_LINE.display_name, frozenset({"rectification"}))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """freeze, list, show."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    new = acts.add_parser("freeze", help="keep the figures of a day")
    new.add_argument("--as-of", type=date.fromisoformat, help="the day, YYYY-MM-DD (today)")
    new.add_argument("--note", default="", help="what it is for")
    new.set_defaults(do=_freeze)
    acts.add_parser("list", help="what was frozen").set_defaults(do=_list)
    one = acts.add_parser("show", help="the figures of a frozen day")
    one.add_argument("day", type=date.fromisoformat, metavar="DAY", help="the frozen day, YYYY-MM-DD")
    one.add_argument("--kpi", metavar="NAME", help="one figure alone")
    one.add_argument("--compare", action="store_true", help="beside the same day as known now, and today")
    one.add_argument("--json", action="store_true", help="answer in JSON")
    one.set_defaults(do=_show)


def run(arguments: argparse.Namespace) -> int:
    """0; 1 where the day was frozen before, is to come or not there, or what is kept is not what it was."""
    engine = connect_to(database_url())
    try:
        return int(arguments.do(engine, arguments))
    finally:
        engine.dispose()


def _freeze(engine: Engine, arguments: argparse.Namespace) -> int:
    with reading(engine) as connection:
        day = arguments.as_of or bureau(connection).as_of
    try:
        freeze(engine, _WITH_A_SHELL, day, arguments.note)
    except (AlreadyFrozenError, DayToComeError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"已冻结 {day} 的数字。 · Frozen.")
    return 0


def _list(engine: Engine, arguments: argparse.Namespace) -> int:
    del arguments
    with reading(engine) as connection:
        for each in snapshots(connection):
            taken = f"{in_china(each.taken_at):%Y-%m-%d %H:%M}"
            print(f"{each.as_of_date}\t{taken}\t{each.user_name}\t{each.digest[:16]}\t{each.note or ''}")
    return 0


def _show(engine: Engine, arguments: argparse.Namespace) -> int:
    with reading(engine) as connection:
        facts = next((each for each in snapshots(connection) if each.as_of_date == arguments.day), None)
        if facts is None:
            print(f"没有 {arguments.day} 的快照；见 manage.py snapshot list", file=sys.stderr)
            return 1
        figures = frozen_figures(connection, facts.snapshot_id)
        sound = is_sound(connection, facts)
    if arguments.kpi and arguments.kpi not in figures:
        print(f"快照里没有指标 {arguments.kpi}", file=sys.stderr)
        return 1
    names = [arguments.kpi] if arguments.kpi else list(figures)
    if arguments.json:
        answers = [
            {
                "kpi": name,
                "value": figures[name].number,
                "numerator": figures[name].numerator,
                "denominator": figures[name].denominator,
                "rows": figures[name].row_count,
                "as_of": str(facts.as_of_date),
            }
            for name in names
        ]
        print(json.dumps(answers[0] if arguments.kpi else answers, ensure_ascii=False, indent=1))
    else:
        _print(engine, facts, names, is_compared=arguments.compare)
    if not sound:
        print("快照被改动过：摘要与日志不符。 · What is kept is not what was frozen.", file=sys.stderr)
    return 0 if sound else 1


def _print(engine: Engine, facts: SnapshotFacts, names: list[str], *, is_compared: bool) -> None:
    print(f"{facts.as_of_date}  {facts.user_name}  {facts.digest}")
    if not is_compared:
        with reading(engine) as connection:
            figures = frozen_figures(connection, facts.snapshot_id)
        for name in names:
            kpi = kpis().get(name)
            words = show(figures[name].number, kpi.format) if kpi else figures[name].value
            print(f"  {kpi.title.zh if kpi else name}\t{words}")
        return
    with reading(engine) as connection:
        today = bureau(connection).as_of
    found = compare(engine, open_source(engine), facts, today)
    for each in found.figures:
        if each.kpi.name in names:
            numbers = (show(number, each.kpi.format) for number in (each.then, each.again, each.now))
            print("  " + "\t".join((each.kpi.title.zh, *numbers)))
    print(f"  问题变化 {len(found.changes):,} 个，补录事实 {len(found.late):,} 条")
