"""From rows with places to the derived relations of a model, as tables that its SQL reads."""

from collections.abc import Collection, Mapping, Sequence
from importlib import import_module
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from data.duck import identifier
from queries.audit_models.model import AuditModel, Derived
from queries.audit_models.spatial.columns import GEOMETRY, keys_of, places_selects
from queries.audit_models.spatial.given import Areas, Found, Given, Rows, shapes_of_words
from queries.audit_models.spatial.kinds import KINDS

_ARROW = {"double": pa.float64(), "varchar": pa.string(), "boolean": pa.bool_(), "bigint": pa.int64()}


def add_derived(
    connection: duckdb.DuckDBPyConnection,
    model: AuditModel,
    there: Collection[str],
    areas: Areas,
    values: Mapping[str, Any],
) -> None:
    """Make the derived relations of a model as tables beside its relations; those not `there` have no rows.

    Raises duckdb.Error.
    """
    tables, keys = {}, keys_of(model)
    for relation, select in places_selects(model).items():
        if relation in there:
            tables[relation] = connection.sql(select).to_arrow_table()
    for name, derived in model.derived.items():
        made = derived_table(derived, tables, keys, areas, values)
        connection.register("made", made)
        connection.execute(f"create table {identifier(name)} as from made")
        connection.unregister("made")


def derived_table(
    derived: Derived,
    tables: Mapping[str, pa.Table],
    keys: Mapping[str, Sequence[str]],
    areas: Areas,
    values: Mapping[str, Any],
) -> pa.Table:
    """The rows of one derived relation.

    `tables` are those of the relations with their key, GEOMETRY and the column of codes; `keys` the names of
    the columns of each key; `values` the bound values of the model's parameters.
    """
    kind = KINDS[derived.by]
    left = _rows(derived.of, derived, tables, keys)
    right = _rows(derived.to, derived, tables, keys) if derived.to and derived.to in tables else left
    numbers = {
        name: float(values[told[1:]] if isinstance(told, str) else told)
        for name, told in derived.options.items()
    }
    given = Given(left, right, areas.of_kinds(derived.layers), numbers)
    found: Found = import_module(f"queries.audit_models.spatial.{kind.name}").derive(given)
    return _table(kind.columns, found, left, right if found.right is not None else None)


def _rows(
    relation: str, derived: Derived, tables: Mapping[str, pa.Table], keys: Mapping[str, Sequence[str]]
) -> Rows:
    table = tables[relation]
    codes = table[derived.code].to_pylist() if derived.code and relation == derived.of else ()
    return Rows(
        table.select(list(keys[relation])), shapes_of_words(table[GEOMETRY].to_pylist()), tuple(codes)
    )


def _table(columns: Mapping[str, str], found: Found, left: Rows, right: Rows | None) -> pa.Table:
    sides = [("" if right is None else "left_", left, found.left)]
    if right is not None and found.right is not None:
        sides.append(("right_", right, found.right))
    made = {
        f"{prefix}{name}": rows.keys[name].take(pa.array(places, pa.int64()))
        for prefix, rows, places in sides
        for name in rows.keys.column_names
    }
    for name, kind in columns.items():
        values = found.columns[name]
        listed = values.tolist() if isinstance(values, np.ndarray) else list(values)
        made[name] = pa.array(listed, _ARROW[kind], from_pandas=True)
    return pa.table(made)
