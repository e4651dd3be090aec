"""Deciding with a reason that findings repeat an earlier one, or that they only look like it."""

from collections.abc import Sequence

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import engine
from data.engine import reading
from data.language import _
from data.ledger.deciding_repeats import RepeatDecisionError, decide_repeats, decided_until
from queries.repeats.candidates import Candidate


def decide_dialog(chosen: Sequence[Candidate], *, is_repeat: bool) -> None:
    """Open it for all of them; the page behind it is drawn anew once they are decided."""
    with reading(engine()) as connection:
        seen = decided_until(connection, [line.finding_id for line in chosen])
    priors = {line.finding_id: line.prior_finding_id for line in chosen}

    def form() -> None:
        st.markdown(
            _("Each is linked to the finding before it, and counts as a repeat from today.")
            if is_repeat
            else _("They will not be proposed again. What was decided stays in their history.")
        )
        reason = st.text_area(_("Reason"), max_chars=1000, key="repeat_reason")
        if st.button(_("Decide"), type="primary", key="repeat_decide") and attempted(
            lambda: decide_repeats(
                engine(), user_now(engine()), priors, seen, is_repeat=is_repeat, reason=reason or ""
            ),
            RepeatDecisionError,
        ):
            st.rerun()

    title = _("Confirm repeat findings") if is_repeat else _("These are no repeats")
    dialog(title)(form)()
