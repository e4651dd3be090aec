"""`models run --rows FILE`: the suspects of one run or of all in a file, and their line of the ledger."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Engine

from commands import rows_to_file
from data.access.roles import COMMAND_LINE
from data.audit_models.runs import RunFacts
from data.audit_models.runs import run as run_of
from data.data_room.outputs import ReadDataset
from data.data_room.rows_to_file import Written, permit_rows_to_file, record_rows_to_file
from data.engine import reading
from queries.audit_models.hits import SeenRun, seen_run
from queries.audit_models.hits_file import write_all_hits, write_hits


def permit(engine: Engine, arguments: argparse.Namespace, facts: RunFacts) -> None:
    """Raise OutputError where the hits of that run may not leave as a file."""
    permit_rows_to_file(engine, COMMAND_LINE, _written(arguments, [facts]))


def write(engine: Engine, arguments: argparse.Namespace, facts: RunFacts) -> None:
    """Write the suspects of one run. Raises OutputError and OSError."""
    permit(engine, arguments, facts)
    _recorded(engine, arguments, [facts], write_hits(_seen(engine, [facts])[0], arguments.rows))


def write_all(engine: Engine, arguments: argparse.Namespace, numbers: Sequence[int]) -> bool:
    """Write the suspects of those runs, each permitted before, into one file; says so where it cannot be."""
    with reading(engine) as connection:
        runs = [run_of(connection, number) for number in numbers]
    try:
        _recorded(engine, arguments, runs, write_all_hits(_seen(engine, runs), arguments.rows))
    except OSError as error:
        print(f"无法写入 {arguments.rows}：{error.strerror}", file=sys.stderr)
        return False
    return True


def _seen(engine: Engine, runs: Sequence[RunFacts]) -> list[SeenRun]:
    with reading(engine) as connection:
        return [seen_run(connection, COMMAND_LINE, facts) for facts in runs]


def _recorded(engine: Engine, arguments: argparse.Namespace, runs: Sequence[RunFacts], rows: int) -> None:
    file: Path = arguments.rows
    record_rows_to_file(engine, COMMAND_LINE, _written(arguments, runs), file, rows)


def _written(arguments: argparse.Namespace, runs: Sequence[RunFacts]) -> Written:
    read = {
        each.dataset_id: ReadDataset(each.dataset_id, each.number) for facts in runs for each in facts.read
    }
    if len(runs) == 1:
        described = f"{runs[0].model_code}：运行 {runs[0].run_id} 的疑点"
    else:
        described = f"{len(runs)} 次模型运行的疑点：{'、'.join(str(facts.run_id) for facts in runs)}"
    return rows_to_file.written(arguments, described, tuple(read.values()))
