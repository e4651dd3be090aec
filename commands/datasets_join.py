"""Compare two datasets by a key: how many rows meet on both sides, and the rows themselves.

`manage.py datasets join LEFT RIGHT --on identity_number=owner_number --compare identity`; --on may be
repeated, with one --compare for each of them or one for all. Without --on: the columns that fit best. Ends
with 1 where the datasets cannot be compared, and says why.
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from commands import rows_to_file
from data.access.roles import User
from data.data_room.dataset_access import access
from data.data_room.outputs import ReadDataset
from data.data_room.rows_to_file import Written, permit_rows_to_file, record_rows_to_file
from data.duck import open_duck
from data.engine import reading
from data.warehouse import WarehouseError, dataset, newest
from queries.exporting.write_rows import write_rows
from queries.joining.key_forms import COMPARISONS
from queries.joining.matching import HOW, Joined, SideCounts
from queries.joining.of_datasets import joined_for
from queries.joining.proposals import proposed_keys
from queries.joining.sides import JoinRefusedError, KeyPair, Side, owners_see_all
from queries.joining.words import match_words
from queries.quick_tests.subject import Question


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which datasets, by which columns, and how to answer."""
    parser.add_argument("left", metavar="LEFT", help="name of the first dataset")
    parser.add_argument("right", metavar="RIGHT", help="name of the second dataset")
    parser.add_argument(
        "--on", action="append", default=[], metavar="A=B", help="columns that agree; may be repeated"
    )
    parser.add_argument(
        "--compare",
        action="append",
        default=[],
        choices=COMPARISONS,
        help="how values are compared, for each --on; without it: exact",
    )
    parser.add_argument("--how", choices=HOW, default="matched", help="which rows --rows writes")
    parser.add_argument("--rows", metavar="FILE", help="write these rows: .csv or .parquet")
    rows_to_file.add_arguments(parser)


def run(engine: Engine, actor: User, arguments: argparse.Namespace) -> int:
    """Print the answer, with what the actor may see; 1 where there is none, 2 where a name is not known.

    Raises NotPermittedError where the actor may not read a dataset, or take rows out of it, JoinRefusedError,
    OutputError and UndertakingMissingError.
    """
    if bad := [given for given in arguments.on if "=" not in given]:
        print(f"--on 应写作 左列=右列：{bad[0]}", file=sys.stderr)
        return 2
    if len(arguments.compare) > 1 and len(arguments.compare) != len(arguments.on):
        print("--compare 应只写一次，或者与 --on 一样多。", file=sys.stderr)
        return 2
    with reading(engine) as connection:
        sides = []
        for name in (arguments.left, arguments.right):
            facts = dataset(connection, name)
            seen = access(connection, actor, facts) if facts else None
            version = newest(connection, facts.dataset_id) if facts else None
            if facts is None or seen is None or version is None or not seen.is_listed:
                print(f"没有名为“{name}”的数据集", file=sys.stderr)
                return 2
            sides.append(Side(facts, version, seen))
        is_trusted = owners_see_all(connection, actor, sides[0], sides[1])
    left, right = sides
    written = rows_to_file.written(
        arguments,
        f"{left.facts.title} 与 {right.facts.title} 比对的行",
        tuple(ReadDataset(side.facts.dataset_id, side.version.number) for side in sides),
    )
    if arguments.rows:
        permit_rows_to_file(engine, actor, written)
    with open_duck() as duck:
        pairs = _pairs(arguments) or [
            entry.pair for entry in proposed_keys(duck, left, right, is_trusted=is_trusted, most=1)
        ]
        if not pairs:
            raise JoinRefusedError("没有可以对应的列，请用 --on 指定。")
        done = joined_for(engine, actor, duck, left, right, pairs=pairs, is_trusted=is_trusted)
        rows = _write(engine, actor, done, arguments, written) if arguments.rows else None
    _tell(done, pairs, rows, as_json=arguments.json)
    return 0


def _pairs(arguments: argparse.Namespace) -> list[KeyPair]:
    comparisons = arguments.compare or ["exact"]
    if len(comparisons) == 1:
        comparisons = comparisons * len(arguments.on)
    parts = [given.partition("=") for given in arguments.on]
    return [
        KeyPair(left, right, comparison)
        for (left, __, right), comparison in zip(parts, comparisons, strict=True)
    ]


def _write(engine: Engine, actor: User, done: Joined, arguments: argparse.Namespace, written: Written) -> int:
    file = Path(arguments.rows)
    try:
        rows = write_rows(done.duck, Question(done.select(arguments.how)), file)
    except OSError as error:
        raise WarehouseError(f"无法写入 {arguments.rows}：{error.strerror}") from error
    record_rows_to_file(engine, actor, written, file, rows)
    return rows


def _tell(done: Joined, pairs: list[KeyPair], written: int | None, *, as_json: bool) -> None:
    match = done.match
    if not as_json:
        print("，".join(f"{pair.left} = {pair.right}（{pair.comparison}）" for pair in pairs))
        for words in match_words(match, done.left.facts.title, done.right.facts.title):
            print(words)
        if match.is_many_to_many:
            print(f"  两边都有重复的键，会配出 {match.pairs:,} 对。")
        return
    answer = {
        "on": [asdict(pair) for pair in pairs],
        "left": {"dataset": done.left.facts.name, "version": done.left.version.number} | _counts(match.left),
        "right": {"dataset": done.right.facts.name, "version": done.right.version.number}
        | _counts(match.right),
        "pairs": match.pairs,
        "is_many_to_many": match.is_many_to_many,
        "rows_written": written,
    }
    print(json.dumps(answer, ensure_ascii=False, indent=1))


def _counts(side: SideCounts) -> dict[str, Any]:
    return asdict(side) | {"unmatched_rows": side.unmatched_rows, "rate": side.rate}
