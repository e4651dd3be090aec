"""The rows in quarantine, page by page: line, columns at fault and reasons before the cells as they came."""

import math

import pandas as pd
import streamlit as st

from components.dataset.rows_grid import ROW_HEIGHT
from components.figures import show
from components.session import engine
from data.bringing.open_rows import Quarantine
from data.engine import reading
from data.language import _
from queries.datasets.quarantine_page import quarantine_page
from queries.datasets.version_titles import version_titles

_PAGE = 100
_IN_SIGHT = 12


def quarantine_rows(held: Quarantine, count: int) -> None:
    """Draw a page of the `count` open rows, with all their cells."""
    with reading(engine()) as connection:
        titles = version_titles(connection, held.version).of_columns
    pages = math.ceil(count / _PAGE)
    key = f"quarantine_rows_{held.version.version_id}_{count}"
    place = st.container()
    number = 1
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        said = st.empty()
        if pages > 1:
            number = st.pagination(pages, key=f"{key}_page")
    page = quarantine_page(held, titles, offset=(number - 1) * _PAGE, limit=_PAGE)
    told = [_("Line in the file"), _("Columns at fault"), _("Reasons")]
    names = [f"_{at}" for at in range(len(told) + len(page.headings))]
    widths = (90, 110, 260)
    with place:
        st.dataframe(
            pd.DataFrame(page.rows, columns=names),
            hide_index=True,
            placeholder="—",
            column_config={
                name: st.column_config.TextColumn(
                    title,
                    pinned=at == 0,
                    width=widths[at] if at < len(widths) else None,  # type: ignore[arg-type]
                )
                for at, (name, title) in enumerate(zip(names, [*told, *page.headings], strict=True))
            },
            row_height=ROW_HEIGHT,
            height=ROW_HEIGHT * (min(len(page.rows), _IN_SIGHT) + 1) + 2,
            key=f"{key}_{number}",
        )
    first = (number - 1) * _PAGE + 1
    said.caption(
        _("Rows {first}–{last} of {found}").format(
            first=show(first, "count"),
            last=show(first + len(page.rows) - 1, "count"),
            found=show(count, "count"),
        )
    )
