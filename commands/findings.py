"""Findings: many steps at once from a file, by the same rules as on the page.

`manage.py findings apply FILE --as USER` reads a file (XLSX, XLS or CSV) with one line per finding and step
and takes those that can be taken, in their order and in one transaction, with the rights of that account:
nobody reviews what they submitted, here as well. Every line is told. Ends with 1 where one was not taken.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

from sqlalchemy import Engine

from data.access.present_user import present_user
from data.access.roles import NotPermittedError
from data.closing.moving import Outcome, take_steps
from data.closing.step_file import StepLine, read_steps
from data.codes import label
from data.engine import connect_to, reading
from data.intake.refused import FileRefusedError
from data.language import _
from data.settings import database_url


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One subcommand per act."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    apply = acts.add_parser("apply", help="take the steps of a file")
    apply.add_argument("file", metavar="FILE", type=Path)
    apply.add_argument("--as", dest="user_name", metavar="USER", required=True, help="whose steps they are")
    apply.add_argument("--dry-run", action="store_true", help="tell what would be done, write nothing")
    apply.add_argument("--json", action="store_true", help="answer in JSON")


def run(arguments: argparse.Namespace) -> int:
    """Do the act; 1 where a step was not taken, 2 where the file cannot be read."""
    try:
        return _apply(connect_to(database_url()), arguments)
    except OSError as error:
        print(f"无法读取 {error.filename}：{error.strerror}", file=sys.stderr)
    except FileRefusedError as error:
        print(str(error), file=sys.stderr)
    return 2


def _apply(engine: Engine, arguments: argparse.Namespace) -> int:
    content = arguments.file.read_bytes()
    with reading(engine) as connection:
        user = present_user(connection, arguments.user_name)
        lines = read_steps(connection, arguments.file.name, content)
    if user is None:
        print(f"没有可用的账号 {arguments.user_name}", file=sys.stderr)
        return 2
    file = (arguments.file.name, hashlib.sha256(content).hexdigest())
    asked = [line.asked for line in lines if line.asked is not None]
    try:
        outcomes = iter(take_steps(engine, user, asked, is_dry=arguments.dry_run, file=file))
    except NotPermittedError as error:
        print(f"账号 {user.user_name} 没有权限：{error}", file=sys.stderr)
        return 1
    told = [(line, next(outcomes) if line.asked is not None else _fault(line)) for line in lines]
    taken = sum(outcome.is_taken for _line, outcome in told)
    if arguments.json:
        print(json.dumps({"taken": taken, "lines": [_told(*each) for each in told]}, ensure_ascii=False))
    else:
        for line, outcome in told:
            words = label("work_stage", outcome.stage) if outcome.is_taken else outcome.reason
            print(f"{'✓' if outcome.is_taken else '✕'} {line.sheet} {line.line} {line.finding_code} {words}")
        done = "可办理" if arguments.dry_run else "已办理"
        print(f"{done} {taken} 条，未办理 {len(told) - taken} 条")
    return 0 if taken == len(told) else 1


def _fault(line: StepLine) -> Outcome:
    return Outcome(0, line.finding_code, is_taken=False, reason=line.fault or _("Not done"))


def _told(line: StepLine, outcome: Outcome) -> dict[str, object]:
    return {
        "sheet": line.sheet,
        "line": line.line,
        "finding": line.finding_code,
        "taken": outcome.is_taken,
        "stage": outcome.stage,
        "reason": outcome.reason,
    }
