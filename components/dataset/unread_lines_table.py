"""Lines of a version's file that could not be read as rows at all, with the reason."""

import pandas as pd
import streamlit as st

from components.dataset.rows_grid import ROW_HEIGHT
from components.dataset.version_choice import version_words
from components.inert import inert
from data.language import _
from data.warehouse import unread_of
from queries.cards.dataset_card import DatasetCard
from queries.datasets.faulty_lines import MOST_LINES, unread_lines

_IN_SIGHT = 8


def unread_lines_table(card: DatasetCard) -> None:
    """Draw them for each version that has any, the newest first."""
    left_out = [version for version in reversed(card.versions) if unread_of(version) is not None]
    if not left_out:
        return
    heading = _("Lines that could not be read as rows")
    st.markdown(f"**{heading}**")
    st.caption(
        _(
            "They have no columns yet, so they are not corrected here: put them right in a file of their own"
            " with the same headings, and add that to the dataset."
        )
    )
    hidden = _("not shown through masks")
    numbers = st.column_config.NumberColumn(_("Line in the file"), format="localized", width=90)
    for version in left_out:
        lines = unread_lines(version, card.access)
        with st.expander(inert(version_words(version)), expanded=version == left_out[0]):
            st.dataframe(
                pd.DataFrame(
                    [(line.line, line.reason, hidden if line.text is None else line.text) for line in lines],
                    columns=["line", "reason", "text"],
                ),
                hide_index=True,
                column_config={
                    "line": numbers,
                    "reason": st.column_config.TextColumn(_("Reason"), width="medium"),
                    "text": st.column_config.TextColumn(_("Text of the line"), width="large"),
                },
                row_height=ROW_HEIGHT,
                height=ROW_HEIGHT * (min(len(lines), _IN_SIGHT) + 1) + 2,
                key=f"unread_{version.version_id}",
            )
            if len(lines) == MOST_LINES:
                st.caption(_("The first {count} are shown.").format(count=f"{MOST_LINES:,}"))
