"""反馈表 out: choose whose suspects, or take those chosen in the list, and download the sheet."""

from collections.abc import Sequence

import streamlit as st

from components.figures import show
from components.session import bureau_now, current_user, engine, row_scope, source
from data.access.roles import can
from data.language import _, language, use_language
from queries.exporting.feedback_sheet import ACTION, WORKING, export_feedback_sheet, feedback_file_name
from queries.suspects.to_send import receivers

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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
    # The file is made on the click, in a thread that knows nothing of this run: what it needs is taken along.
    database, figures, spoken = engine(), source(), language()

    def content() -> bytes:
        use_language(spoken)
        return export_feedback_sheet(
            database,
            figures,
            user,
            as_of,
            receiver=None if key == _CHOSEN else key,
            suspect_ids=list(chosen) if key == _CHOSEN else None,
        )

    is_allowed = can(user, ACTION) and can(user, WORKING)
    st.download_button(
        _("Download the feedback sheet (XLSX)"),
        content,
        file_name=feedback_file_name(name, as_of),
        mime=_XLSX,
        icon=":material/download:",
        on_click="ignore",
        disabled=not is_allowed,
        help=_("Only what was issued and waits for an answer. Every export is logged.")
        if is_allowed
        else _("You have no right to export rows."),
        key="feedback_export",
    )
