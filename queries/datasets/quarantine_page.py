"""A page of the rows that wait in quarantine, each with its line, the columns at fault and the reasons."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.bringing.open_rows import Quarantine
from data.checking.check import LINE
from data.checking.quarantine import explained_rows
from data.duck import open_duck

_FAULTS = "faults"


@dataclass(frozen=True)
class QuarantinePage:
    """`headings` are those of the file; each row is (line, columns at fault, reasons, cells …) as text."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def quarantine_page(
    held: Quarantine, titles: Mapping[str, str], *, offset: int = 0, limit: int = 100
) -> QuarantinePage:
    """Open rows by line, as they came and without masks: for who sees the dataset unmasked.

    `titles` are what the columns of the dataset are called. Raises WarehouseError.
    """
    page = f"select * from ({held.rows_sql}) order by {LINE} limit {int(limit)} offset {int(offset)}"
    with open_duck() as duck:
        described = duck.execute(f"describe {page}").fetchall()
        columns = [name for name, *__ in described if name not in {LINE, _FAULTS}]
        rows = tuple(tuple(row) for row in explained_rows(duck, page, titles))
    return QuarantinePage(tuple(held.version.report.get("headings") or columns), rows)
