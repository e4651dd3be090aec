"""The rows of a figure that are worst by one of its columns, each a link to the page of what it is about."""

import streamlit as st

from components.address import address
from components.charts.text import shortened
from components.figures import is_missing, show
from components.inert import inert
from components.navigation import CARDS
from components.session import bureau_now, rows
from queries.catalog import kpis
from queries.filters import Filters
from queries.rows import Page

_SHOWN = 5
_TITLE_COLUMNS = 27  # half-widths that fit beside the days at 1366 px


def worst_rows(name: str, filters: Filters, *, by: str, title: str, called: str, also: str = "") -> None:
    """Draw five links under `title`, most days in the column `by` first; `called` is the column of the name,
    `also` one that is told with it when the pointer rests on the link.

    Nothing is drawn where the figure has no rows.
    """
    kpi = kpis()[name]
    frame = rows(name, filters, Page(order_by=by, is_descending=True, limit=_SHOWN))
    if frame.empty:
        return
    st.caption(title)
    for row in frame.to_dict("records"):
        words = str(row[f"{kpi.opens}_code"] if is_missing(row[called]) else row[called])
        whole = (row.get(f"{kpi.opens}_code"), words, row.get(also or "unit", row.get("section")))
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", wrap=False
        ):
            st.page_link(
                CARDS[kpi.opens],
                label=inert(shortened(words, _TITLE_COLUMNS)),
                help=inert(" ".join(str(part) for part in whole if part)),
                query_params=address(filters, bureau_now().as_of, id=str(row[f"{kpi.opens}_id"]), kpi=name),
                width="stretch",
            )
            st.markdown(f":gray[{show(row[by], 'days')}]", width="content")
