"""Display tokens of big screens from the server itself: list, add, revoke.

Everything done here is recorded in the event log with the command line as its actor.
"""

import argparse
import sys
from datetime import datetime

from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.engine import connect_to
from data.local_time import in_china
from data.settings import database_url
from data.walls.displays import DisplayError, displays, make_display, revoke_display


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One subcommand per act."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    acts.add_parser("list", help="every wall with its number, state and when it was last seen").set_defaults(
        do=_list
    )
    add = acts.add_parser("add", help="make a token and print the query of its address, once")
    add.add_argument("name", metavar="NAME", help="where the wall hangs")
    add.set_defaults(do=_add)
    revoke = acts.add_parser("revoke", help="revoke a token; its wall goes dark at its next refresh")
    revoke.add_argument("number", type=int, metavar="NUMBER", help="number of the wall in the list")
    revoke.set_defaults(do=_revoke)


def run(arguments: argparse.Namespace) -> int:
    """Do the act; 1 and the reason where a rule stands against it."""
    engine = connect_to(database_url())
    try:
        arguments.do(engine, arguments)
    except DisplayError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        engine.dispose()
    return 0


def _list(engine: Engine, arguments: argparse.Namespace) -> None:
    del arguments
    for wall in displays(engine, COMMAND_LINE):
        state = f"已撤销 {_moment(wall.revoked_at)}" if wall.revoked_at else "使用中"
        seen = f"最近出现 {_moment(wall.last_seen_at)}" if wall.last_seen_at else "从未出现"
        print("\t".join((str(wall.display_token_id), wall.name, state, seen)))


def _add(engine: Engine, arguments: argparse.Namespace) -> None:
    token = make_display(engine, COMMAND_LINE, arguments.name)
    print("令牌只显示这一次，地址即密码，请勿外传。 · Shown only now; the address is a secret:")
    print(f"    http://…/?interval=30&display={token}")


def _revoke(engine: Engine, arguments: argparse.Namespace) -> None:
    revoke_display(engine, COMMAND_LINE, arguments.number)
    print("完成")


def _moment(moment: datetime) -> str:
    return f"{in_china(moment):%Y-%m-%d %H:%M}"
