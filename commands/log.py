"""操作日志: verify that the event log was not changed, or show its newest events.

`manage.py log verify` ends with 1 and names the first broken link, or an attached file that is gone or was
changed; it prints the newest digest, to be kept outside. `manage.py log show --last 20` prints.
"""

import argparse

from sqlalchemy import Engine, select

from data.access.roles import COMMAND_LINE
from data.attachments import unsound
from data.engine import connect_to, reading
from data.local_time import in_china
from data.schema import ChainHead
from data.settings import database_url
from queries.administration.event_log import EventFilter, chain_state, event_log
from queries.administration.event_words import NOTHING, event_actor, event_title, event_words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """verify, show."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    acts.add_parser("verify", help="check the whole chain, and every attachment").set_defaults(do=_verify)
    show = acts.add_parser("show", help="print the newest events, oldest of them first")
    show.add_argument("--last", type=int, default=20, metavar="N", help="how many (20)")
    show.set_defaults(do=_show)


def run(arguments: argparse.Namespace) -> int:
    """0, or 1 where the chain is broken or an attachment is not sound."""
    engine = connect_to(database_url())
    try:
        return int(arguments.do(engine, arguments))
    finally:
        engine.dispose()


def _verify(engine: Engine, arguments: argparse.Namespace) -> int:
    del arguments
    broken, checked = chain_state(engine, COMMAND_LINE)
    with reading(engine) as connection:
        head = connection.scalar(select(ChainHead.digest))
        spoilt = unsound(connection)
    if broken is None:
        print(f"日志完整，已校验 {checked} 条。 · The log is whole: {checked} events checked.")
        # Kept outside, it shows later that log and head were not rewritten together.
        print(f"末条摘要 · Newest digest: {head}")
    else:
        print(f"日志被改动：第 {broken} 条断链（已校验 {checked} 条）。 · Broken at event {broken}.")
    for each in spoilt:
        print(f"附件缺失或被改动 · Attachment not sound: {each.file_name} ({each.subject} {each.subject_id})")
    return 0 if broken is None and not spoilt else 1


def _show(engine: Engine, arguments: argparse.Namespace) -> int:
    events, _found = event_log(engine, COMMAND_LINE, EventFilter(), limit=max(arguments.last, 0))
    for event in reversed(events):
        words = [f"{label} {value}" for label, value in event_words(event.detail) if value != NOTHING]
        moment = f"{in_china(event.happened_at):%Y-%m-%d %H:%M:%S}"
        actor = event_actor(event.actor, event.actor_name)
        line = "\t".join((str(event.event_id), moment, actor, event_title(event.kind), " · ".join(words)))
        # A file name from outside may hold signs that a terminal obeys.
        print("".join(sign if sign.isprintable() or sign == "\t" else "�" for sign in line))
    return 0
