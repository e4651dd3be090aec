"""What a query may be: one SELECT over datasets its writer may read, and nothing beside.

It is read twice, by two parsers that share no code: sqlglot here, DuckDB's own in engine_reading.py. Both
have to agree. See docs/adr/0015-sql-that-users-write.md.
"""

import re
from collections.abc import Iterable, Set

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from queries.workbench.engine_reading import engine_reading
from queries.workbench.functions import FUNCTIONS, TABLE_FUNCTIONS
from queries.workbench.reasons import (
    LONGEST_SQL,
    function_not_open,
    name_is_qualified,
    not_reading,
    nothing_asked,
    rows_from_function,
    several_queries,
    step_name,
    too_long,
    too_nested,
    unknown_table,
    unreadable,
    value_is_missing,
)
from queries.workbench.refusal import QueryRefusedError, refusal

# A name that the engine could take for a file, an address or a table of the system names no step of a WITH,
# so that even a step mistaken for a table leads nowhere.
_STEP = re.compile(r"\w+")
_SYSTEM = re.compile(r"(duckdb_|pragma_|pg_|sqlite_|information_schema)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ROWS_OUT_OF_ARGUMENTS = (exp.GenerateSeries, exp.Unnest, exp.Explode)


def check(
    sql: str, datasets: Iterable[str], bound: Set[str] = frozenset(), functions: Set[str] = FUNCTIONS
) -> tuple[str, ...]:
    """The names, among `datasets`, that the query reads, as the catalogue writes them and sorted.

    `bound` are the names of values, `$name`, that will be bound to it; `functions` those that it may call.

    Raises QueryRefusedError, which names the place and says what to write instead.
    """
    known = {name.lower(): name for name in datasets}
    tree = _parsed(sql)
    reading: set[str] = set()
    try:
        for node in tree.walk():
            _judge(sql, node, bound)
            if isinstance(node, exp.Table):
                reading |= _read_by(sql, node, known)
    except RecursionError:
        raise refusal(sql, None, too_nested()) from None
    engine_reading(sql, frozenset(known), bound, functions)
    return tuple(sorted(reading))


def _parsed(sql: str) -> exp.Expr:
    if len(sql) > LONGEST_SQL:
        raise refusal(sql, None, too_long(len(sql)))
    if found := _CONTROL.search(sql):  # one parser may end the text there, and the other go on
        raise refusal(sql, found.start(), unreadable())
    try:
        trees = [tree for tree in sqlglot.parse(sql, dialect="duckdb") if tree is not None]
    except RecursionError:
        raise refusal(sql, None, too_nested()) from None
    except SqlglotError as error:
        raise refusal(sql, _place_of_error(sql, error), unreadable()) from None
    if not trees or all(isinstance(tree, exp.Semicolon) for tree in trees):
        raise refusal(sql, None, nothing_asked())
    if len(trees) > 1 and not all(isinstance(tree, exp.Semicolon) for tree in trees[1:]):
        raise refusal(sql, None, several_queries())
    if not isinstance(trees[0], (exp.Query, exp.Values)):
        raise refusal(sql, 0, not_reading(_first_word(sql)))
    return trees[0]


def _judge(sql: str, node: exp.Expr, bound: Set[str]) -> None:
    if isinstance(node, (exp.DDL, exp.DML, exp.Command, exp.Into, exp.Lock)) and not isinstance(
        node, exp.Query
    ):
        raise refusal(sql, _place(node), not_reading())
    if isinstance(node, (exp.Placeholder, exp.Parameter)) and node.name not in bound:
        raise refusal(sql, _place(node), value_is_missing())
    if isinstance(node, exp.Anonymous) and str(node.this).lower() not in FUNCTIONS | TABLE_FUNCTIONS:
        raise refusal(sql, _place(node), function_not_open(str(node.this)))
    if isinstance(node, exp.CTE) and (not _STEP.fullmatch(node.alias) or _SYSTEM.match(node.alias)):
        raise refusal(sql, _place(node.args["alias"]), step_name(node.alias))


def _read_by(sql: str, table: exp.Table, known: dict[str, str]) -> set[str]:
    """The dataset that a table names; nothing where it is a step of a WITH around it."""
    if isinstance(table.this, exp.Func):
        name = str(table.this.this) if isinstance(table.this, exp.Anonymous) else table.this.sql_name()
        is_open = isinstance(table.this, _ROWS_OUT_OF_ARGUMENTS) or name.lower() in TABLE_FUNCTIONS
        if not is_open:
            raise refusal(sql, _place(table), rows_from_function(name.lower()))
        return set()
    if table.db or table.catalog:
        raise refusal(sql, _place(table), name_is_qualified(table.name))
    if _is_step(table):
        return set()
    if table.name.lower() not in known:
        raise refusal(sql, _place(table), unknown_table(table.name, frozenset(known)))
    return {known[table.name.lower()]}


def _is_step(table: exp.Table) -> bool:
    """Whether a WITH around the table defines its name, before the place where it stands."""
    node: exp.Expr = table
    while node.parent is not None:
        below, node = node, node.parent
        if isinstance(node, exp.With):
            steps = list(node.expressions)
            own = next(place for place, step in enumerate(steps) if step is below)
            visible = steps[: own + 1] if node.args.get("recursive") else steps[:own]
        else:
            around = node.args.get("with_")
            visible = list(around.expressions) if around is not None and around is not below else []
        if any(step.alias.lower() == table.name.lower() for step in visible):
            return True
    return False


def _place(node: exp.Expr) -> int | None:
    """Where a node begins; only names know, so it is that of the first name in it."""
    starts = (inner.meta.get("start") for inner in node.walk())
    return next((int(start) for start in starts if start is not None), None)


def _place_of_error(sql: str, error: SqlglotError) -> int | None:
    told = next(iter(getattr(error, "errors", [])), None)
    if not told or not told.get("line"):
        return None
    lines = sql.split("\n")[: told["line"] - 1]
    # The column is that of the last letter of what could not be read.
    start: int = sum(len(line) + 1 for line in lines) + told["col"] - len(told.get("highlight") or " ")
    return max(0, start)


def _first_word(sql: str) -> str:
    found = re.search(r"\w+", re.sub(r"--.*|/\*.*?\*/", " ", sql))
    return found[0].upper() if found else ""


__all__ = ["QueryRefusedError", "check"]
