"""Which columns of a dataset are masked for those who read it through masks, and since whose decision."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.attempted import attempted
from components.figures import NO_DATA
from components.frame.sign_in import user_now
from components.session import engine
from data.codes import COLUMN_MASK, label
from data.data_room.column_masks import is_stricter, set_mask
from data.engine import reading
from data.language import _
from data.local_time import in_china
from data.warehouse import DatasetFacts, StoredColumn, WarehouseError, newest
from data.warehouse.versions import MaskDecision, mask_decisions
from queries.data_room.people import called

_SHOWN = ""
_ROW_HEIGHT = 36
_TALLEST = 400  # px


def dataset_masks(facts: DatasetFacts, names: Mapping[str, str], *, is_owner: bool) -> None:
    """Draw the columns with their masks and the form that changes one: the data room only to stricter.

    `names` says what people are called.
    """
    with reading(engine()) as connection:
        version = newest(connection, facts.dataset_id)
        decided = mask_decisions(connection, facts.dataset_id)
    if version is None:
        return
    st.subheader(_("Masks"))
    st.caption(
        _("A mask holds in all versions, wherever the dataset is read: rows, columns, tests, queries, files.")
    )
    st.dataframe(
        _table(version.columns, decided, names),
        hide_index=True,
        row_height=_ROW_HEIGHT,
        height=min(_ROW_HEIGHT * (len(version.columns) + 1) + 2, _TALLEST),
    )
    columns = {column.name: column for column in version.columns}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        name = st.selectbox(
            _("Column"),
            list(columns),
            format_func=lambda code: columns[code].title or code,
            key="mask_column",
            width=220,
        )
        now = columns[name].mask
        offered = [
            mask
            for mask in (*COLUMN_MASK, _SHOWN)  # a thoughtless click hides
            if mask != (now or _SHOWN) and (is_owner or is_stricter(mask or None, now))
        ]
        mask = st.selectbox(
            _("Mask"),
            offered,
            format_func=lambda code: label("column_mask", code) if code else _("Shown as it is"),
            key=f"mask_{name}_{now}",
            width=180,
            disabled=not offered,
        )
        is_sent = st.button(_("Set the mask"), icon=":material/visibility_off:", disabled=not offered)
    if not offered:
        st.caption(_("This column is hidden entirely; its owner alone may show more of it."))
    if is_sent:
        _set(facts, name, mask or None)


def _set(facts: DatasetFacts, column: str, mask: str | None) -> None:
    if attempted(lambda: set_mask(engine(), user_now(engine()), facts.name, column, mask), WarehouseError):
        st.rerun()


def _table(
    columns: tuple[StoredColumn, ...], decided: dict[str, MaskDecision], names: Mapping[str, str]
) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Column"): column.title or column.name,
                _("Name in queries"): column.name,
                _("Mask"): label("column_mask", column.mask) if column.mask else _("Shown as it is"),
                _("Decided by"): _decision(decided.get(column.name.lower()), column, names),
            }
            # What is masked stands first: it is what one looks for.
            for column in sorted(columns, key=lambda entry: entry.mask is None)
        ]
    )


def _decision(decision: MaskDecision | None, column: StoredColumn, names: Mapping[str, str]) -> str:
    if decision is None:
        return _("came with the file") if column.mask else NO_DATA
    return f"{called(names, decision.set_by)} {in_china(decision.set_at):%Y-%m-%d}"
