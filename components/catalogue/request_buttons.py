"""What data-room staff may do with a request: only what its state allows, and only as it stands today."""

from datetime import date

import streamlit as st

from components.attempted import attempted
from components.catalogue.keeping_now import keeping_now
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, current_user, engine
from data.codes import label
from data.data_room.requests import LONGEST_NOTE, RequestError, RequestStep, record_request_step
from data.engine import reading
from data.language import _, mark
from queries.cards.request_card import RequestCard, RequestStanding
from queries.data_room.choices import dataset_choices

_STEPS = {
    "received": (mark("Record receipt"), "check_circle"),
    "received_part": (mark("Record a part"), "rule"),
    "reminded": (mark("Record a reminder"), "notifications"),
    "refused": (mark("Record a refusal"), "block"),
    "taken_back": (mark("Take the record back"), "undo"),
}
# What each step entails, for whoever is about to record it.
_CONSEQUENCES = {
    "received": mark("Everything that was asked for is there. Counts from that day on."),
    "received_part": mark("Part of it is there; the rest is still owed and can become overdue."),
    "reminded": mark("Kept with the request; its due date stays."),
    "refused": mark("Counts as refused from that day on, until it is received after all."),
    "taken_back": mark("Receipt and refusal are taken off as if they had not been recorded; the steps stay."),
}
_NOTES = {
    "refused": mark("Reason that the unit gives"),
    "taken_back": mark("Why it is taken back"),
}


def request_buttons(card: RequestCard) -> None:
    """Draw the buttons; nothing for others."""
    if not keeping_now(card.as_of):
        return
    standing = card.standing
    if standing.received_date:
        offered = ["taken_back"]
    elif standing.refused_date:
        offered = ["received", "received_part", "reminded", "taken_back"]
    else:
        offered = ["received", "received_part", "reminded", "refused"]
    with st.container(horizontal=True, gap="small"):
        for kind in offered:
            title, icon = _STEPS[kind]
            if st.button(_(title), icon=f":material/{icon}:", key=f"request_{kind}"):
                dialog(label("request_step", kind))(_draw)(standing, kind)


def _draw(request: RequestStanding, kind: str) -> None:
    today = bureau_now().as_of
    st.text(f"{request.request_code} {request.requested}")
    st.caption(_(_CONSEQUENCES[kind]))
    datasets: dict[int, str] = {}
    if kind in {"received", "received_part"}:
        with reading(engine()) as connection:
            datasets = dataset_choices(connection, current_user())
    with st.form(f"request_step_{kind}", border=False):
        day: date = today
        if kind != "taken_back":
            day = st.date_input(
                _("Date of the fact"),
                today,
                min_value=request.asked_date,
                max_value=today,
                format="YYYY-MM-DD",
            )
        dataset = None
        if kind in {"received", "received_part"}:
            dataset = st.selectbox(
                _("Dataset that it became"),
                [None, *datasets],
                index=list(datasets).index(request.dataset_id) + 1 if request.dataset_id in datasets else 0,
                format_func=lambda number: datasets[number] if number else _("None yet"),
            )
        words = _(_NOTES[kind]) if kind in _NOTES else _("Note (optional)")
        note = st.text_area(words, max_chars=LONGEST_NOTE, height=100)
        is_sent = st.form_submit_button(_("Record"), type="primary", width="stretch")
    step = RequestStep(kind, day, note, dataset)
    if is_sent and attempted(
        lambda: record_request_step(engine(), user_now(engine()), request.data_request_id, step), RequestError
    ):
        st.rerun()
