"""整改反馈表 out: choose the unit and download the sheet that it fills in."""

from functools import partial

import streamlit as st

from components.figures import show
from components.made_file import made_file
from components.session import bureau_now, current_user, engine, row_scope, source
from data.access.roles import can
from data.language import _
from queries.exporting.answer_sheet import EXPORTING, answer_file_name, asked_units, export_answer_sheet


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
    is_allowed = can(user, EXPORTING)
    made_file(
        _("Download the rectification sheet (XLSX)"),
        partial(export_answer_sheet, engine(), source(), user, as_of, unit),
        answer_file_name(unit.name, as_of),
        words=_("Every export is logged.") if is_allowed else _("You have no right to export rows."),
        is_open=is_allowed,
        key="answers_export",
    )
