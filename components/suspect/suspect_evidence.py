"""The source rows that a suspect stands on, dataset by dataset, and the way to the hit itself."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import HIT_PAGE
from components.run.evidence_rows import evidence_rows
from components.session import bureau_now, current_user, engine
from data.engine import reading
from data.language import _
from queries.suspects.evidence import evidence_behind


def suspect_evidence(suspect_id: int) -> None:
    """Draw the rows that the reader may read, and say of the others why they are not there."""
    with reading(engine()) as connection:
        behind = evidence_behind(connection, current_user(), suspect_id)
    for place, part in enumerate(behind.parts):
        evidence_rows(part, key=f"evidence_{suspect_id}_{place}")
    for words in behind.faults:
        st.info(inert(words), icon=":material/lock:")
    if behind.number is not None:
        st.page_link(
            HIT_PAGE,
            label=_("The hit in its run"),
            icon=":material/fact_check:",
            query_params=address(None, bureau_now().as_of, run=str(behind.run_id), hit=str(behind.number)),
        )
    if not behind.parts and not behind.faults:
        st.caption(_("No source rows are recorded with this suspect: it was entered without its data."))
