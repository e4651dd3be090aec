"""The types that the result of a model has, as DuckDB knows them without any data."""

from collections.abc import Mapping
from typing import Any

from data.duck import lock, open_duck
from queries.audit_models.cases import used
from queries.audit_models.model import AuditModel
from queries.audit_models.relations import empty_select


def result_types(model: AuditModel, values: Mapping[str, Any]) -> dict[str, str]:
    """DuckDB's type of each column of the result, in their order. Raises duckdb.Error."""
    with open_duck() as duck:
        for relation, requirement in model.requires.items():
            duck.execute(f"create view {relation} as {empty_select(requirement)}")
        lock(duck)
        asked = duck.execute(model.sql, used(model.sql, values))
        return {name: str(kind) for name, kind, *_rest in asked.description or ()}
