"""The side bar: the menu of the signed-in user, the language, and the way out."""

from dataclasses import replace
from itertools import groupby

import duckdb
import streamlit as st
from sqlalchemy.exc import SQLAlchemyError

from components.address import address, read_filters
from components.frame.search_field import search_field
from components.inert import inert
from components.navigation import MY_WORK_PAGE, SEARCH_PAGE, open_to, page_of
from components.session import bureau_now, work_waiting
from data.access.roles import User
from data.figure_copy import DatabaseUnreachableError
from data.language import _, language
from data.shipped_names import shipped_name


def menu(user: User) -> bool:
    """Draw the side bar; True in the run in which the user asks to sign out."""
    bureau = bureau_now()
    filters = read_filters(bureau.as_of)
    # A drill belongs to the page it was made on; the filters go along to the next page.
    kept = replace(filters, drill=())
    with st.sidebar:
        st.subheader(inert(shipped_name(bureau.name)))
        if bureau.is_demo:
            st.badge(_("Demonstration data"), icon=":material/science:", color="orange")
        onwards = address(kept, bureau.as_of)
        first, *__ = entries_open = open_to(user)
        visible = [entry for entry in entries_open if not entry.is_hidden]
        if any(entry.path == SEARCH_PAGE for entry in visible):
            search_field()
        for section, entries in groupby(visible, key=lambda entry: entry.section):
            st.caption(_(section))
            for entry in entries:
                waiting = _waiting() if entry.path == MY_WORK_PAGE else 0
                st.page_link(
                    page_of(entry, is_first=entry == first),  # by its path it would be looked for on the disk
                    label=f"{_(entry.title)} :blue-badge[{waiting}]" if waiting else _(entry.title),
                    icon=f":material/{entry.icon}:",
                    query_params=onwards,
                    width="stretch",
                )
        st.divider()
        st.text(user.display_name)
        with st.container(horizontal=True):
            if st.button(
                "English" if language() == "zh" else "简体中文", type="tertiary", key="switch_language"
            ):
                _switch_language()
            return st.button(_("Sign out"), icon=":material/logout:", type="tertiary", key="sign_out")


def _waiting() -> int:
    """How many findings wait for the reader; none where no figure can be made: the page says why."""
    try:
        return work_waiting()
    except (DatabaseUnreachableError, SQLAlchemyError, duckdb.Error):
        return 0


def _switch_language() -> None:
    if language() == "zh":
        st.query_params["lang"] = "en"
    else:
        del st.query_params["lang"]
    st.rerun()
