"""The hits by the group of the model; a click narrows the hits below to that group."""

from typing import Any

import pandas as pd
import streamlit as st

from components.address_parameter import forget_pages
from components.figures import show
from components.kpi.ledger_table import chosen_row
from data.language import _
from queries.audit_models.hits import SeenRun, hits_by_group
from queries.audit_models.said import in_words

_HEIGHT = 380  # px
_ROWS = 9


def hit_groups(seen: SeenRun) -> None:
    """Draw them, the most hits first."""
    model = seen.model
    found = hits_by_group(seen)
    if not found or model.group is None:
        return
    column = model.columns[model.group]
    title = str(column.title)
    heading = _("Hits by {group}").format(group=title)
    st.markdown(f"**{heading}**")
    frame = pd.DataFrame(
        {
            "group": [in_words(column, name) or _("Not filled in") for name, *__ in found],
            "hits": [hits for __, hits, ___ in found],
            "amount": [show(fen, "fen") for *__, fen in found],
        }
    )
    choice: Any = st.dataframe(
        frame,
        key=f"groups_{seen.facts.run_id}_{st.query_params.get('group', '')}",
        hide_index=True,
        height="content" if len(frame) <= _ROWS else _HEIGHT,
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
        column_order=["group", "hits", "amount"] if model.amount else ["group", "hits"],
        column_config={
            "group": st.column_config.TextColumn(title, width=150),
            "hits": st.column_config.NumberColumn(_("Hits"), format="localized", width=60),
            "amount": st.column_config.TextColumn(_("Amount"), width=120),
        },
    )
    if (chosen := chosen_row(choice)) is not None:
        forget_pages()
        st.query_params["group"] = found[chosen][0]  # "" is a group too
        st.rerun()
