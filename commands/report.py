"""报告: weekly report, monthly list, weekly list of major problems, annexes for the congress; DOCX or XLSX.

`manage.py report weekly|monthly|major|congress --as-of 2026-11-20 --out FILE`: its ending says which of
the two. Every figure in it is one that `manage.py kpi` gives; the workbook lists the command for each.
"""

import argparse
import sys
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, select

from data.access.roles import COMMAND_LINE
from data.bureau import bureau
from data.engine import connect_to, now, reading
from data.local_time import in_china
from data.schema import Region, Section
from data.settings import database_url
from queries.filters import EVERYTHING, Filters
from queries.reporting.book import Stamp, report_book
from queries.reporting.document import report_document
from queries.reporting.making import KINDS, last_snapshot, make_report, record_taken
from queries.source import open_source

_MAKERS = {".docx": report_document, ".xlsx": report_book}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """KIND, --as-of, --year, --region, --section, --out."""
    parser.add_argument(
        "kind", choices=list(KINDS), metavar="KIND", help="weekly, monthly, major or congress"
    )
    parser.add_argument("--as-of", type=date.fromisoformat, help="day of the figures, YYYY-MM-DD (today)")
    parser.add_argument("--year", type=int, help="plan year; for the congress: of the audit work report")
    parser.add_argument("--region", help="region code, with the regions below it")
    parser.add_argument("--section", help="section code")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="FILE.docx or FILE.xlsx")


def run(arguments: argparse.Namespace) -> int:
    """0; 1 where the file cannot be written, 2 where its ending or what is asked for is none."""
    suffix = arguments.out.suffix.lower()
    if suffix not in _MAKERS:
        print("文件名须以 .docx 或 .xlsx 结尾。 · FILE ends in .docx or .xlsx.", file=sys.stderr)
        return 2
    engine = connect_to(database_url())
    with reading(engine) as connection:
        house = bureau(connection)
        day = arguments.as_of or house.as_of
        if fault := _fault(connection, arguments, house.as_of):
            print(fault, file=sys.stderr)
            return 2
        snapshot = last_snapshot(connection, day)
    filters = Filters(
        as_of=day,
        year=arguments.year,
        region=arguments.region,
        section=arguments.section,
    )
    report = make_report(
        open_source(engine), arguments.kind, filters, EVERYTHING, bureau_name=house.name, snapshot=snapshot
    )
    content = _MAKERS[suffix](report, Stamp("manage.py", in_china(now())))
    try:
        arguments.out.write_bytes(content)
    except OSError as error:
        print(f"无法写入 {arguments.out}：{error.strerror}", file=sys.stderr)
        return 1
    record_taken(engine, COMMAND_LINE.user_name, report, arguments.out.name)
    engine.dispose()
    print(f"{report.title}{report.subtitle}：{arguments.out}，数字 {len(report.told)} 个")
    return 0


def _fault(connection: Connection, arguments: argparse.Namespace, today: date) -> str:
    """What keeps a report from being made: it would be one of nothing, or of what is still to come."""
    if arguments.as_of and arguments.as_of > today:
        return f"{arguments.as_of} 尚未到来，本局截至日为 {today}。"
    for name, key in (("region", Region.region_code), ("section", Section.section_code)):
        code = getattr(arguments, name)
        if code and connection.scalar(select(key).where(key == code)) is None:
            return f"没有代码为 {code} 的{'地区' if name == 'region' else '科室'}。"
    return ""
