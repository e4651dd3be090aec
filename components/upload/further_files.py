"""The other files in hand: they go into the same dataset, one after another, each by its own headings."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.figures import NO_DATA, show
from components.upload.column_mapping import Mapped
from components.upload.reading_file import proposal_of
from components.upload.target_choice import Target
from data.dataset_types import ADHOC, DatasetColumn, DatasetType, adhoc_type
from data.language import LANGUAGES, _, listed
from data.mapping.closest_type import lacks
from data.mapping.proposing import propose_mapping
from data.transfers import Transfer
from data.uploads import Choices, Proposal
from data.uploads.sampling import sampled_kinds

_ROW_HEIGHT = 36


def further_files(
    others: Sequence[Transfer], first: Proposal, chosen: Choices, target: Target, mapped: Mapped | None
) -> list[Transfer]:
    """Draw how each of them would be read; those that can follow. The others are left out and wait."""
    dataset_type = mapped.dataset_type if mapped else _as_type(first)
    lines, following = [], []
    for transfer in others:
        found = proposal_of(transfer, chosen)
        line = {"file": transfer.original_name, "matched": NO_DATA, "left": "", "fault": ""}
        if isinstance(found, str):
            line["fault"] = found
        elif found.headings == first.headings:
            line["matched"] = _("the same headings")
        else:
            mapping = propose_mapping(dataset_type, found.headings, found.sample_rows, _known(first, mapped))
            line["matched"] = _("{count} of {all}").format(
                count=len(mapping.matches), all=len(found.headings)
            )
            line["left"] = listed(mapping.unused)
            if missing := lacks(dataset_type, mapping):
                line["fault"] = _("missing: {names}").format(names=listed(missing))
        if not line["fault"]:
            following.append(transfer)
        lines.append(line)
    title = _("Then, one after another, the other {count} files").format(count=len(others))
    st.markdown(f"**{title}**")
    st.dataframe(
        pd.DataFrame(lines),
        hide_index=True,
        row_height=_ROW_HEIGHT,
        height="content",
        column_config={
            "file": st.column_config.TextColumn(_("File")),
            "matched": st.column_config.TextColumn(_("Headings recognised"), width="small"),
            "left": st.column_config.TextColumn(
                _("Become new columns") if target.dataset_type == ADHOC else _("Not used")
            ),
            "fault": st.column_config.TextColumn(_("What hinders"), width="medium"),
        },
    )
    if left_out := len(others) - len(following):
        st.warning(
            _(
                "{count} of them cannot follow and are left out. They go on waiting: take each in afterwards,"
                " say which of its headings is which column, and add it to the dataset."
            ).format(count=show(left_out, "count")),
            icon=":material/call_split:",
        )
    st.caption(
        _(
            "The encoding of each is found by itself. Where a file is refused, those before it stay in and"
            " those after it go on waiting."
        )
    )
    return following


def _as_type(first: Proposal) -> DatasetType:
    """The columns that the first file will make, as a type."""
    return adhoc_type(
        DatasetColumn(kind.name, kind.type, dict.fromkeys(LANGUAGES, kind.title))
        for kind in sampled_kinds(first)
    )


def _known(first: Proposal, mapped: Mapped | None) -> dict[str, set[str]] | None:
    """Values of the first file: they tell a renamed column of an ad hoc dataset again."""
    if mapped is not None:
        return None
    return {
        name: {cell for row in first.sample_rows if (cell := row[place])}
        for place, name in enumerate(first.columns)
    }
