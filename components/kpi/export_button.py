"""The button that takes the rows behind a figure out of the system: one click, one XLSX file, one event."""

import streamlit as st

from components.figures import show
from components.session import current_user, engine, row_count, source
from data.access.roles import can
from data.language import _, language, use_language
from queries.catalog import Kpi
from queries.exporting.export import ACTION, export_rows, file_name
from queries.exporting.workbook import row_limit
from queries.filters import Filters

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def export_button(kpi: Kpi, filters: Filters, *, search: str = "") -> None:
    """Draw the button for the rows that contain `search`; where it cannot be used, it says why."""
    user, rows = current_user(), row_count(kpi.name, filters, search)
    is_allowed, fits = can(user, ACTION), rows <= row_limit()
    # The file is made on the click, in a thread that knows nothing of this run: what it needs is taken along,
    # and the rows are those of the data version that the reader looks at.
    database, figures, spoken = engine(), source(), language()

    def content() -> bytes:
        use_language(spoken)
        return export_rows(database, figures, user, kpi, filters, search=search)

    if not is_allowed:
        reason = _("You have no right to export rows.")
    elif not fits:
        reason = _(
            "{rows} rows are more than the {limit} that one export may hold. Narrow the filters."
        ).format(rows=show(rows, "count"), limit=show(row_limit(), "count"))
    else:
        reason = _("Typed columns, definition and filters on a second sheet. Every export is logged.")
    st.download_button(
        _("Export {rows} rows (XLSX)").format(rows=show(rows, "count")),
        content,
        file_name=file_name(kpi, filters),
        mime=_XLSX,
        icon=":material/download:",
        on_click="ignore",
        disabled=not (is_allowed and fits and rows),
        help=reason,
        key=f"export_{kpi.name}",
    )
