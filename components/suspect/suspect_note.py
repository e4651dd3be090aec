"""What a suspect teaches of its model: written down where it was learned, read on the model's page."""

import streamlit as st

from components.model.note_form import note_form
from components.session import current_user
from data.access.roles import can
from data.audit_models.notes import ACTION
from data.language import _
from queries.cards.suspect_card import SuspectStanding

_ANSWERED = {"confirmed", "partly_confirmed", "not_confirmed", "in_ledger"}


def suspect_note(standing: SuspectStanding) -> None:
    """Draw the button, once the suspect has been answered; a quick test has no model to learn."""
    is_learned = standing.suspect_state in _ANSWERED and standing.model_sector is not None
    if not is_learned or not can(current_user(), ACTION):
        return
    if st.button(_("Write down what was learned"), icon=":material/edit_note:", key="suspect_note_write"):
        note_form(standing.model_code, standing.suspect_id)
