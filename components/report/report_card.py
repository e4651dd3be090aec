"""One kind of report: what is in it, and its two files."""

import streamlit as st

from components.session import current_user, engine, source
from data.access.roles import can
from data.language import _, language, use_language
from queries.filters import Filters
from queries.reporting.making import ACTION, export_report
from queries.reporting.titles import TITLES

_TYPES = {
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"),
    ".xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
}


def report_card(kind: str, icon: str, told: str, filters: Filters) -> None:
    """Draw it: `told` says what the report holds. A file is made when it is asked for, and logged."""
    # The buttons of a row of cards stand on one line, whatever the words above them.
    with st.container(border=True, height="stretch", vertical_alignment="distribute"):
        st.markdown(f":material/{icon}: **{_(TITLES[kind])}**  \n{told}")
        with st.container(horizontal=True):
            for suffix in _TYPES:
                _button(kind, suffix, filters)


def _button(kind: str, suffix: str, filters: Filters) -> None:
    user, is_allowed = current_user(), can(current_user(), ACTION)
    # The file is made on the click, in a thread that knows nothing of this run: what it needs is taken along.
    database, figures, spoken = engine(), source(), language()

    def content() -> bytes:
        use_language(spoken)
        return export_report(database, figures, user, kind, filters, suffix=suffix)

    mime, program = _TYPES[suffix]
    st.download_button(
        program,
        content,
        file_name=f"{_(TITLES[kind])}_{filters.as_of:%Y-%m-%d}{suffix}",
        mime=mime,
        icon=":material/download:",
        on_click="ignore",
        disabled=not is_allowed,
        help=_("Made on the click, in some seconds. Every export is logged.")
        if is_allowed
        else _("You have no right to export rows."),
        key=f"report_{kind}_{suffix}",
    )
