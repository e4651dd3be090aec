#!/usr/bin/env python
"""Command line of the audit cockpit: `python manage.py --help`."""

import argparse
import gc
import logging
import os
import sys

from commands import command_modules


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 refused or not sound, 2 wrong usage."""
    # SQLite makes its file readable by everybody. What a bureau found is for the owner of the service alone,
    # also where somebody else made the run-time folder and left it open.
    os.umask(0o077)
    parser = argparse.ArgumentParser(prog="manage.py", description="审计驾驶舱 · Audit Cockpit")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    words = sys.argv[1:] if arguments is None else arguments
    # What is loaded stays: to look through it for rubbish, time and again, takes a tenth of a short command.
    gc.disable()
    modules = command_modules(words[0] if words else "")
    gc.enable()
    for name, module in modules.items():
        summary = (module.__doc__ or "").splitlines()[0]
        subparser = subparsers.add_parser(name, help=summary, description=module.__doc__)
        module.add_arguments(subparser)
        subparser.set_defaults(run=module.run)
    parsed = parser.parse_args(arguments)
    from commands.database_there import has_database  # noqa: PLC0415 whoever asks for help needs none

    if not has_database(parsed.command):
        print("数据库尚未建立或版本过旧，请先运行 manage.py init", file=sys.stderr)
        return 1
    return int(parsed.run(parsed) or 0)


def _whole() -> int:
    """main() as a program: Ctrl+C ends it quietly, and so does `| head`, which reads only the beginning."""
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the interpreter flushes once more
        return 141  # as a shell says it of SIGPIPE
    except KeyboardInterrupt:
        return 130  # as a shell says it of SIGINT
    return status


if __name__ == "__main__":
    ended = _whole()
    # What a command opened it has closed; taking the interpreter apart would be a third of a short command.
    logging.shutdown()
    sys.stderr.flush()
    os._exit(ended)
