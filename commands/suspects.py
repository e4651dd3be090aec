"""Suspects: feedback sheets out and back in.

`manage.py suspects export FILE.xlsx --to section:CODE` writes what waits for an answer there, and
`manage.py suspects import FILE.xlsx` enters the answers of a sheet that came back: what is sound is entered,
each faulty line is told with its reason, and the same sheet may come again. Ends with 1 where a line is
faulty or the file was refused.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.bureau import bureau
from data.engine import connect_to, reading
from data.intake.refused import FileRefusedError
from data.settings import database_url
from data.signed_sheet import CheckedSheet
from data.suspects.feedback import Checked, bring_in, check_feedback
from queries.exporting.feedback_sheet import NothingToSendError, export_feedback_sheet
from queries.filters import EVERYTHING
from queries.source import open_source
from queries.suspects.to_send import receivers


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One subcommand per act."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    export = acts.add_parser("export", help="write a feedback sheet")
    export.add_argument("file", metavar="FILE.xlsx", type=Path)
    export.add_argument("--to", metavar="section:CODE|region:CODE", help="whose suspects; without it: all")
    export.set_defaults(do=_export)
    import_ = acts.add_parser("import", help="enter the answers of a sheet that came back")
    import_.add_argument("file", metavar="FILE.xlsx", type=Path)
    import_.add_argument("--dry-run", action="store_true", help="tell what would be entered, write nothing")
    import_.set_defaults(do=_import)
    waiting = acts.add_parser("receivers", help="who has suspects to answer, and how many")
    waiting.set_defaults(do=_receivers)
    for each in (export, import_, waiting):
        each.add_argument("--json", action="store_true", help="answer in JSON")


def run(arguments: argparse.Namespace) -> int:
    """Do the act; 1 where something was refused, 2 where a file cannot be read or written."""
    try:
        return int(arguments.do(connect_to(database_url()), arguments))
    except OSError as error:
        print(f"无法读写 {error.filename}：{error.strerror}", file=sys.stderr)
        return 2


def _export(engine: Engine, arguments: argparse.Namespace) -> int:
    with reading(engine) as connection:
        as_of = bureau(connection).as_of
    try:
        content = export_feedback_sheet(
            engine, open_source(engine), COMMAND_LINE, as_of, receiver=arguments.to
        )
    except NothingToSendError as error:
        return _told(arguments, {"file": None, "not_sent": str(error)}, str(error), 1)
    arguments.file.write_bytes(content)
    answer = {"file": str(arguments.file), "not_sent": None}
    return _told(arguments, answer, f"已写入 {arguments.file}", 0)


def _import(engine: Engine, arguments: argparse.Namespace) -> int:
    content = arguments.file.read_bytes()
    try:
        feedback = check_feedback(engine, COMMAND_LINE, arguments.file.name, content)
    except FileRefusedError as error:
        return _told(arguments, {"file": arguments.file.name, "refused": str(error)}, str(error), 1)
    if not arguments.dry_run:
        feedback = bring_in(engine, COMMAND_LINE, feedback)
    faults = feedback.of("fault")
    done = "可导入" if arguments.dry_run else "已导入"
    counted = ((done, "enter"), ("此前已导入", "same"), ("未填", "blank"), ("有误", "fault"))
    summary = "，".join(f"{words} {len(feedback.of(fate))} 条" for words, fate in counted)
    words = "\n".join([summary, *(f"第 {fault.answer.line} 行：{fault.reason}" for fault in faults)])
    return _told(arguments, _answer(feedback, is_dry=arguments.dry_run), words, 1 if faults else 0)


def _answer(feedback: CheckedSheet[Checked], *, is_dry: bool) -> dict[str, Any]:
    return {
        "file": feedback.file_name,
        "refused": None,
        "is_dry_run": is_dry,
        "entered": len(feedback.of("enter")),
        "same": len(feedback.of("same")),
        "blank": len(feedback.of("blank")),
        "faults": [
            {
                "line": fault.answer.line,
                "suspect": fault.answer.sent.number if fault.answer.sent else None,
                "reason": fault.reason,
            }
            for fault in feedback.of("fault")
        ],
    }


def _receivers(engine: Engine, arguments: argparse.Namespace) -> int:
    with reading(engine) as connection:
        as_of = bureau(connection).as_of
    found = receivers(open_source(engine), as_of, EVERYTHING)
    answer = [{"to": each.key, "name": each.name, "suspects": each.suspects} for each in found]
    words = "\n".join(f"{each.key:16} {each.name} {each.suspects:,}" for each in found)
    return _told(arguments, answer, words or "没有等待反馈的疑点", 0)


def _told(arguments: argparse.Namespace, answer: object, words: str, status: int) -> int:
    print(json.dumps(answer, ensure_ascii=False, indent=1) if arguments.json else words)
    return status
