"""Where the reader is and how to get back: the page, the figure, and each step of the drill, all links."""

from dataclasses import replace

import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import MENU, OVERVIEW_PAGE, ROWS_PAGE
from components.session import bureau_now
from data.language import _
from queries.catalog import Kpi
from queries.dimensions import DIMENSIONS
from queries.filters import Filters


def drill_path(
    filters: Filters,
    kpi: Kpi | None = None,
    steps: list[str] | None = None,
    here: str = "",
    *,
    under: str = "",
) -> None:
    """Draw the path. `steps` are the labels of `filters.drill`; `here` names a last place that is no link.

    `under` is the page of the menu that the place belongs to, for a reader who did not come from a figure.
    """
    as_of = bureau_now().as_of
    whole = replace(filters, drill=())
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.page_link(
            OVERVIEW_PAGE,
            label=_("Overview"),
            icon=":material/dashboard:",
            query_params=address(whole, as_of),
        )
        if kpi is None and under:
            _mark()
            page = next(entry for entry in MENU if entry.path == under)
            st.page_link(under, label=_(page.title), query_params=address(whole, as_of))
        if kpi is not None:
            _mark()
            parts = address(whole, as_of, kpi=kpi.name)
            st.page_link(
                ROWS_PAGE, label=str(kpi.title), query_params=parts, disabled=not (filters.drill or here)
            )
            for place, (dimension, __) in enumerate(filters.drill):
                _mark()
                narrowed = replace(filters, drill=filters.drill[: place + 1])
                label = (steps or [])[place] if steps and place < len(steps) else ""
                title = _(DIMENSIONS[dimension].title)
                if place == len(filters.drill) - 1 and not here:
                    st.text(f"{title}：{label}")
                    continue
                st.page_link(
                    ROWS_PAGE,
                    label=inert(f"{title}：{label}"),
                    query_params=address(narrowed, as_of, kpi=kpi.name),
                )
        if here:
            _mark()
            st.text(here)


def _mark() -> None:
    st.markdown(":gray[›]")
