"""Import files into the rectification ledger, a register, the calendar of working days, or the plans.

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
from data.intake.reading.sheet import Source
from data.intake.reading.source import read_source
from data.intake.refusal_report import refusals_as_csv, refusals_as_xlsx
from data.intake.refused import FileRefusedError
from data.intake.values.money import UNITS
from data.investment.reading import read_projects
from data.investment.system_of_file import in_system, proposed_system
from data.ledger.importing import import_source
from data.ledger.plan import plan
from data.ledger.preset import load_preset, preset_names
from data.ledger.preview import Entry, Preview
from data.planning.calendar_change import import_calendar, preview
from data.planning.calendar_file import read_calendar_file
from data.planning.plan_file import PlanFileError, read_plan, shipped_plans
from data.planning.plan_import import import_plan
from data.registers import importing
from data.registers.plan import plan as plan_register
from data.registers.preview import Entry as RegisterEntry
from data.registers.preview import Preview as RegisterPreview
from data.registers.register import Register, register_names, registers
from data.settings import database_url
from queries.catalog import kpis

_FINDINGS, _CALENDAR, _PLAN, _LEDGER = "findings", "calendar", "plan", "ledger_zh"
_WITH_PLACES = "investment_projects"
_REFUSALS_SHOWN = 20  # on the screen; all of them are in the file of --refused and in --json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to import, by which preset, and how to tell of it."""
    parser.add_argument(
        "subject", choices=[_FINDINGS, _CALENDAR, _PLAN, *register_names()], help="what the files hold"
    )
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="XLSX, XLS, CSV, TSV or TXT; investment projects also GeoJSON, zipped Shapefile, GeoPackage; "
        "a calendar: JSON or CSV; "
        f"a plan: TOML, or one of: {', '.join(shipped_plans())}",
    )
    parser.add_argument(
        "--preset",
        metavar="NAME",
        help=f"layout of the files; for findings one of: {', '.join(preset_names())}; "
        "without it: ledger_zh, or that of the register's template",
    )
    parser.add_argument("--dry-run", action="store_true", help="tell what would change, write nothing")
    parser.add_argument(
        "--as-of",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="day of the files; today if empty",
    )
    parser.add_argument("--unit", choices=sorted(UNITS), help="unit of amounts whose heading names none")
    parser.add_argument(
        "--system",
        metavar="CODE",
        help="investment_projects: coordinate system of the file, as cgcs2000, gcj02 or epsg:4548; "
        "without it a dry run tells which it seems to be",
    )
    parser.add_argument(
        "--north-first", action="store_true", help="investment_projects: northing or latitude stands first"
    )
    parser.add_argument("--refused", metavar="FILE.csv", help="write the refused rows there (.csv or .xlsx)")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(arguments: argparse.Namespace) -> int:
    """Import every file; 1 where one was refused as a whole, 2 where the preset cannot be used."""
    if arguments.subject == _CALENDAR:
        return _calendar(arguments)
    if arguments.subject == _PLAN:
        return _plans(arguments)
    register = None if arguments.subject == _FINDINGS else registers()[arguments.subject]
    try:
        preset = register.preset(arguments.preset) if register else load_preset(arguments.preset or _LEDGER)
    except PresetFaultError as error:
        print(error, file=sys.stderr)
        return 2
    engine = connect_to(database_url())
    previews: list[Preview | RegisterPreview] = []
    answers: list[dict[str, Any]] = []
    for name in arguments.files:
        try:
            done: Preview | RegisterPreview
            if register:
                source, layout = _of_register(engine, Path(name), register, preset, arguments)
                done, event_id = _registered(engine, source, register, layout, arguments)
            else:
                done, event_id = _found(engine, _source(Path(name)), preset, arguments)
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


def _calendar(arguments: argparse.Namespace) -> int:
    """Years of the calendar of working days, which has formats and rules of its own."""
    engine, is_refused = connect_to(database_url()), False
    for name in map(Path, arguments.files):
        try:
            file = read_calendar_file(name.name, _bytes(name))
            years = preview(engine, file)
            event_id = None if arguments.dry_run else import_calendar(engine, file)
        except FileRefusedError as error:
            print(f"{name.name}：整个文件被拒绝。{error}", file=sys.stderr)
            is_refused = True
            continue
        head = (
            f"已导入，日志第 {event_id} 号"
            if event_id
            else "试运行，未写入"
            if arguments.dry_run
            else "没有变化"
        )
        print(f"{name.name}：{head}")
        for year in years:
            kind = "新增" if year.is_new else f"变更 {len(year.changes)} 天"
            print(f"  {year.year} 年：{kind}，工作日 {year.working_days} 天")
    return 1 if is_refused else 0


def _plans(arguments: argparse.Namespace) -> int:
    """Plans with their indicators and targets, from files of their own or shipped ones by their names."""
    engine, is_refused = connect_to(database_url()), False
    for name in arguments.files:
        try:
            plan = read_plan(name)
            event_id = None if arguments.dry_run else import_plan(engine, plan, kpis())
        except PlanFileError as error:
            print(f"{name}：整个文件被拒绝。{error}", file=sys.stderr)
            is_refused = True
            continue
        head = f"已导入，日志第 {event_id} 号" if event_id else "试运行，未写入"
        targets = sum(len(entry.targets) for entry in plan.indicators)
        print(f"{plan.name}：{head}。指标 {len(plan.indicators)} 项，目标 {targets} 个")
    return 1 if is_refused else 0


def _source(file: Path) -> Source:
    return read_source(file.name, _bytes(file))


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise FileRefusedError(f"无法读取文件：{error.strerror}") from error


def _of_register(
    engine: Engine, file: Path, register: Register, preset: Preset, arguments: argparse.Namespace
) -> tuple[Source, Preset]:
    """The file as its register reads it; that of projects with places in a system that somebody confirmed."""
    if register.name != _WITH_PLACES:
        return _source(file), preset
    brought = read_projects(file.name, _bytes(file))
    if arguments.system:
        return brought.source, in_system(preset, arguments.system, is_north_first=arguments.north_first)
    with reading(engine) as connection:
        proposal = proposed_system(connection, brought, preset)
    if proposal is None:
        return brought.source, preset
    option = f"--system {proposal.code}{' --north-first' if proposal.is_swapped else ''}"
    words = (
        f"坐标系看来是 {proposal.code or '未知'}：{proposal.reason}（{proposal.inside_rate:.1%} 落在辖区内）"
    )
    if not arguments.dry_run or not proposal.code:
        raise FileRefusedError(
            f"{words} 请确认后加 {option if proposal.code else '--system 坐标系'} 再导入。"
        )
    print(f"{file.name}：{words} 确认后加 {option} 导入。", file=sys.stderr)
    return brought.source, in_system(preset, proposal.code, is_north_first=proposal.is_swapped)


def _found(
    engine: Engine, source: Source, preset: Preset, arguments: argparse.Namespace
) -> tuple[Preview, int | None]:
    if not arguments.dry_run:
        imported = import_source(engine, source, preset, arguments.as_of, unit=arguments.unit)
        return imported.preview, imported.event_id
    with reading(engine) as connection:
        return plan(connection, source, preset, arguments.as_of, unit=arguments.unit).preview, None


def _registered(
    engine: Engine, source: Source, register: Register, preset: Preset, arguments: argparse.Namespace
) -> tuple[RegisterPreview, int | None]:
    if not arguments.dry_run:
        imported = importing.import_source(engine, source, register, preset)
        return imported.preview, imported.event_id
    with reading(engine) as connection:
        return plan_register(connection, source, register, preset).preview, None


def _answer(done: Preview | RegisterPreview, event_id: int | None) -> dict[str, Any]:
    own: dict[str, Any] = {"as_of": done.as_of} if isinstance(done, Preview) else {"register": done.register}
    return own | {
        "file": done.file_name,
        "sha256": done.sha256,
        "preset": done.preset,
        "event_id": event_id,
        "rows": done.rows,
        "added": len(done.added),
        "changed": len(done.changed),
        "unchanged": len(done.unchanged),
        "refused": done.refused_rows,
        "changes": [
            {**_row(entry), "field": change.field, "old": change.old, "new": change.new}
            for entry in done.changed
            for change in entry.changes
        ],
        "refused_rows": [vars(refusal) for refusal in done.refused],
        "notices": [vars(notice) for notice in done.notices],
        "stubs": [vars(stub) for stub in done.stubs],
    }


def _row(entry: Entry | RegisterEntry) -> dict[str, Any]:
    if isinstance(entry, Entry):
        return {"finding_code": entry.finding_code}
    return {"row": entry.label, "sheet": entry.sheet, "line": entry.line}


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
