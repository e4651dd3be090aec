"""Run a KPI: its figure, its course over time, its breakdown by one dimension or by two.

All read the same rows: the detail SQL of the KPI, narrowed by the filters and by what the reader may see. The
rows themselves are in queries/rows.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from queries.catalog import Kpi
from queries.compose import conditions, relations
from queries.dimensions import DIMENSIONS, group_label, group_place
from queries.filters import EVERYTHING, Filters, Scope
from queries.source import Source

Number = int | float


@dataclass(frozen=True)
class Figure:
    """A KPI's figure on one day: `value` is None where there is no data to compute it from.

    Rates are 0–1; money is integer 分. `rows` counts the rows that the figure opens to.
    """

    value: Number | None
    numerator: int | None
    denominator: int | None
    rows: int
    as_of: date


@dataclass(frozen=True)
class Group:
    """One group of a breakdown: the code to drill by (empty: 未填), its label, and its figure."""

    code: str
    label: str
    figure: Figure


@dataclass(frozen=True)
class Cell:
    """One cell of a table of two dimensions."""

    row_code: str
    row_label: str
    column_code: str
    column_label: str
    figure: Figure


def value(source: Source, kpi: Kpi, filters: Filters, scope: Scope = EVERYTHING) -> Figure:
    """The figure on the day of the filters."""
    return course(source, kpi, filters, [filters.as_of], scope)[0]


def course(
    source: Source, kpi: Kpi, filters: Filters, days: Iterable[date], scope: Scope = EVERYTHING
) -> list[Figure]:
    """The figure on each of the days, as the facts dated up to that day have it."""
    wanted = list(days)
    where, parameters = conditions(source, kpi, filters, scope)
    # A drill is among the rows of the figure: what they are drawn from need not have its columns.
    drawn_from = conditions(source, kpi, replace(filters, drill=()), scope)[0]
    sql = f"""{relations(source, kpi, wanted, scope)},
        universe as (select as_of_date from {kpi.relation} as t where {drawn_from} group by all),
        figure as (select as_of_date, {_measures(kpi)} from ({kpi.sql}) as t where {where} group by all)
        select as_of_date, measure, numerator, denominator, coalesce(row_count, 0)
        from universe left join figure using (as_of_date)"""
    found = {row[0]: _figure(kpi, row[0], row[1:]) for row in source.rows(sql, parameters)}
    return [found.get(day, Figure(None, None, None, 0, day)) for day in wanted]


def breakdown(source: Source, kpi: Kpi, filters: Filters, by: str, scope: Scope = EVERYTHING) -> list[Group]:
    """The figure of each group of a dimension, 未填 last. Raises KeyError for an undeclared dimension."""
    return [
        Group(codes[0], labels[0], figure)
        for codes, labels, figure in _groups(source, kpi, filters, (by,), scope)
    ]


def table(
    source: Source, kpi: Kpi, filters: Filters, by: tuple[str, str], scope: Scope = EVERYTHING
) -> list[Cell]:
    """The figure of each pair of groups of two dimensions; pairs without rows are left out."""
    return [
        Cell(codes[0], labels[0], codes[1], labels[1], figure)
        for codes, labels, figure in _groups(source, kpi, filters, by, scope)
    ]


def month_ends(as_of: date, months: int = 12) -> list[date]:
    """The last days of the `months` months before `as_of`, then `as_of` itself."""
    ends: list[date] = []
    day = as_of
    for __ in range(months):
        day = day.replace(day=1) - timedelta(days=1)
        ends.append(day)
    return [*reversed(ends), as_of]


def _groups(
    source: Source, kpi: Kpi, filters: Filters, by: tuple[str, ...], scope: Scope
) -> list[tuple[list[str], list[str], Figure]]:
    if undeclared := set(by) - set(kpi.group_by):
        raise KeyError(f"{kpi.name} is not grouped by {sorted(undeclared)[0]}")
    where, parameters = conditions(source, kpi, filters, scope)
    specs = [DIMENSIONS[name] for name in by]
    codes = ", ".join(f"cast({spec.code} as varchar)" for spec in specs)
    # A name may have been spelt in two ways over the years: the group is its code, its label one of them.
    names = ", ".join(f"max({spec.name})" if spec.name else "null" for spec in specs)
    sql = f"""{relations(source, kpi, [filters.as_of], scope)}
        select {codes}, {names}, {_measures(kpi)} from ({kpi.sql}) as t where {where} group by {codes}"""
    width = len(by)
    found: list[tuple[list[str | None], list[str | None], Figure]] = [
        (
            list(row[:width]),
            list(row[width : 2 * width]),
            _figure(kpi, filters.as_of, row[2 * width :]),
        )
        for row in source.rows(sql, parameters)
    ]
    found.sort(key=lambda entry: [group_place(name, code) for name, code in zip(by, entry[0], strict=True)])
    return [
        (
            [code or "" for code in codes],
            [
                group_label(dimension, code, name)
                for dimension, code, name in zip(by, codes, names, strict=True)
            ],
            figure,
        )
        for codes, names, figure in found
    ]


def _measures(kpi: Kpi) -> str:
    numerator, denominator = kpi.numerator or "null", kpi.denominator or "null"
    if kpi.denominator:
        numerator = f"coalesce({numerator}, case when {denominator} <> 0 then 0 end)"
    return f"""{kpi.measure} as measure, {numerator} as numerator, {denominator} as denominator,
        count(*) as row_count"""


def _figure(kpi: Kpi, day: date, measured: tuple[Any, ...]) -> Figure:
    measure, numerator, denominator, rows = measured
    # A count or a sum over no rows is nought: there was something to count from. A rate or a median is not.
    is_total = (kpi.additive or kpi.format == "count") and kpi.denominator is None
    number = 0 if measure is None and is_total else measure
    return Figure(number, _whole(numerator), _whole(denominator), rows, day)


def _whole(number: Number | None) -> int | None:
    return None if number is None else int(number)
