"""One kind of report: what is in it, and its two files."""

from functools import partial

import streamlit as st

from components.made_file import made_file
from components.session import current_user, engine, source
from data.access.roles import can
from data.language import _
from queries.filters import Filters
from queries.reporting.making import ACTION, export_report
from queries.reporting.titles import TITLES

_PROGRAMS = {".docx": "Word", ".xlsx": "Excel"}


def report_card(kind: str, icon: str, told: str, filters: Filters) -> None:
    """Draw it: `told` says what the report holds. A file is made when it is asked for, and logged."""
    # The buttons of a row of cards stand on one line, whatever the words above them.
    with st.container(border=True, height="stretch", vertical_alignment="distribute"):
        st.markdown(f":material/{icon}: **{_(TITLES[kind])}**  \n{told}")
        with st.container(horizontal=True):
            for suffix in _PROGRAMS:
                _button(kind, suffix, filters)


def _button(kind: str, suffix: str, filters: Filters) -> None:
    user, is_allowed = current_user(), can(current_user(), ACTION)
    made_file(
        _PROGRAMS[suffix],
        partial(export_report, engine(), source(), user, kind, filters, suffix=suffix),
        f"{_(TITLES[kind])}_{filters.as_of:%Y-%m-%d}{suffix}",
        words=_("Made on the click, in some seconds. Every export is logged.")
        if is_allowed
        else _("You have no right to export rows."),
        is_open=is_allowed,
        key=f"report_{kind}_{suffix}",
    )
