"""The rows behind a figure on the page itself: to search, to sort, to open, to take along."""

from components.kpi.export_button import export_button
from components.kpi.ledger_table import ledger_table
from queries.catalog import kpis
from queries.filters import Filters


def rows_ledger(name: str, filters: Filters, *, last_by: str = "") -> None:
    """Draw the ledger of a KPI with its export, which holds what the search left.

    One that is read from its end begins with the last by the column `last_by`.
    """
    kpi = kpis()[name]
    search = ledger_table(kpi, filters, last_by=last_by)
    export_button(kpi, filters, search=search)
