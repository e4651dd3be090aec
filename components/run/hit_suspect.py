"""Whether a hit is a suspect: the way to its card, or the button that makes it one."""

import streamlit as st

from components.address import address
from components.navigation import SUSPECT_PAGE
from components.run.register_hits_button import register_hit_button
from components.session import bureau_now, engine
from data.codes import label
from data.engine import reading
from data.language import _
from queries.audit_models.hit_states import hit_states
from queries.audit_models.hits import SeenRun, hit


def hit_suspect(seen: SeenRun, number: int) -> None:
    """Draw it."""
    with reading(engine()) as connection:
        standing = hit_states(connection, seen, [hit(seen, number, is_masked=False)]).get(number)
    if standing is None:
        register_hit_button(seen, number)
        return
    words = _("Suspect {number}: {state}").format(
        number=standing.suspect_id, state=label("suspect_state", standing.state)
    )
    parts = address(None, bureau_now().as_of, id=str(standing.suspect_id))
    st.page_link(SUSPECT_PAGE, label=words, icon=":material/search_insights:", query_params=parts)
