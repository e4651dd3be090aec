"""Ask the datasets a question in SQL: one SELECT over the catalogue, checked and limited as on the page.

`manage.py sql "select … from …" --as USER` answers as that account may see the rows, with its masks. Without
--as whoever has the server's shell reads every dataset as it is. The query is recorded either way, and rows
in a file (--csv) are a line of the receipt ledger. Ends with 1 where it was refused, stopped or failed.
"""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine

from commands import rows_to_file
from data.access.present_user import present_user
from data.access.roles import COMMAND_LINE, NotPermittedError, User
from data.data_room.outputs import OutputError, ReadDataset
from data.data_room.rows_to_file import Written, permit_rows_to_file, record_rows_to_file
from data.data_room.undertakings import UndertakingMissingError
from data.engine import connect_to, reading
from data.settings import database_url
from queries.workbench.asking import ask
from queries.workbench.limits import limits
from queries.workbench.outcome_words import cut_words, outcome_words
from queries.workbench.refusal import QueryRefusedError
from queries.workbench.result import names_of, rows_of
from queries.workbench.result_files import as_csv, as_json
from queries.workbench.running import BusyError, Outcome, Run

_ROWS_PRINTED = 100
_DESCRIBED_LETTERS = 120


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The query, whose eyes it is read with, and where the rows go."""
    parser.add_argument("sql", metavar="SQL", help="one SELECT over datasets of the catalogue")
    parser.add_argument("--as", dest="user", metavar="USER", help="read as this account may, with its masks")
    parser.add_argument("--limit", type=int, metavar="N", help="rows at most; without it: AUDIT_SQL_ROWS")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.add_argument("--csv", metavar="FILE", help="write the rows to a CSV file (UTF-8)")
    rows_to_file.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print or write the rows; 1 where there are none because the query did not run to its end."""
    engine = connect_to(database_url())
    user: User | None = COMMAND_LINE
    if arguments.user:
        with reading(engine) as connection:
            user = present_user(connection, arguments.user)
    if user is None:
        print(f"没有账号 {arguments.user}，或已停用", file=sys.stderr)
        return 2
    bounds = limits()
    if arguments.limit is not None:
        bounds = replace(bounds, rows=max(1, min(arguments.limit, bounds.rows)))
    try:
        asked = ask(engine, user, arguments.sql, bounds)
        written = _written(arguments, asked)
        if arguments.csv:
            _permit(engine, user, asked, written)
        outcome = asked.wait() or Outcome("failed")
    except (QueryRefusedError, NotPermittedError, BusyError, OutputError, UndertakingMissingError) as error:
        return _not_done("refused", _why(error, user), as_json=arguments.json)
    if outcome.file is None:
        return _not_done(outcome.outcome, outcome_words(outcome, bounds), as_json=arguments.json)
    if arguments.csv and not _to_file(engine, user, outcome, written, Path(arguments.csv)):
        return 1
    return _answer(outcome, outcome.file, arguments)


def _why(error: Exception, user: User) -> str:
    match error:
        case NotPermittedError():
            return f"{user.user_name} 无权查询或取走数据"
        case BusyError():
            return "已有查询在运行，请稍后再试"
    return str(error)


def _permit(engine: Engine, user: User, asked: Run, written: Written) -> None:
    try:
        permit_rows_to_file(engine, user, written)
    except BaseException:
        asked.stop()
        raise


def _to_file(engine: Engine, user: User, outcome: Outcome, written: Written, file: Path) -> bool:
    assert outcome.file is not None  # asked before
    try:
        file.write_text(as_csv(outcome.file), "utf-8-sig")
    except OSError as error:
        print(f"无法写入 {file}：{error.strerror}", file=sys.stderr)
        return False
    record_rows_to_file(engine, user, written, file, outcome.rows)
    return True


def _written(arguments: argparse.Namespace, run: Run) -> Written:
    read = tuple(ReadDataset(entry.dataset_id, entry.version_number) for entry in run.readables)
    described = f"查询结果：{' '.join(arguments.sql.split())[:_DESCRIBED_LETTERS]}"
    return rows_to_file.written(arguments, described, read)


def _not_done(outcome: str, words: str, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"outcome": outcome, "message": words}, ensure_ascii=False, indent=1))
    else:
        print(words, file=sys.stderr)
    return 1


def _answer(outcome: Outcome, file: Path, arguments: argparse.Namespace) -> int:
    if arguments.json:
        answer = {
            "outcome": outcome.outcome,
            "columns": names_of(file),
            "n": outcome.rows,
            "is_cut": bool(outcome.cut),
            "seconds": outcome.seconds,
        }
        if not arguments.csv:
            answer["rows"] = as_json(file)
        print(json.dumps(answer, ensure_ascii=False, indent=1))
        return 0
    if not arguments.csv:
        print("\t".join(names_of(file)))
        for row, __ in zip(rows_of(file), range(_ROWS_PRINTED), strict=False):
            print("\t".join("" if value is None else str(value) for value in row))
    left_out = max(0, outcome.rows - _ROWS_PRINTED) if not arguments.csv else 0
    print(f"{outcome.rows:,} 行，{outcome.seconds:.2f} 秒", file=sys.stderr)
    if left_out:
        print(f"只显示前 {_ROWS_PRINTED} 行；全部用 --csv 或 --json", file=sys.stderr)
    if outcome.cut:
        print(cut_words(outcome), file=sys.stderr)
    return 0
