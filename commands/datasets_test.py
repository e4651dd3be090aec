"""Make a quick test on a dataset: its figures, and the rows that stand out.

`manage.py datasets test NAME TEST --param column=…`; `--list` names the tests and their parameters. Ends
with 1 where the test could not be made, and says why.
"""

import argparse
import json
import sys
from pathlib import Path

from sqlalchemy import Engine

from commands import rows_to_file
from data.access.roles import COMMAND_LINE, User
from data.data_room.dataset_access import access
from data.data_room.outputs import OutputError, ReadDataset
from data.data_room.rows_to_file import permit_rows_to_file, record_rows_to_file
from data.data_room.undertakings import UndertakingMissingError
from data.duck import open_duck
from data.engine import connect_to, reading
from data.language import _
from data.settings import database_url
from data.warehouse import WarehouseError, dataset, newest
from queries.exporting.write_rows import write_rows
from queries.quick_tests import TESTS
from queries.quick_tests.dataset_subject import dataset_subject
from queries.quick_tests.given import WHERE
from queries.quick_tests.on_dataset import run_on_dataset
from queries.quick_tests.outcome import Outcome


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which dataset, which test with which parameters, and how to answer."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="name of the dataset")
    parser.add_argument("test", nargs="?", metavar="TEST", help=f"one of: {', '.join(TESTS)}")
    parser.add_argument(
        "--version", type=int, metavar="N", help="number of the version; without it: the newest"
    )
    parser.add_argument(
        "--param", action="append", default=[], metavar="K=V", help="a parameter of the test; may be repeated"
    )
    parser.add_argument("--rows", metavar="FILE", help="write the rows that stand out: .csv or .parquet")
    rows_to_file.add_arguments(parser)
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.add_argument("--list", action="store_true", help="list the tests and their parameters")


def run(arguments: argparse.Namespace, actor: User = COMMAND_LINE) -> int:
    """Print the answer, with what the actor may see; 1 where there is none, 2 where a name is not known.

    Raises NotPermittedError where the actor may not read the dataset, or take rows out of it.
    """
    if arguments.list:
        return _list()
    if arguments.test not in TESTS:
        print(f"没有名为 {arguments.test!r} 的检验；可用：{', '.join(TESTS)}", file=sys.stderr)
        return 2
    if bad := [given for given in arguments.param if "=" not in given]:
        print(f"参数应写作 名称=值：{bad[0]}", file=sys.stderr)
        return 2
    try:
        return _answer(connect_to(database_url()), arguments, actor)
    except (WarehouseError, OutputError, UndertakingMissingError) as error:
        print(str(error), file=sys.stderr)
        return 1
    except BrokenPipeError:
        raise  # nobody reads on
    except OSError as error:
        print(f"无法写入 {arguments.rows}：{error.strerror}", file=sys.stderr)
        return 1


def _answer(engine: Engine, arguments: argparse.Namespace, actor: User) -> int:
    with reading(engine) as connection:
        facts = dataset(connection, arguments.name)
        version = newest(connection, facts.dataset_id, arguments.version) if facts else None
        if facts is None or version is None:
            print(f"没有名为 {arguments.name!r} 的数据集或版本", file=sys.stderr)
            return 2
        duck = open_duck()
        table = dataset_subject(duck, connection, version, access(connection, actor, facts))
    written = rows_to_file.written(
        arguments,
        f"{facts.title}：“{_(TESTS[arguments.test].title)}”检验发现的行",
        (ReadDataset(facts.dataset_id, version.number),),
    )
    if arguments.rows:
        permit_rows_to_file(engine, actor, written)
    params = dict(given.split("=", 1) for given in arguments.param)
    outcome = run_on_dataset(engine, actor, facts.dataset_id, arguments.test, table, answers=params)
    if arguments.rows and outcome.offending is not None:
        file = Path(arguments.rows)
        write_rows(duck, outcome.offending, file)
        record_rows_to_file(engine, actor, written, file, outcome.rows)
    _tell(outcome, as_json=arguments.json)
    return 0 if outcome.not_checked is None else 1


def _tell(outcome: Outcome, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(outcome.as_json(), ensure_ascii=False, indent=1, default=str))
    elif outcome.not_checked is not None:
        print(f"无法检验：{outcome.not_checked}", file=sys.stderr)
    else:
        print(outcome.words)
        for caution in outcome.cautions:
            print(f"  {caution}")


def _list() -> int:
    for test in TESTS.values():
        params = " ".join(
            param.name if param.is_required else f"[{param.name}]" for param in (*test.params, WHERE)
        )
        print(f"{test.name:16} {params}")
    return 0
