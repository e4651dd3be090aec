"""Compute a KPI: its figure, a breakdown, or the rows behind it.

`manage.py kpi --list` names the KPIs; `manage.py kpi NAME` computes one for all years as of today (in the
demonstration: as of its own last day); --year narrows to one plan year.
"""

import argparse
import json
import sys
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.bureau import bureau
from data.engine import connect_to, reading, writing
from data.events import RowsExported, record
from data.settings import database_url
from queries.catalog import Kpi, kpis
from queries.cell_words import SAID, cell_words
from queries.columns import COLUMNS
from queries.exporting.inert_text import inert
from queries.filters import Filters
from queries.rows import detail
from queries.run import Figure, breakdown, value
from queries.source import open_source


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """NAME, the filters, and the ways to answer."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="name of the KPI")
    parser.add_argument("--list", action="store_true", help="list all KPIs")
    parser.add_argument("--year", type=int, help="plan year; without it: all years")
    parser.add_argument("--region", help="region code, with the regions below it")
    parser.add_argument("--section", help="section code")
    parser.add_argument("--in-work-report", action="store_true", help="only what the audit work report cites")
    parser.add_argument("--as-of", type=date.fromisoformat, help="day of the figure, YYYY-MM-DD")
    parser.add_argument("--by", metavar="DIMENSION", help="break down by a dimension of the KPI")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.add_argument("--rows", metavar="FILE.csv", help="write the rows behind the figure")


def run(arguments: argparse.Namespace) -> int:
    """Print the answer; 2 where the name or the dimension is not known."""
    if arguments.list:
        return _list(as_json=arguments.json)
    if not arguments.name:
        print("请给出指标名；所有指标见 manage.py kpi --list", file=sys.stderr)
        return 2
    kpi = kpis().get(arguments.name)
    if kpi is None:
        print(f"没有名为“{arguments.name}”的指标；见 manage.py kpi --list", file=sys.stderr)
        return 2
    if arguments.by and arguments.by not in kpi.group_by:
        print(f"{kpi.name} 可按以下维度分列：{', '.join(kpi.group_by)}", file=sys.stderr)
        return 2
    engine = connect_to(database_url())
    with reading(engine) as connection:
        as_of = arguments.as_of or bureau(connection).as_of
    filters = Filters(
        as_of=as_of,
        year=arguments.year,
        region=arguments.region,
        section=arguments.section,
        in_work_report=arguments.in_work_report or None,
    )
    try:
        _answer(engine, kpi, filters, arguments)
    except OSError as error:
        print(f"无法写入 {arguments.rows}：{error.strerror}", file=sys.stderr)
        return 1
    return 0


def _list(*, as_json: bool) -> int:
    if as_json:
        entries = [
            {"name": kpi.name, "title": kpi.title.zh, "definition": kpi.definition.zh, "by": kpi.group_by}
            for kpi in kpis().values()
        ]
        print(json.dumps(entries, ensure_ascii=False, indent=1))
    else:
        for kpi in kpis().values():
            print(f"{kpi.name:34} {kpi.title.zh}")
    return 0


def _answer(engine: Engine, kpi: Kpi, filters: Filters, arguments: argparse.Namespace) -> None:
    source = open_source(engine)
    figure = value(source, kpi, filters)
    answer: dict[str, Any] = {"kpi": kpi.name} | _plain(figure)
    groups = breakdown(source, kpi, filters, arguments.by) if arguments.by else []
    if arguments.by:
        answer["by"] = arguments.by
        answer["groups"] = [
            {"code": group.code, "label": group.label} | _plain(group.figure) for group in groups
        ]
    if arguments.rows:
        rows = detail(source, kpi, filters)
        for column in kpi.columns:
            if (kind := COLUMNS[column].kind) in SAID:
                rows[column] = rows[column].map(partial(cell_words, kind), na_action="ignore")
        for name in rows.select_dtypes(include=["str", "object"]):
            rows[name] = rows[name].map(inert)
        rows.to_csv(arguments.rows, index=False, encoding="utf-8-sig", date_format="%Y-%m-%d")
        asked = {name: choice for name, choice in asdict(filters).items() if choice not in {None, ()}}
        exported = RowsExported(kpi.name, asked, len(rows), Path(arguments.rows).name)
        with writing(engine) as connection:
            record(connection, COMMAND_LINE.user_name, exported)
    if arguments.json:
        print(json.dumps(answer, ensure_ascii=False, indent=1))
        return
    print(f"{kpi.title.zh}  {filters.as_of}\n  {kpi.definition.zh}")
    print(f"  {_line(figure)}")
    for group in groups:
        print(f"  {group.label}\t{_line(group.figure)}")


def _plain(figure: Figure) -> dict[str, Any]:
    return asdict(figure) | {"as_of": figure.as_of.isoformat()}


def _line(figure: Figure) -> str:
    if figure.value is None:
        return "无数据"
    quotient = f" = {figure.numerator} ÷ {figure.denominator}" if figure.denominator is not None else ""
    return f"{figure.value}{quotient}（{figure.rows} 行）"
