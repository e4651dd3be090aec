"""The state of a page whose registers are empty: what is missing, who brings it, and where."""

from collections.abc import Iterable

import streamlit as st

from components.registers.register_way import register_way
from components.session import bureau_now, figure
from data.language import _, listed
from data.registers.register import registers
from queries.filters import Filters


def no_rows_yet(names: Iterable[str], needed: Iterable[str]) -> bool:
    """Whether none of the KPIs has a row that the reader may see; then draws which registers are `needed`."""
    filters = Filters(as_of=bureau_now().as_of)
    if any(figure(name, filters).rows for name in names):
        return False
    titles = listed([registers()[name].title for name in needed])
    st.info(
        _("Nothing was brought yet. Planning staff import the registers: {registers}.").format(
            registers=titles
        ),
        icon=":material/library_add:",
    )
    register_way()
    return True
