"""The numbers behind the picture of a run, counted where the hits are and masked for the reader."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import shapely

from data.duck import identifier
from queries.audit_models.comparing import hits_of
from queries.audit_models.hits import HIT, SeenRun, all_hits, count_hits, masked_sql, open_hits
from queries.audit_models.said import summary_of

BINS = 24
MOST_BARS, MOST_SPANS, MOST_TIES = 15, 30, 60
MOST_PLACED = 1_000  # hits on one map
_DIGITS = range(1, 10)


@dataclass(frozen=True)
class Bin:
    """Hits whose value is at least `low` and below `high`; of one value where both are the same."""

    low: Decimal
    high: Decimal
    hits: int


@dataclass(frozen=True)
class Span:
    """A hit from one day to another; a day that is missing leaves a point."""

    hit: int
    label: str
    start: date | None
    end: date | None


@dataclass(frozen=True)
class Tie:
    """Between two names: the sum of their values, or how many hits they share."""

    source: str
    target: str
    value: Decimal


@dataclass(frozen=True)
class Placed:
    """A hit with its shape and that of what it is held against, in CGCS2000 degrees; None without one."""

    hit: int
    words: str
    shape: shapely.Geometry | None
    other: shapely.Geometry | None


def has_shapes(seen: SeenRun) -> bool:
    """Whether the hits have shapes of their own that the reader sees."""
    picture, masks = seen.model.picture, seen.masks
    if picture is None or picture.kind != "map":
        return False
    return not any(picture.columns.get(part) in masks for part in ("shape", "other"))


def shapes_of(seen: SeenRun, rows: Sequence[Mapping[str, Any]]) -> Sequence[shapely.Geometry | None]:
    """The shape that each hit has of its own; None where it has none, or the reader does not see it."""
    name = seen.model.picture.columns["shape"] if seen.model.picture and has_shapes(seen) else None
    return _shapes(rows, name)


def placed(
    seen: SeenRun, columns: Mapping[str, str], *, only: int | None = None
) -> tuple[tuple[Placed, ...], int]:
    """(the first MOST_PLACED hits or the `only` one with their shapes, how many hits there are)."""
    count = count_hits(seen) if only is None else 1
    numbers = range(min(count, MOST_PLACED)) if only is None else (only,)
    rows = list(all_hits(seen, numbers))
    shapes, others = (_shapes(rows, columns.get(part)) for part in ("shape", "other"))
    label = columns["label"]
    return tuple(
        Placed(
            int(row[HIT]),
            f"{row[label] or ''}\n{summary_of(seen.model, row, seen.facts.params)}",
            shape,
            other,
        )
        for row, shape, other in zip(rows, shapes, others, strict=True)
    ), count


def _shapes(rows: Sequence[Mapping[str, Any]], name: str | None) -> Sequence[shapely.Geometry | None]:
    words = np.array([row[name] if name else None for row in rows], dtype=object)
    found = np.asarray(shapely.from_wkt(words, on_invalid="ignore"), dtype=object)
    found[shapely.is_empty(found)] = None
    return list(found)


def histogram(seen: SeenRun, column: str) -> tuple[Bin, ...]:
    """Hits by the size of a value, in BINS steps of one width, or value by value where there are few."""
    name = identifier(column)
    with open_hits(seen) as duck:
        table = f"(select {name} as v from ({hits_of(seen.facts)}) where {name} is not null)"
        found = duck.execute(f"select min(v), max(v), count(distinct v) from {table}").fetchall()[0]
        if found[2] == 0:
            return ()
        low, high = (Decimal(str(value)) for value in found[:2])
        if found[2] <= BINS:
            rows = duck.execute(f"select v, count(*) from {table} group by v order by v").fetchall()
            return tuple(Bin(Decimal(str(value)), Decimal(str(value)), hits) for value, hits in rows)
        width = (high - low) / BINS
        step = (
            f"least({BINS - 1}, cast(floor((cast(v as double) - {float(low)!r}) / {float(width)!r}) as int))"
        )
        counted = dict(duck.execute(f"select {step} as step, count(*) from {table} group by step").fetchall())
    return tuple(
        Bin(low + width * place, low + width * (place + 1), counted.get(place, 0)) for place in range(BINS)
    )


def limit_of(seen: SeenRun, name: str) -> Decimal | None:
    """The limit that a picture draws: a parameter of the run, or a column that is the same in every hit."""
    if name in seen.facts.params:
        return Decimal(str(seen.facts.params[name]))
    if name in seen.masks:
        return None
    column = identifier(name)
    with open_hits(seen) as duck:
        low, high = duck.execute(
            f"select min({column}), max({column}) from ({hits_of(seen.facts)})"
        ).fetchall()[0]
    return Decimal(str(low)) if low is not None and low == high else None


def by_label(seen: SeenRun, label: str, value: str | None) -> list[tuple[str, Any]]:
    """(label, sum of the values or number of hits), the largest first, at most MOST_BARS."""
    measure = f"sum({identifier(value)})" if value else "count(*)"
    sql = (
        f"select cast({identifier(label)} as varchar) as name, {measure} as n from ({_masked(seen)})"
        f" group by name order by n desc nulls last, name limit {MOST_BARS}"
    )
    return [(name or "", found) for name, found in _rows(seen, sql)]


def spans(seen: SeenRun, start: str, end: str, label: str) -> tuple[Span, ...]:
    """Hits from day to day, the longest first, at most MOST_SPANS."""
    begins, ends = identifier(start), identifier(end)
    sql = (
        f"select {HIT}, cast({identifier(label)} as varchar), {begins}, {ends} from ({_masked(seen)})"
        f" where coalesce({begins}, {ends}) is not null"
        f" order by abs(date_diff('day', {begins}, {ends})) desc nulls last, {HIT} limit {MOST_SPANS}"
    )
    return tuple(
        Span(hit, name or "", _day(begin), _day(ending)) for hit, name, begin, ending in _rows(seen, sql)
    )


def ties(seen: SeenRun, source: str, target: str, value: str | None) -> tuple[Tie, ...]:
    """Pairs of names, the strongest first, at most MOST_TIES."""
    measure = f"sum({identifier(value)})" if value else "count(*)"
    sql = (
        f"select cast({identifier(source)} as varchar) as a, cast({identifier(target)} as varchar) as b,"
        f" {measure} as n from ({_masked(seen)}) where a is not null and b is not null"
        f" group by a, b order by n desc nulls last, a, b limit {MOST_TIES}"
    )
    return tuple(Tie(a, b, Decimal(str(n or 0))) for a, b, n in _rows(seen, sql))


def first_digits(seen: SeenRun, columns: Mapping[str, str]) -> dict[int, int]:
    """How many values begin with each digit from 1 to 9.

    Of the column `value` of the hits, or counted by the model already in `digit_1` to `digit_9`.
    """
    if "value" not in columns:
        sums = ", ".join(f"sum({identifier(columns[f'digit_{digit}'])})" for digit in _DIGITS)
        (counted,) = _rows(seen, f"select {sums} from ({hits_of(seen.facts)})")
        return {digit: int(found or 0) for digit, found in zip(_DIGITS, counted, strict=True)}
    value = f"regexp_extract(cast(abs({identifier(columns['value'])}) as varchar), '[1-9]')"
    sql = f"select {value} as digit, count(*) from ({hits_of(seen.facts)}) group by digit"
    found = {digit: hits for digit, hits in _rows(seen, sql) if digit}
    return {digit: found.get(str(digit), 0) for digit in _DIGITS}


def _masked(seen: SeenRun) -> str:
    return masked_sql(seen, hits_of(seen.facts))


def _rows(seen: SeenRun, sql: str) -> list[tuple[Any, ...]]:
    with open_hits(seen) as duck:
        return duck.execute(sql).fetchall()


def _day(value: Any) -> date | None:
    return value.date() if isinstance(value, datetime) else value
