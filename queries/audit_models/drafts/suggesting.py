"""The result columns that a SELECT gives, as a header would name them: asked of the engine, over no rows."""

from collections.abc import Mapping
from typing import Any

from data.dataset_types import dataset_types
from data.duck import lock, open_duck
from queries.audit_models.cases import used
from queries.audit_models.guarding import check_bound
from queries.audit_models.relations import duck_type

_KINDS = {
    "BIGINT": "whole",
    "INTEGER": "whole",
    "HUGEINT": "whole",
    "DOUBLE": "decimal",
    "DATE": "date",
    "TIMESTAMP": "moment",
    "BOOLEAN": "flag",
}
_BINDS = {"whole": 1, "money": 1, "number": 1.0, "rate": 0.5, "date": "2026-01-01"}


def suggested_columns(
    sql: str, requires: Mapping[str, str], params: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """By result column: (its source as relation.column, "") or ("", its type) where it is computed.

    `requires` are dataset types by relation, `params` types by name. Raises QueryRefusedError where the SQL
    is more than reading its relations, and duckdb.Error.
    """
    check_bound(sql, params.keys(), requires)
    sources: dict[str, str] = {}
    with open_duck() as connection:
        for relation, type_name in requires.items():
            columns = dataset_types()[type_name].columns
            declared = ", ".join(f"{column.name} {duck_type(column.type)}" for column in columns)
            connection.execute(f"create table {relation} ({declared})")
            sources = {column.name: f"{relation}.{column.name}" for column in columns} | sources
        lock(connection)
        values: dict[str, Any] = {name: _BINDS.get(kind, "x") for name, kind in params.items()}
        described = connection.execute(f"describe {sql}", used(sql, values)).fetchall()
    return {
        name: (sources[name], "") if name in sources else ("", _kind(name, kind))
        for name, kind, *_rest in described
    }


def _kind(name: str, kind: str) -> str:
    if name.endswith("_fen"):
        return "money"
    if name.endswith(("_rate", "_share")):
        return "rate"
    return _KINDS.get(kind, "decimal" if kind.startswith("DECIMAL") else "text")
