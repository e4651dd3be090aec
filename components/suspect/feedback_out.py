"""反馈表 out: choose whose suspects, or take those chosen in the list, and download the sheet."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components.figures import show
from components.made_file import made_file
from components.session import bureau_now, current_user, engine, row_scope, source
from data.access.roles import can
from data.language import _
from queries.exporting.feedback_sheet import ACTION, WORKING, export_feedback_sheet, feedback_file_name
from queries.suspects.to_send import receivers

_CHOSEN = "chosen"


def feedback_out(chosen: Sequence[int]) -> None:
    """Draw the choice and the button; what keeps the reader from it is said."""
    user, as_of = current_user(), bureau_now().as_of
    waiting = receivers(source(), as_of, row_scope())
    options = {each.key: f"{each.name} · {show(each.suspects, 'count')}" for each in waiting}
    if chosen:
        options = {_CHOSEN: _("Those chosen in the list: {count}").format(count=len(chosen))} | options
    if not options:
        st.caption(_("No suspect waits for an answer."))
        return
    key = st.selectbox(
        _("For whom"), list(options), format_func=options.__getitem__, key="feedback_receiver", width=360
    )
    name = next((each.name for each in waiting if each.key == key), "")
    is_allowed = can(user, ACTION) and can(user, WORKING)
    made_file(
        _("Download the feedback sheet (XLSX)"),
        partial(
            export_feedback_sheet,
            engine(),
            source(),
            user,
            as_of,
            receiver=None if key == _CHOSEN else key,
            suspect_ids=list(chosen) if key == _CHOSEN else None,
        ),
        feedback_file_name(name, as_of),
        words=_("Only what was issued and waits for an answer. Every export is logged.")
        if is_allowed
        else _("You have no right to export rows."),
        is_open=is_allowed,
        key="feedback_export",
    )
