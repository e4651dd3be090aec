"""What checking found in the file of one version, by rule and by line."""

import streamlit as st

from components.dataset.version_choice import version_choice
from components.inert import inert
from components.upload.check_report import check_report
from data.dataset_types import ADHOC
from data.language import _
from queries.cards.dataset_card import DatasetCard


def dataset_report(card: DatasetCard) -> None:
    """Draw the choice of the version and its report."""
    version = version_choice(card)
    said = _("The file “{name}”: {rows} rows in the version, {refused} refused.").format(
        name=version.original_name, rows=f"{version.row_count:,}", refused=f"{version.refused_count:,}"
    )
    st.caption(inert(said))
    if card.facts.dataset_type != ADHOC and "rules" not in version.report:
        st.info(
            _(
                "This version was never checked: it came in without the rules of its type, so nothing is said"
                " of its quality here. Bring the file in once more to have it checked."
            ),
            icon=":material/rule:",
        )
        return
    check_report(version, card.access)
