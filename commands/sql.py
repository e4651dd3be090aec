"""Ask the datasets a question in SQL: one SELECT over the catalogue, checked and limited as on the page.

`manage.py sql "select … from …" --as USER` answers as that account may see the rows, with its masks. Without
--as whoever has the server's shell reads every dataset as it is. The query is recorded either way. Ends with
1 where it was refused, stopped or failed.
"""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

from data.access.present_user import present_user
from data.access.roles import COMMAND_LINE, NotPermittedError, User
from data.engine import connect_to, reading
from data.settings import database_url
from queries.workbench.asking import ask
from queries.workbench.limits import limits
from queries.workbench.outcome_words import cut_words, outcome_words
from queries.workbench.refusal import QueryRefusedError
from queries.workbench.result import names_of, rows_of
from queries.workbench.result_files import as_csv, as_json
from queries.workbench.running import BusyError, Outcome

_ROWS_PRINTED = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The query, whose eyes it is read with, and where the rows go."""
    parser.add_argument("sql", metavar="SQL", help="one SELECT over datasets of the catalogue")
    parser.add_argument("--as", dest="user", metavar="USER", help="read as this account may, with its masks")
    parser.add_argument("--limit", type=int, metavar="N", help="rows at most; without it: AUDIT_SQL_ROWS")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.add_argument("--csv", metavar="FILE", help="write the rows to a CSV file (UTF-8)")


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
        outcome = ask(engine, user, arguments.sql, bounds).wait()
    except (QueryRefusedError, NotPermittedError) as error:
        words = str(error) if isinstance(error, QueryRefusedError) else f"{user.user_name} 无权查询数据"
        return _not_done("refused", words, as_json=arguments.json)
    except BusyError:
        return _not_done("refused", "已有查询在运行，请稍后再试", as_json=arguments.json)
    if outcome is None or outcome.file is None:
        ended = outcome or Outcome("failed")
        return _not_done(ended.outcome, outcome_words(ended, bounds), as_json=arguments.json)
    return _answer(outcome, outcome.file, arguments)


def _not_done(outcome: str, words: str, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"outcome": outcome, "message": words}, ensure_ascii=False, indent=1))
    else:
        print(words, file=sys.stderr)
    return 1


def _answer(outcome: Outcome, file: Path, arguments: argparse.Namespace) -> int:
    if arguments.csv:
        try:
            Path(arguments.csv).write_text(as_csv(file), "utf-8-sig")
        except OSError as error:
            print(f"无法写入 {arguments.csv}：{error.strerror}", file=sys.stderr)
            return 1
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
