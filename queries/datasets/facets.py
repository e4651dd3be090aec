"""Facets: for a few columns of a table how many rows have each value, under what is chosen elsewhere.

The counts of a facet obey the choices made in all other columns and not its own, so that a second value can
be added to the first. Numbers and days that take many values are counted in ranges, whose limits are those of
the whole table: they stay where they are while rows are narrowed. What is masked for the reader has no facet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from data.duck import identifier
from data.warehouse.versions import ROW_NUMBER
from queries.datasets.choices import LONGEST_VALUE, Choice, narrowed_to
from queries.quick_tests.subject import Subject

TOP = 8
MOST_FACETS = 8
_PROPOSED = 4
_SAMPLE = 20_000
_FEW = 12  # different numbers or days that are listed one by one
_MANY = 60  # different texts of a column that is worth a proposal
_PARTS = 6  # ranges of numbers
_EPOCH = date(1970, 1, 1)
_LONGEST_LIST = 12  # ranges of days
_STEPS = (
    ("day", 1),
    ("month", 1),
    ("month", 3),
    ("month", 12),
    ("month", 60),
    ("month", 120),
    ("month", 1200),
)


@dataclass(frozen=True)
class FacetValue:
    """What can be chosen, how many rows that is, and whether it is chosen."""

    choice: Choice
    rows: int
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """One column: its commonest values, or its ranges in order; the empty rows last.

    `others` counts rows with values that are not listed, `other_values` those values.
    """

    column: str
    values: tuple[FacetValue, ...]
    others: int = 0
    other_values: int = 0


Limits = tuple[Decimal | date, ...]


def can_have_facet(table: Subject) -> tuple[str, ...]:
    """The columns that may have a facet for this reader."""
    return tuple(name for name, kind in table.columns.items() if kind != "other" and name not in table.masked)


def proposed_facets(table: Subject) -> tuple[str, ...]:
    """A few columns worth a facet, by the first rows: texts of few values, the first days and amounts."""
    offered = can_have_facet(table)
    if not offered:
        return ()
    asked = ", ".join(f"approx_count_distinct({identifier(name)})" for name in offered)
    counts = dict(zip(offered, table.one(f"select {asked} from (from data limit {_SAMPLE})"), strict=True))
    texts = [name for name in offered if table.columns[name] == "text" and 1 < counts[name] <= _MANY]
    found = sorted(texts, key=lambda name: counts[name])[: _PROPOSED - 2]
    for kind in ("day", "number"):
        found += [name for name in offered if table.columns[name] == kind and counts[name] > 1][:1]
    return tuple(name for name in offered if name in found)


def facets(
    table: Subject, columns: Sequence[str], choices: Sequence[Choice], *, top: int = TOP
) -> tuple[Facet, ...]:
    """A facet for each of the columns, of which each may have one. Raises duckdb.Error."""
    return tuple(_facet(table, column, choices, top) for column in columns[:MOST_FACETS])


def _facet(table: Subject, column: str, choices: Sequence[Choice], top: int) -> Facet:
    own = [choice for choice in choices if choice.column == column]
    rows = narrowed_to(table, choices, but=column)
    limits = _limits(table, column)
    return _by_range(rows, column, own, limits) if limits else _by_value(rows, column, own, top)


def _by_value(rows: Subject, column: str, own: Sequence[Choice], top: int) -> Facet:
    listed = [choice.value for choice in own if choice.value is not None]
    found = rows.ask(
        f"""
        select value, n, total, kinds from (
            select *, sum(n) over () as total, count(value) over () as kinds,
                row_number() over (
                    order by value is null or length(value) > $longest, n desc, value) as place
            from (
                select case when trim(word) <> '' then word end as value, count(*) as n
                from (select cast({identifier(column)} as varchar) as word from data) group by 1
            )
        )
        where (place <= $top and length(value) <= $longest)
            or value is null or list_contains($listed, value)
        order by value is null, n desc, value
        """,
        longest=LONGEST_VALUE,
        top=top,
        listed=listed,
    )
    counted = {value: int(n) for value, n, *__ in found}
    values = [Choice(column, value) for value in counted]
    values += [choice for choice in own if choice.value not in counted and not choice.is_range]
    total, kinds = (int(found[0][2]), int(found[0][3])) if found else (0, 0)
    return Facet(
        column,
        tuple(FacetValue(choice, counted.get(choice.value, 0), choice in own) for choice in values),
        total - sum(counted.values()),
        kinds - sum(value is not None for value in counted),
    )


def _by_range(rows: Subject, column: str, own: Sequence[Choice], limits: Limits) -> Facet:
    name = identifier(column)
    cases = " ".join(f"when {name} < $limit_{place} then {place}" for place in range(len(limits)))
    counts = dict(
        rows.ask(
            f"select case when {name} is null then -1 {cases} else {len(limits)} end, count(*) "
            "from data group by 1",
            **{f"limit_{place}": limit for place, limit in enumerate(limits)},
        )
    )
    ranges: list[tuple[int, Choice]] = [
        (place, Choice(column, low=low, high=high))
        for place, (low, high) in enumerate(zip((None, *limits), (*limits, None), strict=True))
    ]
    ranges.append((-1, Choice(column)))
    values = [
        FacetValue(choice, counts.get(place, 0), choice in own)
        for place, choice in ranges
        if counts.get(place) or choice in own
    ]
    known = {choice for __, choice in ranges}
    for choice in own:  # a range or value that came with an address
        if choice not in known:
            (n,) = narrowed_to(rows, [choice]).one("select count(*) from data")
            values.append(FacetValue(choice, n, True))
    return Facet(column, tuple(values))


def _limits(table: Subject, column: str) -> Limits:
    """Where the ranges of a column begin and end; () where its values are listed one by one."""
    if (kind := table.columns[column]) not in {"number", "day"}:
        return ()
    name = identifier(column)
    value = f"datediff('day', date '{_EPOCH}', cast({name} as date))" if kind == "day" else f"{name}::double"
    shares = [0.01, *(part / _PARTS for part in range(1, _PARTS)), 0.99]
    distinct, quantiles = table.one(
        f"select approx_count_distinct({name}), approx_quantile({value}, {shares}) from data "
        f"where isfinite({name}::{'double' if kind == 'number' else 'timestamp'})"
    )
    if distinct <= _FEW or quantiles is None:
        return ()
    return _days(quantiles[0], quantiles[-1]) if kind == "day" else _numbers(quantiles[1:-1])


def _numbers(quantiles: Sequence[float]) -> Limits:
    """Limits that a person would choose: about as many rows on each side, two digits that count."""
    return tuple(sorted({Decimal(f"{value:.1e}").normalize() + 0 for value in quantiles}))


def _days(first: float, last: float) -> Limits:
    start, end = (date.fromordinal(_EPOCH.toordinal() + round(day)) for day in (first, last))
    for unit, step in _STEPS:
        limits = _steps(start, end, unit, step)
        if len(limits) <= _LONGEST_LIST:
            return tuple(limits)
    return ()


def _steps(start: date, end: date, unit: str, step: int) -> list[date]:
    limits: list[date] = []
    if unit == "day":
        last = min(end.toordinal(), start.toordinal() + _LONGEST_LIST) + 1
        return [date.fromordinal(day) for day in range(start.toordinal(), last + 1)]
    month = (start.year * 12 + start.month - 1) // step * step
    while len(limits) <= _LONGEST_LIST:
        limits.append(date(month // 12, month % 12 + 1, 1))
        if limits[-1] > end:
            break
        month += step
    return limits


@dataclass(frozen=True)
class FirstRows:
    """How many rows a table has, and its first ones in the order of the file, each with its number first."""

    total: int
    names: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def first_rows(table: Subject, most: int) -> FirstRows:
    """The first rows of a table. Raises duckdb.Error."""
    (total,) = table.one("select count(*) from data")
    names = (ROW_NUMBER, *table.columns)
    question = table.question(
        # The limit below the order: DuckDB keeps the order of the file, and does not read all of it.
        f"select * from (select {', '.join(map(identifier, names))} from data limit {int(most)}) order by 1"
    )
    rows = table.connection.execute(question.sql, question.bound()).fetchall()
    return FirstRows(int(total), names, tuple(rows))
