#!/usr/bin/env python
"""Command line of the audit cockpit: `python manage.py --help`."""

import argparse
import os
import sys

from sqlalchemy.exc import SQLAlchemyError

from commands import command_modules
from data.access.cookie_key import has_cookie_key
from data.engine import connect_to
from data.migrate import is_current, is_missing
from data.settings import database_url

_WITHOUT_DATABASE = {"init", "settings", "docs", "template", "restore"}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 refused or not sound, 2 wrong usage."""
    # SQLite makes its file readable by everybody. What a bureau found is for the owner of the service alone,
    # also where somebody else made the run-time folder and left it open.
    os.umask(0o077)
    parser = argparse.ArgumentParser(prog="manage.py", description="审计驾驶舱 · Audit Cockpit")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    words = sys.argv[1:] if arguments is None else arguments
    for name, module in command_modules(words[0] if words else "").items():
        summary = (module.__doc__ or "").splitlines()[0]
        subparser = subparsers.add_parser(name, help=summary, description=module.__doc__)
        module.add_arguments(subparser)
        subparser.set_defaults(run=module.run)
    parsed = parser.parse_args(arguments)
    if not _has_database(parsed.command):
        print("数据库尚未建立或版本过旧，请先运行 manage.py init", file=sys.stderr)
        return 1
    return int(parsed.run(parsed) or 0)


def _has_database(command: str) -> bool:
    """Whether the command finds the database that it needs.

    A server that has served before starts also while its database is away: walls go on with their last
    figures, everybody else is told, and all recover by themselves.
    """
    if command in _WITHOUT_DATABASE:
        return True
    outlives = command == "serve" and has_cookie_key()
    url = database_url()
    try:
        return is_current(connect_to(url)) or (outlives and is_missing(url))
    except SQLAlchemyError:
        if not outlives:
            raise
        print("连不上数据库，先行启动；恢复后自动可用。", file=sys.stderr)
        return True


def _whole() -> int:
    """main() as a program: whoever reads only the beginning of what it prints (`| head`) ends it quietly."""
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the interpreter flushes once more
        return 141  # as a shell says it of SIGPIPE
    return status


if __name__ == "__main__":
    sys.exit(_whole())
