"""The button that takes the rows behind a figure out of the system: one click, one XLSX file, one event."""

from functools import partial

from components.figures import show
from components.made_file import made_file
from components.session import current_user, engine, row_count, source
from data.access.roles import can
from data.language import _
from queries.catalog import Kpi
from queries.exporting.export import ACTION, export_rows, file_name
from queries.exporting.workbook import row_limit
from queries.filters import Filters


def export_button(kpi: Kpi, filters: Filters, *, search: str = "") -> None:
    """Draw the button for the rows that contain `search`; where it cannot be used, it says why."""
    user, rows = current_user(), row_count(kpi.name, filters, search)
    is_allowed, fits = can(user, ACTION), rows <= row_limit()
    if not is_allowed:
        reason = _("You have no right to export rows.")
    elif not fits:
        reason = _(
            "{rows} rows are more than the {limit} that one export may hold. Narrow the filters."
        ).format(rows=show(rows, "count"), limit=show(row_limit(), "count"))
    else:
        reason = _("Typed columns, definition and filters on a second sheet. Every export is logged.")
    made_file(
        _("Export {rows} rows (XLSX)").format(rows=show(rows, "count")),
        # The rows are those of the data version that the reader looks at.
        partial(export_rows, engine(), source(), user, kpi, filters, search=search),
        file_name(kpi, filters),
        words=reason,
        is_open=bool(is_allowed and fits and rows),
        key=f"export_{kpi.name}",
    )
