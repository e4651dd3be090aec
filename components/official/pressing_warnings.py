"""The most urgent warnings, each with its reason and the way to the official; red first, then by the day."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import CARDS, ROWS_PAGE
from components.official.warning_level import warning_level
from components.session import bureau_now, rows
from data.language import _
from queries.cell_words import cell_words
from queries.filters import Filters
from queries.rows import Page

_SHOWN = 10


def pressing_warnings(filters: Filters) -> None:
    """Draw the first of the ledger of warnings, and a link to all of them."""
    with st.container(border=True, height="stretch"):
        heading = _("Most urgent")
        st.markdown(f"**{heading}**")
        frame = rows("warnings", filters, Page(limit=_SHOWN))
        if frame.empty:
            nothing = _("No warnings")
            st.markdown(f":green[✓ {nothing}]")
            return
        as_of = bureau_now().as_of
        for row in frame.to_dict("records"):
            with st.container(gap="xxsmall"):
                with st.container(
                    horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
                ):
                    st.page_link(
                        CARDS["official"],
                        label=inert(f"{row['official']} · {row['unit']}"),
                        help=inert(str(row["post_title"])),
                        query_params=address(filters, as_of, id=str(row["official_id"]), kpi="warnings"),
                    )
                    warning_level(row["warning_level"])
                st.caption(inert(cell_words("reason", row["reason"])))
        st.page_link(
            ROWS_PAGE,
            label=_("All warnings"),
            icon=":material/chevron_right:",
            query_params=address(filters, as_of, kpi="warnings"),
        )
