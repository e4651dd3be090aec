"""The files in which the tables of the invented warehouse came, and bringing them in as anybody would.

Each goes the whole way of a file: read, mapped, checked by the rules of its type, refused rows in quarantine.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import duckdb
from sqlalchemy import Engine

from data.access.roles import COMMAND_LINE
from data.bringing.bring_in import Bringing, bring_in
from data.bringing.correcting import Correcting, correct
from data.bringing.open_rows import quarantine
from data.checking.check import LINE
from data.checking.quarantine import LINE_TITLE
from data.dataset_types import DatasetColumn, DatasetType
from data.duck import identifier, quoted
from data.engine import reading
from data.language import _
from data.warehouse import dataset, versions

_FILE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Delivery:
    """One file: its name, its rows as SQL over `told`, and the day on which it came, where that is its own.

    `corrects` is the number of the version whose rows it corrects.
    """

    file: str
    rows: str = "select * from told"
    change: str = "replace"
    came: date | None = None
    corrects: int | None = None


@cache
def _several() -> dict[str, list[dict[str, object]]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def deliveries(dataset_type: DatasetType) -> tuple[Delivery, ...]:
    """The files of a table, oldest first: one with the whole table, unless deliveries.toml says otherwise."""
    told = _several().get(dataset_type.name, [{"file": f"{dataset_type.titles['zh']}.csv"}])
    return tuple(Delivery(**entry) for entry in told)  # type: ignore[arg-type]


def deliver(
    engine: Engine,
    tables: duckdb.DuckDBPyConnection,
    dataset_type: DatasetType,
    delivery: Delivery,
    asked: Bringing,
) -> int:
    """Write the file and bring it in; `asked` says all but the file. Returns the number of rows taken in."""
    _tell(tables, dataset_type)
    headings = ", ".join(
        f"{identifier(column.name)} as {identifier(column.titles['zh'])}" for column in dataset_type.columns
    )
    if delivery.corrects is not None:
        headings = f"{LINE} as {identifier(_(LINE_TITLE).format(number=delivery.corrects))}, {headings}"
        rows = _with_lines(engine, dataset_type, delivery, asked.dataset)
    else:
        rows = delivery.rows
    tables.execute(f"copy (select {headings} from ({rows})) to {quoted(asked.file)} (header)")
    if delivery.corrects is not None:
        correcting = Correcting(asked.dataset, asked.file, delivery.file, "page", delivery.corrects)
        return correct(engine, COMMAND_LINE, correcting).rows
    return bring_in(engine, COMMAND_LINE, asked).rows


def _tell(tables: duckdb.DuckDBPyConnection, dataset_type: DatasetType) -> None:
    """View `told`: the table as a file has it, all of it text, money in yuan."""
    texts = ", ".join(f"{_text(column)} as {identifier(column.name)}" for column in dataset_type.columns)
    tables.execute(f"create or replace temp view told as select {texts} from {dataset_type.name}")


def _text(column: DatasetColumn) -> str:
    name = identifier(column.name)
    if column.type == "money":
        return f"cast({name} * 0.01::decimal(3, 2) as varchar)"
    if column.type == "flag":
        return f"case when {name} then '是' when not {name} then '否' end"
    return f"cast({name} as varchar)"


def _with_lines(engine: Engine, dataset_type: DatasetType, delivery: Delivery, name: str) -> str:
    """The rows of the delivery that wait in quarantine, known by the first column, with their lines."""
    with reading(engine) as connection:
        facts = dataset(connection, name)
        every = versions(connection, facts.dataset_id) if facts else ()
    held = quarantine(every, delivery.corrects or 0)
    assert held is not None  # the file before it left rows there
    waiting = f"select #1 as {LINE}, #2 as first from ({held.rows_sql})"
    first = identifier(dataset_type.columns[0].name)
    return f"from ({waiting}) join ({delivery.rows}) on {first} = first order by {LINE}"
