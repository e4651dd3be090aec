"""The source rows behind a hit, dataset by dataset; more of them for who asks."""

import streamlit as st

from components.figures import show
from components.run.evidence_rows import evidence_rows
from data.language import _
from queries.audit_models.evidence import MOST_ROWS, EvidenceRows, evidence_of
from queries.audit_models.hits import SeenRun


def hit_evidence(seen: SeenRun, number: int) -> None:
    """Draw them."""
    key = f"evidence_{seen.facts.run_id}_{number}"
    is_more = bool(st.session_state.get(f"{key}_more"))
    parts = evidence_of(seen, number, MOST_ROWS) if is_more else evidence_of(seen, number)
    for place, part in enumerate(parts):
        with st.container(border=True):
            evidence_rows(part, key=f"{key}_{place}_{is_more}")
    if not is_more and any(_has_more(part) for part in parts):
        count = show(MOST_ROWS, "count")
        words = _("Show up to {count} rows of each").format(count=count)
        st.button(words, icon=":material/expand_more:", key=f"{key}_ask", on_click=_ask, args=(key,))


def _has_more(part: EvidenceRows) -> bool:
    return part.count > len(part.rows) and not part.fault


def _ask(key: str) -> None:
    st.session_state[f"{key}_more"] = True
