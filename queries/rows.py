"""The rows behind a figure: all of them for an export, a page of them for a screen."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from queries.catalog import Kpi
from queries.columns import COLUMNS
from queries.compose import conditions, relations
from queries.filters import EVERYTHING, Filters, Scope
from queries.source import Source


@dataclass(frozen=True)
class Page:
    """Part of the rows: those that contain `search` in a text column, sorted, from `offset` on."""

    search: str = ""
    order_by: str | None = None
    is_descending: bool = False
    limit: int | None = None
    offset: int = 0


def seen_columns(kpi: Kpi, scope: Scope) -> tuple[str, ...]:
    """The columns of a KPI that the reader may see: who of the staff it is has a right of its own."""
    return tuple(name for name in kpi.columns if scope.sees_staff or not COLUMNS[name].is_of_staff)


def detail(source: Source, kpi: Kpi, filters: Filters, scope: Scope = EVERYTHING) -> pd.DataFrame:
    """Exactly the rows behind the figure: the KPI's own columns, and the id of what a row opens."""
    return page_of_rows(source, kpi, filters, scope)


def page_of_rows(
    source: Source, kpi: Kpi, filters: Filters, scope: Scope = EVERYTHING, page: Page | None = None
) -> pd.DataFrame:
    """A page of those rows. Raises KeyError for a sorting column that the KPI does not show."""
    page = page or Page()
    # The number of a person is no name, but it leads to one.
    key = [f"{kpi.opens}_id"] if kpi.opens and (kpi.opens != "staff" or scope.sees_staff) else []
    columns = list(dict.fromkeys((*key, *seen_columns(kpi, scope))))
    order = list(dict.fromkeys((*kpi.order, *columns)))
    if page.order_by is not None:
        if page.order_by not in columns:
            raise KeyError(page.order_by)
        order = [name for name in order if name != page.order_by]
        order.insert(0, f"{page.order_by} {'desc' if page.is_descending else 'asc'} nulls last")
    relations_sql, rows_sql, parameters = _parts(source, kpi, filters, scope, page.search)
    part = "" if page.limit is None else f" limit {int(page.limit)} offset {int(page.offset)}"
    sql = f"{relations_sql} select {', '.join(columns)} {rows_sql} order by {', '.join(order)}{part}"
    return source.frame(sql, parameters)


def count_rows(
    source: Source, kpi: Kpi, filters: Filters, scope: Scope = EVERYTHING, search: str = ""
) -> int:
    """How many of the rows behind the figure contain `search`."""
    relations_sql, rows_sql, parameters = _parts(source, kpi, filters, scope, search)
    return int(source.rows(f"{relations_sql} select count(*) {rows_sql}", parameters)[0][0])


def _parts(
    source: Source, kpi: Kpi, filters: Filters, scope: Scope, search: str
) -> tuple[str, str, dict[str, Any]]:
    where, parameters = conditions(source, kpi, filters, scope)
    if search:
        texts = [name for name in seen_columns(kpi, scope) if COLUMNS[name].kind in {"text", "shipped_name"}]
        where += " and (" + " or ".join(f"contains(lower(t.{name}), lower($search))" for name in texts) + ")"
        parameters["search"] = search
    of_day = relations(source, kpi, [filters.as_of], scope)
    return of_day, f"from ({kpi.sql}) as t where {where}", parameters
