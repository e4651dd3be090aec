"""Import files into the rectification ledger.

Each file is imported as a whole or not at all, with one event. Rows that cannot be read are refused and named
with sheet, line, column, value and reason; the others are imported. Importing a file again changes nothing.
Ends with 1 where a whole file was refused.
"""

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from data.engine import connect_to, reading
from data.intake.preset import Preset, PresetFaultError
from data.intake.reading.source import read_source
from data.intake.refusal_report import refusals_as_csv, refusals_as_xlsx
from data.intake.refused import FileRefusedError
from data.intake.values.money import UNITS
from data.ledger.importing import import_source
from data.ledger.plan import plan
from data.ledger.preset import load_preset, preset_names
from data.ledger.preview import Preview
from data.settings import database_url

_REFUSALS_SHOWN = 20  # on the screen; all of them are in the file of --refused and in --json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to import, by which preset, and how to tell of it."""
    parser.add_argument("subject", choices=["findings"], help="what the files hold")
    parser.add_argument("files", nargs="+", metavar="FILE", help="XLSX, XLS, CSV, TSV or TXT")
    parser.add_argument(
        "--preset", default="ledger_zh", metavar="NAME", help=f"one of: {', '.join(preset_names())}"
    )
    parser.add_argument("--dry-run", action="store_true", help="tell what would change, write nothing")
    parser.add_argument(
        "--as-of", type=date.fromisoformat, metavar="YYYY-MM-DD", help="day of the files; without it: today"
    )
    parser.add_argument("--unit", choices=sorted(UNITS), help="unit of amounts whose heading names none")
    parser.add_argument("--refused", metavar="FILE.csv", help="write the refused rows there (.csv or .xlsx)")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(arguments: argparse.Namespace) -> int:
    """Import every file; 1 where one was refused as a whole, 2 where the preset cannot be used."""
    try:
        preset = load_preset(arguments.preset)
    except PresetFaultError as error:
        print(error, file=sys.stderr)
        return 2
    engine = connect_to(database_url())
    previews: list[Preview] = []
    answers: list[dict[str, Any]] = []
    for name in arguments.files:
        try:
            done, event_id = _one(engine, Path(name), preset, arguments)
        except FileRefusedError as error:
            answers.append({"file": Path(name).name, "error": str(error)})
        else:
            previews.append(done)
            answers.append(_answer(done, event_id))
        if not arguments.json:
            _show(answers[-1], arguments)
    if arguments.refused:
        as_file = refusals_as_xlsx if arguments.refused.lower().endswith(".xlsx") else refusals_as_csv
        Path(arguments.refused).write_bytes(as_file(previews))
    totals = {
        kind: sum(answer.get(kind, 0) for answer in answers)
        for kind in ("rows", "added", "changed", "unchanged", "refused")
    }
    if arguments.json:
        print(json.dumps({"files": answers} | totals, ensure_ascii=False, indent=1, default=str))
    elif len(answers) > 1:
        print(f"合计：{_counts(totals)}")
    return 1 if any("error" in answer for answer in answers) else 0


def _one(
    engine: Engine, file: Path, preset: Preset, arguments: argparse.Namespace
) -> tuple[Preview, int | None]:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise FileRefusedError(f"无法读取文件：{error.strerror}") from error
    source = read_source(file.name, data)
    if not arguments.dry_run:
        imported = import_source(engine, source, preset, arguments.as_of, unit=arguments.unit)
        return imported.preview, imported.event_id
    with reading(engine) as connection:
        return plan(connection, source, preset, arguments.as_of, unit=arguments.unit).preview, None


def _answer(done: Preview, event_id: int | None) -> dict[str, Any]:
    return {
        "file": done.file_name,
        "sha256": done.sha256,
        "preset": done.preset,
        "as_of": done.as_of,
        "event_id": event_id,
        "rows": done.rows,
        "added": len(done.added),
        "changed": len(done.changed),
        "unchanged": len(done.unchanged),
        "refused": done.refused_rows,
        "changes": [
            {"finding_code": entry.finding_code, "field": change.field, "old": change.old, "new": change.new}
            for entry in done.changed
            for change in entry.changes
        ],
        "refused_rows": [vars(refusal) for refusal in done.refused],
        "notices": [vars(notice) for notice in done.notices],
        "stubs": [vars(stub) for stub in done.stubs],
    }


def _show(answer: dict[str, Any], arguments: argparse.Namespace) -> None:
    if "error" in answer:
        print(f"{answer['file']}：整个文件被拒绝。{answer['error']}", file=sys.stderr)
        return
    head = "试运行，未写入" if arguments.dry_run else f"已导入，日志第 {answer['event_id']} 号"
    print(f"{answer['file']}：{head}。{_counts(answer)}；新建待核 {len(answer['stubs'])}")
    for refusal in answer["refused_rows"][:_REFUSALS_SHOWN]:
        print(
            f"  拒绝  {refusal['sheet']} 第 {refusal['line']} 行 [{refusal['column']}] "
            f"{refusal['value']!r}：{refusal['reason']}"
        )
    if len(answer["refused_rows"]) > _REFUSALS_SHOWN:
        print(f"  …… 共 {len(answer['refused_rows'])} 条，全部内容见 --refused 所写的文件")
    for notice in answer["notices"]:
        line = f" 第 {notice['line']} 行" if notice["line"] else ""
        column = f" [{notice['column']}]" if notice["column"] else ""
        print(f"  提示  {notice['sheet']}{line}{column}：{notice['message']}")


def _counts(numbers: dict[str, Any]) -> str:
    return (
        f"共 {numbers['rows']} 行，新增 {numbers['added']}，变更 {numbers['changed']}，"
        f"不变 {numbers['unchanged']}，拒绝 {numbers['refused']}"
    )
