"""Rows of a version as the reader may see them, page by page, in the order of the file or of a column."""

import math

import streamlit as st

from components.dataset.rows_grid import column_title, rows_grid
from components.dataset.version_choice import version_choice
from components.figures import show
from components.inert import inert
from components.session import current_user, engine
from data.data_room.dataset_access import masks
from data.language import _, listed
from data.warehouse import WarehouseError
from queries.cards.dataset_card import DatasetCard
from queries.datasets.preview import preview_for

_LAST = "dataset_preview_last"
_SIZES = (50, 100, 500)
_AS_IN_THE_FILE = ""  # Streamlit would offer to clear a choice of None


def dataset_preview(card: DatasetCard) -> None:
    """Draw a page of rows; looking at them is a use of the dataset."""
    bar, place = st.container(horizontal=True, vertical_alignment="bottom", gap="small"), st.container()
    with bar:
        version = version_choice(card)
    if not version.row_count:
        st.info(_("This version has no rows."), icon=":material/table_rows:")
        return
    key = f"preview_{version.version_id}"
    columns = {column.name: column for column in version.columns}
    hidden = masks(version, card.access)
    with bar:
        sort = st.selectbox(
            _("Sort by"),
            [_AS_IN_THE_FILE, *columns],
            format_func=lambda name: columns[name].title if name else _("Order of the file"),
            key=f"{key}_sort",
            width=240,
        )
        is_descending = st.toggle(_("Descending"), key=f"{key}_descending", disabled=not sort)
        st.space("stretch")
        size = st.selectbox(_("Rows per page"), _SIZES, key=f"{key}_size", width=110)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        said = st.empty()
        pages = math.ceil(version.row_count / size)
        number = st.pagination(pages, key=f"{key}_page_{size}") if pages > 1 else 1
    looked = (current_user(), version.version_id, number, size, sort, is_descending)
    try:
        page = preview_for(
            engine(),
            current_user(),
            version,
            card.access,
            is_new=st.session_state.get(_LAST) != looked,
            offset=(number - 1) * size,
            limit=size,
            sort=sort or None,
            is_descending=is_descending,
        )
    except WarehouseError as error:
        st.error(str(error), icon=":material/error:")
        return
    st.session_state[_LAST] = looked  # another run of the page over the same rows is no other use
    with place:
        rows_grid(
            page.columns,
            [row[1:] for row in page.rows],
            [(_("Row number"), [row[0] for row in page.rows])],
            key=f"{key}_{number}_{sort}_{is_descending}",
        )
    words = _("Rows {first}–{last} of {found}").format(
        first=show(page.first, "count"),
        last=show(page.first + len(page.rows) - 1, "count"),
        found=show(page.total, "count"),
    )
    if hidden:
        titles = listed(inert(column_title(columns[name])) for name in hidden)
        words += " · " + _("masked for you: {columns}").format(columns=titles)
    said.caption(words)
