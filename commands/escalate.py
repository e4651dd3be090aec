"""Tell what the escalation rules propose on a day: the next rung of each finding, with its grounds.

Nothing is decided and nothing is sent: a person does that on the page 督办升级. Made for a nightly run.
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from data.bureau import bureau
from data.codes import ESCALATION_STEP, label
from data.engine import connect_to, reading
from data.settings import database_url
from queries.catalog import kpis
from queries.cell_words import cell_words
from queries.filters import Filters
from queries.rows import detail
from queries.source import open_source

_KPI = "escalation_proposals"
_COLUMNS = ("finding_code", "title", "unit", "section", "region", "warning_level", "rung_reached")
_DATES = ("rung_date", "due_date")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--as-of", type=date.fromisoformat, help="day (default: the bureau's today)")
    parser.add_argument("--step", choices=tuple(ESCALATION_STEP), help="this rung only")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(arguments: argparse.Namespace) -> int:
    """List the proposals, the most urgent first."""
    engine = connect_to(database_url())
    with reading(engine) as connection:
        as_of = arguments.as_of or bureau(connection).as_of
    drill = (("escalation_step", arguments.step),) if arguments.step else ()
    frame = detail(open_source(engine), kpis()[_KPI], Filters(as_of=as_of, drill=drill))
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    if arguments.json:
        told = [_told(row) for row in rows]
        print(json.dumps({"as_of": as_of.isoformat(), "proposals": told}, ensure_ascii=False, indent=2))
        return 0
    counts = Counter(row["escalation_step"] for row in rows)
    print(f"截至 {as_of}，规则建议升级 {len(rows)} 个问题，待人决定。")
    for step in ESCALATION_STEP:
        if counts[step]:
            print(f"  {label('escalation_step', step)}  {counts[step]}")
    for row in rows:
        step = label("escalation_step", row["escalation_step"])
        reason = cell_words("escalation_reason", row["escalation_reason"])
        print(f"{step}  {row['finding_code']}  {row['unit']}  {reason}")
    return 0


def _told(row: Mapping[Any, Any]) -> dict[str, object]:
    days = {name: None if row[name] is None else str(row[name])[:10] for name in _DATES}
    return (
        {"step": row["escalation_step"]}
        | {name: row[name] for name in _COLUMNS}
        | days
        | {
            "grounds": json.loads(str(row["escalation_reason"])),
            "words": cell_words("escalation_reason", row["escalation_reason"]),
        }
    )
