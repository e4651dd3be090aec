"""A page of rows of a version, as the reader may see them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine

from data.access.roles import User
from data.data_room.dataset_access import Access, masked_select
from data.data_room.dataset_use import record_use
from data.duck import identifier, open_duck
from data.warehouse import StoredColumn, Version
from data.warehouse.versions import ROW_NUMBER

MOST_ROWS = 1000


@dataclass(frozen=True)
class PreviewPage:
    """Rows `first` (from 1) to `first + len(rows) - 1` of `total`; each begins with the row's own number."""

    columns: tuple[StoredColumn, ...]
    rows: tuple[tuple[Any, ...], ...]
    first: int
    total: int


def preview_for(
    engine: Engine, user: User, version: Version, access: Access, *, is_new: bool = True, **page: Any
) -> PreviewPage:
    """preview() for a reader, whose use of the dataset is counted; not where the same page is drawn again."""
    found = preview(version, access, **page)
    if is_new:
        record_use(engine, user, version.dataset_id, "preview")
    return found


def preview(
    version: Version,
    access: Access,
    *,
    offset: int = 0,
    limit: int = 100,
    sort: str | None = None,
    is_descending: bool = False,
) -> PreviewPage:
    """A page in the order of the file, or sorted by a column as the reader sees it.

    Values are exact: whole numbers, Decimal, date, text. Raises KeyError for an unknown column,
    NotPermittedError and WarehouseError.
    """
    order = ROW_NUMBER
    if sort is not None:
        column = {entry.name: entry for entry in version.columns}[sort]
        order = f"{identifier(column.name)} {'desc' if is_descending else 'asc'} nulls last, {ROW_NUMBER}"
    columns = ", ".join(identifier(column.name) for column in version.columns)
    rows = masked_select(version, access, is_numbered=True)
    sql = f"select {ROW_NUMBER}, {columns} from ({rows}) order by {order} limit $limit offset $offset"
    bounds = {"limit": min(max(limit, 0), MOST_ROWS), "offset": max(offset, 0)}
    with open_duck() as duck:
        found = tuple(duck.execute(sql, bounds).fetchall())
    return PreviewPage(version.columns, found, bounds["offset"] + 1, version.row_count)
