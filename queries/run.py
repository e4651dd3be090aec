"""Run a KPI: its figure, its breakdown by a dimension, its course over time, its rows.

All four read the same rows: the detail SQL of the KPI, narrowed by the filters and by what the reader may
see. Values are bound; identifiers come from the headers of reviewed files and from queries/dimensions.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from queries.catalog import Kpi
from queries.dimensions import DIMENSIONS, group_label, group_order
from queries.filters import EVERYTHING, Filters, Scope
from queries.source import Source, in_order_of_need, mentions

Number = int | float

_FILTER_COLUMNS = {
    "year": "plan_year",
    "section": "section_code",
    "project_type": "project_type",
    "amount_band": "amount_band",
    "in_work_report": "is_in_work_report",
    "leader_instruction": "has_leader_instruction",
}


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
    where, parameters = _where(source, filters, scope)
    sql = f"""{_relations(source, kpi, wanted)},
        universe as (select as_of_date from {kpi.relation} as t where {where} group by all),
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


def detail(
    source: Source, kpi: Kpi, filters: Filters, scope: Scope = EVERYTHING, *, limit: int | None = None
) -> pd.DataFrame:
    """Exactly the rows behind the figure: the KPI's own columns, and `finding_id` to open a finding."""
    where, parameters = _where(source, filters, scope)
    columns = ", ".join(dict.fromkeys(("finding_id", *kpi.columns)))
    sql = f"""{_relations(source, kpi, [filters.as_of])}
        select {columns} from ({kpi.sql}) as t where {where} order by all"""
    return source.frame(sql if limit is None else f"{sql} limit {int(limit)}", parameters)


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
    where, parameters = _where(source, filters, scope)
    specs = [DIMENSIONS[name] for name in by]
    codes = ", ".join(f"cast({spec.code} as varchar)" for spec in specs)
    # A name may have been spelt in two ways over the years: the group is its code, its label one of them.
    names = ", ".join(f"max({spec.name})" if spec.name else "null" for spec in specs)
    sql = f"""{_relations(source, kpi, [filters.as_of])}
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
    orders = [group_order(name, [entry[0][place] for entry in found]) for place, name in enumerate(by)]
    found.sort(key=lambda entry: [order.index(code) for order, code in zip(orders, entry[0], strict=True)])
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
    return f"""{kpi.measure} as measure, {numerator} as numerator, {denominator} as denominator,
        count(*) as row_count"""


def _figure(kpi: Kpi, day: date, measured: tuple[Any, ...]) -> Figure:
    measure, numerator, denominator, rows = measured
    # A count or a sum over no rows is nought: there was something to count from. A rate or a median is not.
    is_total = kpi.additive and kpi.denominator is None
    number = 0 if measure is None and is_total else measure
    return Figure(number, _whole(numerator), _whole(denominator), rows, day)


def _whole(number: Number | None) -> int | None:
    return None if number is None else int(number)


def _relations(source: Source, kpi: Kpi, days: list[date]) -> str:
    """The day or days asked for, and the text of the relations that the KPI reads, as one WITH clause."""
    listed = ", ".join(f"date '{day:%Y-%m-%d}'" for day in days)
    needed = {
        name: sql
        for name, sql in source.as_of_relations.items()
        if mentions(kpi.sql, name) or name == kpi.relation
    }
    parts = [f"as_of as (select unnest([{listed}]) as as_of_date)"]
    parts += [f"{name} as ({sql})" for name, sql in in_order_of_need(needed)]
    return "with " + ",\n".join(parts)


def _where(source: Source, filters: Filters, scope: Scope) -> tuple[str, dict[str, Any]]:
    conditions = ["true"]
    parameters: dict[str, Any] = {}
    for field, column in _FILTER_COLUMNS.items():
        wanted = getattr(filters, field)
        if wanted is not None:
            conditions.append(f"t.{column} = ${field}")
            parameters[field] = wanted
    if scope.section is not None:
        conditions.append("t.section_code = $scope_section")
        parameters["scope_section"] = scope.section
    for name, region in (("region", filters.region), ("scope_region", scope.region)):
        if region is not None:
            conditions.append(f"list_contains(${name}, t.region_code)")
            parameters[name] = _with_regions_below(source, region)
    for place, (dimension, code) in enumerate(filters.drill):
        column = f"cast(t.{DIMENSIONS[dimension].code} as varchar)"
        conditions.append(f"{column} = $drill_{place}" if code else f"{column} is null")
        if code:
            parameters[f"drill_{place}"] = code
    return " and ".join(conditions), parameters


def _with_regions_below(source: Source, region: str) -> list[str]:
    sql = """with recursive below as (
            select region_code from region where region_code = $region
            union
            select r.region_code from region as r join below as b on r.parent_code = b.region_code
        )
        select region_code from below"""
    # A region that is not in the table still narrows: to nothing, never to everything.
    return [row[0] for row in source.rows(sql, {"region": region})] or [region]
