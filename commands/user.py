"""Accounts from the server itself: list, add, disable, enable, unlock, reset-password, roles, bind, staff.

Everything done here is recorded in the event log with the command line as its actor. An administrator's
password can be reset only here.
"""

import argparse
import sys
from collections.abc import Callable

from sqlalchemy import Engine

from data.access.accounts import (
    AccountError,
    bind,
    create_account,
    disable,
    enable,
    reset_password,
    set_roles,
    set_staff_code,
    unlock,
)
from data.access.roles import COMMAND_LINE, ROLES, conflict
from data.engine import connect_to
from data.language import _
from data.local_time import in_china
from data.settings import database_url
from queries.administration.account_list import AccountEntry, account_list

_DONE = "完成"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One subcommand per act."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    acts.add_parser("list", help="every account with roles, binding and state").set_defaults(do=_list)
    add = _of_one(acts.add_parser("add", help="make an account and print its first password"), _add)
    add.add_argument("--name", required=True, help="name of the person")
    add.add_argument("--role", action="append", default=[], choices=ROLES, help="may be given several times")
    add.add_argument("--region", metavar="CODE", help="bind to a region")
    add.add_argument("--section", metavar="CODE", help="bind to a section")
    add.add_argument("--staff", metavar="NUMBER", help="member of the staff that it belongs to")
    _of_one(acts.add_parser("disable", help="close an account and sign it out"), _disable)
    _of_one(acts.add_parser("enable", help="open a closed account"), _enable)
    _of_one(acts.add_parser("unlock", help="lift the lock after wrong passwords"), _unlock)
    _of_one(acts.add_parser("reset-password", help="print a new random password, once"), _reset)
    roles = _of_one(acts.add_parser("roles", help="replace the roles; none: take all away"), _roles)
    roles.add_argument("roles", nargs="*", metavar="ROLE", help=", ".join(ROLES))
    bound = _of_one(acts.add_parser("bind", help="bind to a region and section; none: to nothing"), _bind)
    bound.add_argument("--region", metavar="CODE", help="code of the region")
    bound.add_argument("--section", metavar="CODE", help="code of the section")
    staff = _of_one(acts.add_parser("staff", help="whose account it is; no number: nobody's"), _staff)
    staff.add_argument("staff_code", nargs="?", metavar="NUMBER", help="as in the register of the staff")


def run(arguments: argparse.Namespace) -> int:
    """Do the act; 1 and the reason where a rule stands against it."""
    engine = connect_to(database_url())
    try:
        arguments.do(engine, arguments)
    except AccountError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        engine.dispose()
    return 0


def _of_one(
    parser: argparse.ArgumentParser, do: Callable[[Engine, argparse.Namespace], None]
) -> argparse.ArgumentParser:
    parser.add_argument("user_name", metavar="USER", help="user name")
    parser.set_defaults(do=do)
    return parser


def _list(engine: Engine, arguments: argparse.Namespace) -> None:
    del arguments
    for account in account_list(engine, COMMAND_LINE):
        roles = "、".join(_(ROLES[role][0]) for role in account.roles) or _("No role yet")
        bound = " · ".join(name for name in (account.region_name, account.section_name) if name)
        words = (
            account.user_name,
            account.display_name,
            roles,
            bound or _("Everything"),
            _state(account),
            " ".join(filter(None, (account.staff_code, account.staff_name))),
        )
        print("\t".join(words))


def _state(account: AccountEntry) -> str:
    if account.locked_until is not None and not account.is_disabled:
        return _("Locked until {time}").format(time=f"{in_china(account.locked_until):%Y-%m-%d %H:%M}")
    return _("Disabled") if account.is_disabled else _("In use")


def _add(engine: Engine, arguments: argparse.Namespace) -> None:
    if reason := conflict(frozenset(arguments.role)):
        raise AccountError(_(reason))
    password = create_account(
        engine,
        COMMAND_LINE,
        user_name=arguments.user_name,
        display_name=arguments.name,
        staff_code=arguments.staff,
    )
    user_name = arguments.user_name.strip().lower()
    _say_password(user_name, password)
    if arguments.role:
        set_roles(engine, COMMAND_LINE, user_name, frozenset(arguments.role))
    if arguments.region or arguments.section:
        bind(
            engine,
            COMMAND_LINE,
            user_name,
            region_code=arguments.region,
            section_code=arguments.section,
        )


def _disable(engine: Engine, arguments: argparse.Namespace) -> None:
    disable(engine, COMMAND_LINE, arguments.user_name)
    print(_DONE)


def _enable(engine: Engine, arguments: argparse.Namespace) -> None:
    enable(engine, COMMAND_LINE, arguments.user_name)
    print(_DONE)


def _unlock(engine: Engine, arguments: argparse.Namespace) -> None:
    unlock(engine, COMMAND_LINE, arguments.user_name)
    print(_DONE)


def _reset(engine: Engine, arguments: argparse.Namespace) -> None:
    _say_password(arguments.user_name, reset_password(engine, COMMAND_LINE, arguments.user_name))


def _roles(engine: Engine, arguments: argparse.Namespace) -> None:
    set_roles(engine, COMMAND_LINE, arguments.user_name, frozenset(arguments.roles))
    print(_DONE)


def _bind(engine: Engine, arguments: argparse.Namespace) -> None:
    bind(
        engine,
        COMMAND_LINE,
        arguments.user_name,
        region_code=arguments.region,
        section_code=arguments.section,
    )
    print(_DONE)


def _staff(engine: Engine, arguments: argparse.Namespace) -> None:
    set_staff_code(engine, COMMAND_LINE, arguments.user_name, arguments.staff_code)
    print(_DONE)


def _say_password(user_name: str, password: str) -> None:
    print("密码只显示这一次，首次登录须修改。 · Shown only now; to be changed at the next sign-in:")
    print(f"    {user_name}  {password}")
