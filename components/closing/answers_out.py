"""整改反馈表 out: choose the unit and download the sheet that it fills in."""

import streamlit as st

from components.figures import show
from components.session import bureau_now, current_user, engine, row_scope, source
from data.access.roles import can
from data.language import _, language, use_language
from queries.exporting.answer_sheet import EXPORTING, answer_file_name, asked_units, export_answer_sheet

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def answers_out() -> None:
    """Draw the choice and the button; what keeps the reader from it is said."""
    user, as_of = current_user(), bureau_now().as_of
    units = asked_units(source(), as_of, row_scope())
    if not units:
        st.caption(_("No finding is under rectification."))
        return
    unit = st.selectbox(
        _("For which unit"),
        units,
        format_func=lambda each: f"{each.name} · {show(each.findings, 'count')}",
        key="answers_unit",
        width=360,
    )
    # The file is made on the click, in a thread that knows nothing of this run: what it needs is taken along.
    database, figures, spoken = engine(), source(), language()

    def content() -> bytes:
        use_language(spoken)
        return export_answer_sheet(database, figures, user, as_of, unit)

    is_allowed = can(user, EXPORTING)
    st.download_button(
        _("Download the rectification sheet (XLSX)"),
        content,
        file_name=answer_file_name(unit.name, as_of),
        mime=_XLSX,
        icon=":material/download:",
        on_click="ignore",
        disabled=not is_allowed,
        help=_("Every export is logged.") if is_allowed else _("You have no right to export rows."),
        key="answers_export",
    )
