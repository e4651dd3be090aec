"""What the columns of an ad hoc file hold: types found, examples, and why some stay text."""

import pandas as pd
import streamlit as st

from components.upload.column_mapping import sample_words
from data.codes import label
from data.language import _, mark
from data.uploads import ColumnKind, Proposal
from data.uploads.sampling import sampled_kinds

_ROW_HEIGHT = 36
_ROWS_IN_SIGHT = 12
_HOLDS = {
    "text": mark("Text"),
    "whole": mark("Whole number"),
    "decimal": mark("Fraction"),
    "money": mark("Amount"),
    "date": mark("Date"),
    "moment": mark("Time"),
    "flag": mark("Yes or no"),
    "binary": mark("Shape"),
}


def inferred_columns(proposal: Proposal) -> None:
    """Draw the table, told from the first rows."""
    kinds = sampled_kinds(proposal)
    frame = pd.DataFrame(
        [
            (
                proposal.headings[place],
                kind.name,
                _(_HOLDS[kind.type]),
                _why(kind, proposal, place),
                sample_words(proposal, place),
            )
            for place, kind in enumerate(kinds)
        ],
        columns=["heading", "name", "type", "why", "sample"],
    )
    st.dataframe(
        frame,
        hide_index=True,
        row_height=_ROW_HEIGHT,
        height=_ROW_HEIGHT * (min(len(frame), _ROWS_IN_SIGHT) + 1) + 2,
        column_config={
            "heading": st.column_config.TextColumn(_("Heading")),
            "name": st.column_config.TextColumn(_("Name in queries")),
            "type": st.column_config.TextColumn(_("Type"), width=90),
            "why": st.column_config.TextColumn(_("Why"), width="medium"),
            "sample": st.column_config.TextColumn(_("Examples"), width="large"),
        },
    )
    st.caption(
        _(
            "Told from the first rows. When the file is brought in, all values decide: a column with a single"
            " value that does not fit stays text, and no value is lost."
        )
    )


def _why(kind: ColumnKind, proposal: Proposal, place: int) -> str:
    values = [row[place] for row in proposal.sample_rows if place < len(row) and row[place]]
    if kind.mask:
        return _("{what}: stays as written, masked for others").format(what=label("column_mask", kind.mask))
    if kind.type == "money":
        return _("Amount in {unit}, kept to the fen").format(unit=kind.unit)
    if kind.type != "text":
        return ""
    if not values:
        return _("Empty in the first rows")
    if all(value.strip().isdigit() for value in values if value):
        return _("Digits that name something: leading zeros and all digits are kept")
    return ""
