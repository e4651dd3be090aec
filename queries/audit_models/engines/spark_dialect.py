"""The SQL of a model as Spark reads it: DuckDB's dialect carried over, each difference by a rule.

What sqlglot carries by itself (names, NULLS LAST, string_agg, IS NOT DISTINCT FROM, QUALIFY) is not repeated
here. A rule is a function over one kind of node; its docstring says what would come out otherwise.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

_SPARK_TYPES = {
    "text": "string",
    "whole": "bigint",
    "money": "bigint",
    "decimal": "decimal(18, 4)",
    "date": "date",
    "moment": "timestamp_ntz",
    "flag": "boolean",
}
_LARGEST_INT = 2**31
# The separators (Zs) of Unicode, the ideographic space among them.
_SPACES = " \u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
_NEVER_WRITTEN = "\ue000"  # a sign for private use
_WHOLE_TYPES = {exp.DataType.Type.INT, exp.DataType.Type.BIGINT, exp.DataType.Type.SMALLINT}
_ARITHMETIC = (
    exp.Add,
    exp.Sub,
    exp.Mul,
    exp.Div,
    exp.Case,
    exp.Avg,
    exp.Quantile,
    exp.PercentileCont,
    exp.Neg,
)


class NotCarriedError(ValueError):
    """The SQL holds something that has no like in Spark; the message names it."""

    def __str__(self) -> str:
        return f"no like in Spark: {super().__str__()}"


def spark_type(kind: str) -> str:
    """The Spark type that a column of this kind has."""
    return _SPARK_TYPES[kind]


def carried(sql: str, values: Mapping[str, Any]) -> str:
    """The SQL for Spark, with typed literals in place of `$name`. Raises NotCarriedError."""
    try:
        # A parent that can be replaced, for the rules.
        tree = exp.Subquery(this=sqlglot.parse_one(sql, dialect="duckdb"))
        # The innermost first: a rule finds what it wraps carried over already.
        for node in reversed(list(tree.walk())):
            if isinstance(node, exp.Placeholder):
                node.replace(_literal(values[node.name]))
            elif rule := _RULES.get(type(node)):
                node.replace(rule(node))
        _keep_named(tree)
        return str(tree.this.sql(dialect="spark", identify=True))
    except (SqlglotError, KeyError) as error:
        raise NotCarriedError(str(error)) from error


def _keep_named(tree: exp.Expr) -> None:
    """QUALIFY becomes a SELECT around the SELECT, which names the columns: a text without a name has none."""
    for select in tree.find_all(exp.Select):
        distinct = select.args.get("distinct")
        if select.args.get("qualify") or (distinct and distinct.args.get("on")):
            for column in select.selects:
                if not isinstance(column, (exp.Alias, exp.Column, exp.Star)):
                    raise NotCarriedError(f"{column.sql(dialect='duckdb')}: AS ?")


def _literal(value: Any) -> exp.Expr:
    """A value of the type that DuckDB gives it when it is bound."""
    match value:
        case bool():
            return exp.Boolean(this=value)
        case int() if -_LARGEST_INT <= value < _LARGEST_INT:
            return _number(value)
        case int():
            return exp.cast(exp.Literal.string(str(value)), "bigint")
        case Decimal():
            __, digits, exponent = value.as_tuple()
            scale = max(0, -int(exponent))
            width = max(len(digits) + max(0, int(exponent)), scale, 1)
            return exp.cast(exp.Literal.string(f"{value:f}"), f"decimal({width}, {scale})")
        case date():
            return exp.cast(exp.Literal.string(value.isoformat()), "date")
    return exp.Literal.string(str(value))


def _number(value: int) -> exp.Expr:
    digits = exp.Literal.number(abs(value))
    return exp.Paren(this=exp.Neg(this=digits)) if value < 0 else digits


def _divided(node: exp.Expr) -> exp.Expr:
    """`/` divides doubles: Spark would round a quotient of decimals, and fail where the divisor is 0.

    DuckDB gives an infinite value there, or NaN, as IEEE 754 says.
    """
    above, below = _double(node.this), _double(node.expression)
    quotient = exp.Div(this=above, expression=below, typed=False, safe=False)
    if isinstance(node.expression, exp.Literal) and Decimal(node.expression.name):
        return exp.Paren(this=quotient)
    none = exp.Literal.number(0)
    at_zero = (
        exp.Case()
        .when(exp.GT(this=above.copy(), expression=none), _special("Infinity"))
        .when(exp.LT(this=above.copy(), expression=none), _special("-Infinity"))
        .when(exp.Is(this=above.copy(), expression=exp.Null()), exp.Null())
        .else_(_special("NaN"))
    )
    return exp.Case().when(exp.EQ(this=below.copy(), expression=none.copy()), at_zero).else_(quotient)


def _double(node: exp.Expr) -> exp.Expr:
    return exp.Cast(this=node.copy(), to=exp.DataType.build("double"))


def _special(words: str) -> exp.Expr:
    return _double(exp.Literal.string(words))


def _rounded(node: exp.Expr) -> exp.Expr:
    """Rounds doubles as DuckDB does: times 10^n, to the next whole, back.

    Spark rounds the shortest decimal fraction that stands for the double: 1.005 to 1.01; DuckDB gives 1.0.
    """
    places = node.args.get("decimals")
    if places is None or not (isinstance(places, exp.Literal) and not places.is_string):
        return node.copy()
    x, power = node.this, exp.cast(exp.Literal.string(f"1e{places.name}"), "double")
    by_double = exp.Div(
        this=exp.Round(this=exp.Mul(this=_double(x), expression=power), decimals=exp.Literal.number(0)),
        expression=power.copy(),
    )
    # Types are known when Spark plans the query, and this condition is gone then.
    is_decimal = exp.Like(
        this=exp.Anonymous(this="typeof", expressions=[x.copy()]), expression=exp.Literal.string("decimal%")
    )
    return exp.Case().when(is_decimal, _double(node)).else_(by_double)


def _whole(node: exp.Expr) -> exp.Expr:
    """A cast to a whole number rounds what was calculated; Spark cuts it off."""
    if not (isinstance(node, exp.Cast) and node.to.this in _WHOLE_TYPES):
        return node.copy()
    inner = node.this.unnest()
    if not isinstance(inner, _ARITHMETIC):
        return node.copy()
    x = node.this
    is_double = exp.EQ(
        this=exp.Anonymous(this="typeof", expressions=[x.copy()]), expression=exp.Literal.string("double")
    )
    half_even = exp.Anonymous(this="rint", expressions=[x.copy()])
    half_up = exp.Round(this=x.copy(), decimals=exp.Literal.number(0))
    return (
        exp.Case()
        .when(is_double, exp.Cast(this=half_even, to=node.to.copy()))
        .else_(exp.Cast(this=half_up, to=node.to.copy()))
    )


def _matched(node: exp.Expr) -> exp.Expr:
    """Patterns are those of RE2, Spark's those of Java: see `_pattern`. Options go into the pattern."""
    return exp.RegexpLike(this=node.this.copy(), expression=_pattern(node.expression, node.args.get("flag")))


def _extracted(node: exp.Expr) -> exp.Expr:
    carried_over = node.copy()
    carried_over.set("expression", _pattern(node.expression, node.args.get("parameters")))
    carried_over.set("parameters", None)
    return carried_over


def _replaced(node: exp.Expr) -> exp.Expr:
    """Without the option `g` only the first match is replaced; Spark replaces all."""
    options = node.args.get("modifiers")
    words = options.name if options is not None else ""
    into = node.args["replacement"]
    pattern = _pattern(node.expression, exp.Literal.string(words.replace("g", "")) if words else None)
    if "\\" in into.name or "$" in into.name or not into.is_string:
        raise NotCarriedError("regexp_replace: \\1")
    if "g" not in words:
        # All before the first match is kept as group 1. Groups of the pattern are numbered after it.
        pattern = exp.Literal.string(f"(?s)^(.*?)(?-s:{pattern.name})")
        into = exp.Literal.string(f"$1{into.name}")
    return exp.RegexpReplace(this=node.this.copy(), expression=pattern, replacement=into.copy())


def _pattern(node: exp.Expr, options: exp.Expr | None) -> exp.Literal:
    """`$` is the end of the text, in Java also the place before a last line break; `.` is all but \\n."""
    if not (isinstance(node, exp.Literal) and node.is_string):
        raise NotCarriedError(f"regexp: {node.sql(dialect='duckdb')}")
    given = options.name if options is not None else ""
    if set(given) - set("icsc"):
        raise NotCarriedError(f"regexp: {given}")
    words, inside, skips = [], False, False
    for sign in node.name:
        if not skips and sign in "[]":
            inside = sign == "["
        words.append(r"\z" if sign == "$" and not (inside or skips) else sign)
        skips = sign == "\\" and not skips
    return exp.Literal.string(f"(?d{'i' * ('i' in given)}{'s' * ('s' in given)})" + "".join(words))


def _trimmed(node: exp.Expr) -> exp.Expr:
    """All spaces of Unicode go, the wide one of Chinese texts among them; Spark takes away U+0020 alone."""
    carried_over = node.copy()
    if node.args.get("expression") is None:
        carried_over.set("expression", exp.Literal.string(_SPACES))
        carried_over.set("position", node.args.get("position") or "BOTH")
    return carried_over


def _alike(node: exp.Expr) -> exp.Expr:
    """A backslash is a sign like others; to Spark it escapes the next one, and data may hold it."""
    if isinstance(node.parent, exp.Escape):
        return node.copy()
    return exp.Escape(this=node.copy(), expression=exp.Literal.string(_NEVER_WRITTEN))


def _days(node: exp.Expr) -> exp.Expr:
    """Counts the midnights (turns of the month, of the year) between two moments; Spark counts full days."""
    # In the tree `this` is the later one.
    later, earlier = (exp.cast(part.copy(), "date") for part in (node.this, node.expression))
    days: exp.Expr
    match node.text("unit").upper():
        case "DAY" | "":
            days = exp.Anonymous(this="date_diff", expressions=[later, earlier])
        case "MONTH":
            days = _parts_apart(later, earlier, (("year", 12), ("month", 1)))
        case "YEAR":
            days = _parts_apart(later, earlier, (("year", 1),))
        case unit:
            raise NotCarriedError(f"date_diff: {unit}")
    return exp.Cast(this=days, to=exp.DataType.build("bigint"))


def _parts_apart(later: exp.Expr, earlier: exp.Expr, parts: tuple[tuple[str, int], ...]) -> exp.Expr:
    words = " + ".join(f"{times} * ({part}(:later) - {part}(:earlier))" for part, times in parts)
    return exp.replace_placeholders(sqlglot.parse_one(words), later=later, earlier=earlier)


def _of_ints(node: exp.Expr) -> exp.Expr:
    """Whole numbers are 64 bits wide here; these functions of Spark take those of 32 only."""
    carried_over = node.copy()
    for name in ("start", "length", "year", "month", "day"):
        part = carried_over.args.get(name)
        if isinstance(part, exp.Expr) and not isinstance(part, exp.Literal):
            carried_over.set(name, exp.Cast(this=part.copy(), to=exp.DataType.build("int")))
    return carried_over


def _quantile(node: exp.Expr) -> exp.Expr:
    """quantile_cont is Spark's percentile: both go straight between the two values around the place."""
    place = node.args.get("quantile") or node.expression
    return exp.Anonymous(this="percentile", expressions=[node.this.copy(), place.copy()])


def _told_once(node: exp.Expr) -> exp.Expr:
    """string_agg(distinct …) by a set: Spark 4.2 fails on LISTAGG(DISTINCT …) beside count(distinct …).

    An order can be that of the texts alone, as DuckDB asks too. Without any text the answer is null.
    """
    order = node.this if isinstance(node.this, exp.Order) else None
    distinct = order.this if order else node.this
    if not isinstance(distinct, exp.Distinct) or isinstance(node.parent, (exp.Filter, exp.Window)):
        return node.copy()
    texts = exp.Anonymous(this="collect_set", expressions=[distinct.expressions[0].copy()])
    is_ascending = exp.Boolean(this=not (order and order.expressions[0].args.get("desc")))
    ordered = exp.Anonymous(this="sort_array", expressions=[texts, is_ascending])
    separator = node.args.get("separator") or exp.Literal.string(",")
    joined = exp.Anonymous(this="array_join", expressions=[ordered, separator.copy()])
    size = exp.Anonymous(this="size", expressions=[texts.copy()])
    return exp.Case().when(exp.GT(this=size, expression=exp.Literal.number(0)), joined)


_RULES: Mapping[type[exp.Expr], Callable[[exp.Expr], exp.Expr]] = {
    exp.Div: _divided,
    exp.Round: _rounded,
    exp.Cast: _whole,
    exp.RegexpLike: _matched,
    exp.RegexpExtract: _extracted,
    exp.RegexpReplace: _replaced,
    exp.Trim: _trimmed,
    exp.Like: _alike,
    exp.ILike: _alike,
    exp.DateDiff: _days,
    exp.Substring: _of_ints,
    exp.DateFromParts: _of_ints,
    exp.GroupConcat: _told_once,
    exp.Quantile: _quantile,
    exp.PercentileCont: _quantile,
}
