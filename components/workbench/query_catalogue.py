"""The catalogue beside the editor: a dataset, its columns with types and masks; a click inserts a name."""

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.inert import inert
from components.workbench.query_text import insert, replace
from data.codes import label
from data.duck import identifier
from data.language import _, mark
from queries.workbench.readable import Readable

_KEY = "query_catalogue"
_ROW_HEIGHT = 32
_ROWS_IN_SIGHT = 14
_FIRST_ROWS = 100
_PLAIN = re.compile(r"[a-z_一-鿿][\w一-鿿]*")
_TYPES = {
    "VARCHAR": mark("Text"),
    "DATE": mark("Date"),
    "TIMESTAMP": mark("Time"),
    "BOOLEAN": mark("Yes or no"),
    "BIGINT": mark("Whole number"),
    "INTEGER": mark("Whole number"),
    "HUGEINT": mark("Whole number"),
    "DOUBLE": mark("Fraction"),
}


def query_catalogue(known: Sequence[Readable]) -> None:
    """Draw it for datasets of which there is at least one."""
    by_name = {readable.name: readable for readable in known}
    if (asked := st.query_params.get("dataset", "")) in by_name:
        st.session_state.setdefault(_KEY, asked)  # a link from the page of a dataset
    name = st.selectbox(
        _("Datasets you may read ({count})").format(count=len(known)), list(by_name), key=_KEY
    )
    chosen = by_name[str(name)]
    st.caption(
        _("{title} · {rows} rows").format(title=inert(chosen.title), rows=f"{chosen.row_count:,}")
        + (" · " + _("seen through masks") if chosen.is_masked else "")
    )
    with st.container(horizontal=True, gap="small"):
        st.button(
            _("Insert name"),
            icon=":material/add:",
            on_click=insert,
            args=(written(chosen.name),),
            help=_("Columns are inserted by a click on their line below."),
        )
        st.button(
            _("First rows"),
            icon=":material/table_rows:",
            on_click=replace,
            args=(f"SELECT *\nFROM {written(chosen.name)}\nLIMIT {_FIRST_ROWS}",),
            help=_("Puts a query for the first {count} rows into the editor.").format(count=_FIRST_ROWS),
        )
    _columns(chosen)


def written(name: str) -> str:
    """A name as a person writes it: in quotation marks only where it needs them."""
    return name if _PLAIN.fullmatch(name) else identifier(name)


def _columns(chosen: Readable) -> None:
    frame = pd.DataFrame(
        [
            (
                column.title if column.title != column.name else "",
                column.name,
                type_words(column.type),
                label("column_mask", column.mask) if column.mask else "",
            )
            for column in chosen.columns
        ],
        columns=["title", "name", "type", "mask"],
    )
    shown = {
        "title": st.column_config.TextColumn(_("Title"), width=86) if frame["title"].any() else None,
        "name": st.column_config.TextColumn(_("Column"), width=112),
        "type": st.column_config.TextColumn(_("Type"), width=60),
        "mask": st.column_config.TextColumn(_("Mask"), width=80) if chosen.is_masked else None,
    }
    key = f"{_KEY}_{chosen.dataset_id}_{chosen.name}"

    def on_select() -> None:
        choice: Any = st.session_state[key]
        for row in choice.selection.rows:
            insert(written(chosen.columns[row].name))

    st.dataframe(
        frame,
        key=key,
        hide_index=True,
        column_config=shown,
        on_select=on_select,
        selection_mode="single-row",
        row_height=_ROW_HEIGHT,
        height=_ROW_HEIGHT * (min(len(frame), _ROWS_IN_SIGHT) + 1) + 2,
    )


def type_words(kind: str) -> str:
    """A type of DuckDB in a reader's word; one that is not met often stays as it is."""
    if kind.startswith("DECIMAL"):
        return _("Fraction")
    return _(_TYPES[kind]) if kind in _TYPES else kind
