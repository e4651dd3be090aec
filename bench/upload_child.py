"""One measured piece of work in a process of its own; prints its seconds. Started by bench/uploads.py."""

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb

from data.access.roles import COMMAND_LINE
from data.bringing.bring_in import Bringing, bring_in
from data.data_room.dataset_access import access_to
from data.engine import connect_to, reading
from data.warehouse import dataset, newest, relation_of
from queries.datasets.profile import profile

_ENGINE = connect_to(f"sqlite:///{os.environ['AUDIT_VAR_DIR']}/audit.db")


def _bring(file: str, dataset_type: str, name: str) -> None:
    asked = Bringing(
        file=Path(file),
        original_name=Path(file).name,
        delivery="command_line",
        dataset=name,
        dataset_type=dataset_type,
    )
    outcome = bring_in(_ENGINE, COMMAND_LINE, asked)
    print(f"rows {outcome.rows} refused {outcome.refused}", file=sys.stderr)


def _copy(file: str, options: str, target: str) -> None:
    with duckdb.connect() as duck:
        duck.execute(f"copy (from read_csv('{file}'{options})) to '{target}' (format parquet)")


def _profile(name: str) -> Callable[[], object]:
    with reading(_ENGINE) as connection:
        facts = dataset(connection, name)
        assert facts is not None
        version = newest(connection, facts.dataset_id)
        assert version is not None
        access = access_to(connection, COMMAND_LINE, facts.dataset_id)
    return lambda: profile(version, access)


def _summarize(name: str) -> Callable[[], object]:
    with reading(_ENGINE) as connection:
        facts = dataset(connection, name)
        assert facts is not None
        version = newest(connection, facts.dataset_id)
        assert version is not None
    duck = duckdb.connect()
    return lambda: duck.execute(f"summarize {relation_of(version)}").fetchall()


def _main(work: str, *arguments: str) -> None:
    prepared: Callable[[], object]
    match work:
        case "bring":
            prepared = partial(_bring, *arguments)
        case "copy":
            prepared = partial(_copy, *arguments)
        case "profile":
            prepared = _profile(*arguments)
        case _:
            prepared = _summarize(*arguments)
    started = time.perf_counter()
    prepared()
    print(time.perf_counter() - started, flush=True)


if __name__ == "__main__":
    _main(*sys.argv[1:])
