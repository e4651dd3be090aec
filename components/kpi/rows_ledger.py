"""The rows behind a figure on the page itself: to search, to sort, to open, to take along."""

from components.kpi.export_button import export_button
from components.kpi.ledger_table import ledger_table
from queries.catalog import kpis
from queries.filters import Filters


def rows_ledger(name: str, filters: Filters) -> None:
    """Draw the ledger of a KPI with its export, which holds what the search left."""
    kpi = kpis()[name]
    search = ledger_table(kpi, filters)
    export_button(kpi, filters, search=search)
