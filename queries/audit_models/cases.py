"""The cases of a model, tried: each example has to come out as it says."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb

from data.dataset_types import dataset_type
from data.duck import in_time, lock, open_duck, records
from data.language import _
from queries.audit_models.bound import bound_names
from queries.audit_models.model import LAYERS, AuditModel, Case
from queries.audit_models.relations import duck_type
from queries.audit_models.values import ValueRefusedError, values_of

_CASE_SECONDS = 10  # a case has a handful of rows


@dataclass(frozen=True)
class Tried:
    """A case and what is wrong with it; `fault` is empty where it came out as it should."""

    case: Case
    fault: str


def try_cases(model: AuditModel) -> tuple[Tried, ...]:
    """Every case of the model with its fault."""
    with trial() as duck:
        return tuple(Tried(case, _fault(model, case, duck)) for case in model.cases)


@contextmanager
def trial() -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB for many cases that may read no file: to open one takes longer than to run a case."""
    with open_duck() as duck:
        lock(duck)
        yield duck


def _fault(model: AuditModel, case: Case, duck: duckdb.DuckDBPyConnection) -> str:
    try:
        rows, skipped = run_case(model, case, duck)
    except duckdb.InterruptException:
        return _("it did not end within {seconds} seconds").format(seconds=_CASE_SECONDS)
    except (duckdb.Error, ValueRefusedError) as error:
        return str(error)
    return fault_of(case, rows, skipped)


def fault_of(case: Case, rows: list[dict[str, Any]], skipped: int) -> str:
    """What is wrong with what a case came to; empty where it came out as it should."""
    if case.outcome == "flagged":
        return _unlike(rows, case.rows) if case.rows else _not_one(rows)
    if rows:
        return _("{n} suspects instead of none").format(n=len(rows))
    if bool(skipped) != (case.outcome == "skipped"):
        was_skipped = _("it could not be judged, instead of being clean")
        return was_skipped if skipped else _("it was judged, instead of being left out")
    return ""


def _not_one(rows: list[dict[str, Any]]) -> str:
    return "" if len(rows) == 1 else _("{n} suspects instead of one").format(n=len(rows))


def run_case(
    model: AuditModel, case: Case, duck: duckdb.DuckDBPyConnection
) -> tuple[list[dict[str, Any]], int]:
    """(suspects, rows that could not be judged) over the rows of the case, in a `trial`. Raises duckdb.Error.

    No case leaves a table to the next. What is derived is brought by what a trial does not let in: such a
    model has a DuckDB of its own.
    """
    values = values_of(model, case.params)
    with open_duck() if model.derived else duck.cursor() as connection, in_time(connection, _CASE_SECONDS):
        for relation in model.requires:
            _make(connection, model, relation, case.tables.get(relation, ()))
        if model.derived:
            derive(connection, model, case, values)
            lock(connection)
        rows = records(connection.execute(model.sql, used(model.sql, values)))
        skipped = sum(
            connection.execute(sql, used(sql, values)).fetchall()[0][0] for sql in skip_counts(model)
        )
    return rows, skipped


def skip_counts(model: AuditModel) -> tuple[str, ...]:
    """For each reason of `model.skips`, the SQL that counts the rows that could not be judged for it."""
    return tuple(f"select count(*) from {skip.relation} where ({skip.where})" for skip in model.skips)


def used(sql: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that the SQL mentions: DuckDB refuses others."""
    names = bound_names(sql)
    return {name: value for name, value in values.items() if name in names}


def _make(
    connection: duckdb.DuckDBPyConnection,
    model: AuditModel,
    relation: str,
    rows: tuple[Mapping[str, Any], ...],
) -> None:
    # A temporary table is that of its connection alone; what derives looks from connections of its own.
    kind = "" if model.derived else "temp "
    for sql, values in table_of(model, relation, rows):
        connection.execute(sql.replace("create ", f"create {kind}", 1), values)


def table_of(
    model: AuditModel, relation: str, rows: tuple[Mapping[str, Any], ...]
) -> Iterator[tuple[str, list[Any]]]:
    """Statements, with their values, that make a relation of the model with these rows.

    Raises ValueRefusedError where a row has a column that the type has not.
    """
    columns = dataset_type(model.requires[relation].dataset_type).columns
    declared = ", ".join(f"{column.name} {duck_type(column.type)}" for column in columns)
    yield f"create table {relation} ({declared})", []
    for row in rows:
        if unknown := sorted(row.keys() - {column.name for column in columns}):
            raise ValueRefusedError(
                _("{where}: {name} is not known.").format(where=relation, name=unknown[0])
            )
        signs = ", ".join("?" for __ in row)
        yield f"insert into {relation} ({', '.join(row)}) values ({signs})", list(row.values())


def derive(
    connection: duckdb.DuckDBPyConnection, model: AuditModel, case: Case, values: Mapping[str, Any]
) -> None:
    """Add what the model derives of its relations, which are there with the rows of the case."""
    # What computes with shapes loads slowly, and few models need it.
    from queries.audit_models.spatial.areas import areas_of_rows  # noqa: PLC0415
    from queries.audit_models.spatial.deriving import add_derived  # noqa: PLC0415

    add_derived(connection, model, model.requires, areas_of_rows(case.tables.get(LAYERS, ())), values)


def _unlike(rows: list[dict[str, Any]], wanted: tuple[Mapping[str, Any], ...]) -> str:
    found = [{name: _shown(row.get(name)) for name in wanted[0]} for row in rows]
    named = [{name: _shown(value) for name, value in row.items()} for row in wanted]
    same = sorted(map(str, found)) == sorted(map(str, named))
    return "" if same else _("found {found} instead of {wanted}").format(found=found, wanted=named)


def _shown(value: Any) -> str:
    """One spelling for a value of DuckDB and of TOML: 12, 12.0 and Decimal("12.00") are the same."""
    if isinstance(value, bool) or not hasattr(value, "__float__"):
        return str(value)
    return f"{float(value):.6f}".rstrip("0").rstrip(".")
