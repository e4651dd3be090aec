"""The versions of a dataset, newest first; a chosen one with its file, its digest and whether it is sound."""

from typing import Any

import pandas as pd
import streamlit as st

from components.dataset.rows_grid import ROW_HEIGHT
from components.dataset.version_choice import change_words
from components.dataset.version_facts import version_facts
from data.codes import label
from data.language import _
from data.local_time import in_china
from queries.cards.dataset_card import DatasetCard

_IN_SIGHT = 10
_BASIS_POINTS = 10_000


def dataset_versions(card: DatasetCard) -> None:
    """Draw the table, and below it the version that was chosen, the newest where none was."""
    every = list(reversed(card.versions))
    frame = pd.DataFrame(
        [
            (
                version.number,
                change_words(version.number, version.change),
                version.row_count,
                version.refused_count,
                None
                if version.quality_basis_points is None
                else version.quality_basis_points / _BASIS_POINTS,
                version.original_name,
                card.person(version.loaded_by),
                in_china(version.loaded_at),
                label("delivery", version.delivery),
                version.encoding or version.sheet or "",
                version.original_sha256,
            )
            for version in every
        ],
        columns=[
            "number",
            "change",
            "rows",
            "refused",
            "quality",
            "file",
            "by",
            "at",
            "delivery",
            "read_as",
            "sha256",
        ],
    ).astype({"quality": "Float64"})
    choice: Any = st.dataframe(
        frame,
        key=f"dataset_versions_{every[0].version_id}",
        hide_index=True,
        placeholder="—",
        column_config={
            "number": st.column_config.NumberColumn(_("Version"), format="%d", width=60),
            "change": st.column_config.TextColumn(_("Change"), width=80),
            "rows": st.column_config.NumberColumn(_("Number of rows"), format="localized", width=90),
            "refused": st.column_config.NumberColumn(_("Rows refused"), format="localized", width=80),
            "quality": st.column_config.NumberColumn(_("Quality"), format="percent", width=80),
            "file": st.column_config.TextColumn(_("File"), width="medium"),
            "by": st.column_config.TextColumn(_("Brought by"), width=90),
            "at": st.column_config.DatetimeColumn(_("Time"), format="YYYY-MM-DD HH:mm", width=140),
            "delivery": st.column_config.TextColumn(_("Came by"), width=80),
            "read_as": st.column_config.TextColumn(_("Encoding or sheet"), width=100),
            "sha256": st.column_config.TextColumn("SHA-256", width=120),
        },
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
        row_height=ROW_HEIGHT,
        height=ROW_HEIGHT * (min(len(frame), _IN_SIGHT) + 1) + 2,
    )
    picked = [*choice.selection.rows, *(row for row, __ in choice.selection.cells)]
    version_facts(card, every[picked[0]] if picked else every[0])
