"""The second reading of a query: the tree that DuckDB itself makes of it, which is the one that will run.

What the first reading (reading_only.py) understands otherwise than the engine does is caught here. Nothing is
allowed that is not listed: kinds of nodes, functions, and names that are datasets or stand in a WITH.
"""

import json
from collections.abc import Set
from typing import Any

import duckdb

from queries.workbench.functions import FUNCTIONS, TABLE_FUNCTIONS
from queries.workbench.reasons import (
    function_not_open,
    name_is_qualified,
    not_reading,
    rows_from_function,
    too_nested,
    unknown_table,
    unreadable,
    value_is_missing,
)
from queries.workbench.refusal import QueryRefusedError, refusal

_QUERIES = frozenset({"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"})
_SOURCES = frozenset(
    {"BASE_TABLE", "SUBQUERY", "JOIN", "TABLE_FUNCTION", "EXPRESSION_LIST", "EMPTY", "PIVOT"}
)
_MODIFIERS = frozenset({"LIMIT_MODIFIER", "LIMIT_PERCENT_MODIFIER", "ORDER_MODIFIER", "DISTINCT_MODIFIER"})
_ORDERS = frozenset({"ORDER_DEFAULT", "ASCENDING", "DESCENDING"})
_NODES = _QUERIES | _SOURCES | _MODIFIERS | _ORDERS
_EXPRESSIONS = frozenset(
    {
        "BETWEEN",
        "CASE",
        "CAST",
        "COLLATE",
        "COLUMN_REF",
        "COMPARISON",
        "CONJUNCTION",
        "CONSTANT",
        "FUNCTION",
        "LAMBDA",
        "LAMBDA_REF",
        "OPERATOR",
        "POSITIONAL_REFERENCE",
        "STAR",
        "SUBQUERY",
        "TYPE",
        "WINDOW",
    }
)


def engine_reading(
    sql: str, datasets: frozenset[str], bound: Set[str] = frozenset(), functions: Set[str] = FUNCTIONS
) -> None:
    """Raise QueryRefusedError where DuckDB's own tree holds anything that is not a reading of `datasets`.

    `datasets` are names in lower case, as DuckDB compares them; `bound` those of values that will be bound;
    `functions` those that it may call.
    """
    tree = _tree(sql)
    if len(tree["statements"]) != 1:
        raise refusal(sql, None, not_reading())
    try:
        _Reading(sql, datasets, bound, functions).query(tree["statements"][0]["node"], frozenset())
    except RecursionError:
        raise refusal(sql, None, too_nested()) from None


def _tree(sql: str) -> dict[str, Any]:
    connection = duckdb.connect()
    try:
        row = connection.execute("select json_serialize_sql(?::varchar)", [sql]).fetchone()
        tree: dict[str, Any] = json.loads(row[0]) if row else {"error": True}
    except (duckdb.Error, RecursionError):
        raise refusal(sql, None, too_nested()) from None
    finally:
        connection.close()
    if not tree["error"]:
        return tree
    if tree.get("error_type") == "parser":
        place = str(tree.get("position", ""))
        raise refusal(sql, _characters(sql, int(place)) if place.isdigit() else None, unreadable())
    raise refusal(sql, None, not_reading())


class _Reading:
    """One pass over a tree. `inside` are the names that a WITH around the place gives."""

    def __init__(self, sql: str, datasets: frozenset[str], bound: Set[str], functions: Set[str]) -> None:
        self._sql, self._datasets, self._bound = sql, datasets, bound
        self._functions = functions

    def query(self, node: dict[str, Any], inside: frozenset[str]) -> None:
        """A SELECT, a set operation or a recursion, with the names that its own WITH adds one by one."""
        for entry in node["cte_map"]["map"]:
            name = entry["key"].lower()
            below = entry["value"]["query_node"]
            # Without RECURSIVE a name inside its own definition means what it meant before: perhaps a file.
            is_recursive = below["type"] == "RECURSIVE_CTE_NODE"
            self.query(below, inside | {name} if is_recursive else inside)
            self._walk({key: value for key, value in entry["value"].items() if key != "query_node"}, inside)
            inside = inside | {name}
        rest = {key: value for key, value in node.items() if key != "cte_map"}
        self._judge(rest, inside)
        self._below(rest, inside)

    def _walk(self, value: Any, inside: frozenset[str]) -> None:
        if isinstance(value, list):
            for item in value:
                self._walk(item, inside)
        elif isinstance(value, dict):
            if "cte_map" in value:
                self.query(value, inside)
                return
            self._judge(value, inside)
            if value.get("type") == "TABLE_FUNCTION":
                value = {"arguments": value["function"]["arguments"]}
            self._below(value, inside)

    def _below(self, node: dict[str, Any], inside: frozenset[str]) -> None:
        for key, value in node.items():
            if key not in _PLAIN:
                self._walk(value, inside)

    def _judge(self, node: dict[str, Any], inside: frozenset[str]) -> None:
        if "class" in node:
            self._judge_expression(node)
        elif node.get("type") == "BASE_TABLE":
            self._judge_table(node, inside)
        elif node.get("type") == "TABLE_FUNCTION":
            self._judge_table_function(node)
        elif isinstance(node.get("type"), str) and node["type"] not in _NODES:
            raise self._refused(node, not_reading())

    def _judge_expression(self, node: dict[str, Any]) -> None:
        if node["class"] == "PARAMETER":
            if node.get("identifier") in self._bound:
                return
            raise self._refused(node, value_is_missing())
        if node["class"] not in _EXPRESSIONS:
            raise self._refused(node, not_reading())
        name = node.get("function_name")
        if name is None:
            return
        if node.get("schema") or node.get("catalog"):
            raise self._refused(node, function_not_open(f"{node.get('schema')}.{name}"))
        if name.lower() not in self._functions:
            raise self._refused(node, function_not_open(name))

    def _judge_table(self, node: dict[str, Any], inside: frozenset[str]) -> None:
        name = node["table_name"]
        if node["schema_name"] or node["catalog_name"]:
            raise self._refused(node, name_is_qualified(name))
        if name.lower() not in self._datasets | inside:
            raise self._refused(node, unknown_table(name, self._datasets))

    def _judge_table_function(self, node: dict[str, Any]) -> None:
        function = node["function"]
        name = str(function.get("function_name", ""))
        if function.get("schema") or function.get("catalog") or name.lower() not in TABLE_FUNCTIONS:
            raise self._refused(node, rows_from_function(name))

    def _refused(self, node: dict[str, Any], reason: str) -> QueryRefusedError:
        return refusal(self._sql, _characters(self._sql, node.get("query_location")), reason)


# What holds words and numbers only, never a node.
_PLAIN = frozenset({"qualified_name", "literal", "column_names", "named_param_map", "cast_type"})


def _characters(sql: str, location: int | None) -> int | None:
    """DuckDB counts bytes of UTF-8, and says the largest number where it knows no place."""
    text = sql.encode()
    if location is None or not 0 <= location <= len(text):
        return None
    return len(text[:location].decode(errors="ignore"))
