"""The cases of a model: small examples of what it has to flag, let pass, or leave unjudged."""

import streamlit as st

from components.authoring.working import Working
from data.language import _

_HEIGHT = 420
_LONGEST = 60_000


def cases_form(work: Working, cases: str) -> str:
    """Draw it; returns the cases as they stand."""
    st.caption(
        _(
            "At least one case that has to be flagged and one that must not; each says why. Rows name only"
            " the columns that matter, money in fen; the check tries all of them."
        )
    )
    told = str(
        st.text_area(_("Cases (TOML)"), cases, height=_HEIGHT, max_chars=_LONGEST, key=work.key("cases"))
    )
    titles = {
        "flagged": _("Case that has to be flagged"),
        "clean": _("Case that must not be flagged"),
        "skipped": _("Case that cannot be judged"),
    }
    with st.container(horizontal=True):
        for outcome, title in titles.items():
            if st.button(title, icon=":material/add:", key=work.key(f"case_{outcome}")):
                work.asked = outcome
    return told
