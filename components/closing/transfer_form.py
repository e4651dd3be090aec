"""One matter of the transfer register: what is known of it, and completing it."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import bureau_now, engine
from data.closing.transferring import TransferError, TransferFacts, TransferSeen, keep_transfer
from data.language import _


def transfer_form(seen: TransferSeen) -> None:
    """Open the dialog for the matter as it was seen; the page behind it is drawn anew afterwards."""
    dialog(_("Transfer of {code}").format(code=seen.finding_code), width="large")(_draw)(seen)


def _draw(seen: TransferSeen) -> None:
    known, today = seen.facts, bureau_now().as_of
    st.markdown(f"**{inert(seen.title)}**")
    st.caption(
        _("{unit} · decided on {day}").format(unit=inert(seen.unit), day=seen.decided_date.isoformat())
    )
    left, right = st.columns(2)
    with left:
        body = st.text_input(_("Receiving body"), known.receiving_body, max_chars=400)
        matter = st.text_area(_("Matter"), known.matter, max_chars=2000, height=100)
        count = st.number_input(_("Persons"), 0, 10_000, known.person_count, placeholder="—")
        persons = st.text_area(
            _("Who they are"),
            known.persons,
            max_chars=2000,
            height=100,
            help=_("Names and posts, as in the letter. They are seen here alone, and no figure reads them."),
        )
    with right:
        number = st.text_input(
            _("Document number"),
            known.document_number,
            max_chars=64,
            placeholder=_("As the office gave it"),
        )
        sent = st.date_input(_("Date sent"), known.sent_date, max_value=today, format="YYYY-MM-DD")
        due = st.date_input(_("Answer due"), known.answer_due_date, format="YYYY-MM-DD")
        answered = st.date_input(_("Answered on"), known.result_date, max_value=today, format="YYYY-MM-DD")
        result = st.text_area(_("Result"), known.result, max_chars=2000, height=100)
    facts = TransferFacts(
        body or "", matter or "", persons or "", count, number or "", sent, due, result or "", answered
    )
    if st.button(_("Save"), type="primary", width="stretch") and attempted(
        lambda: keep_transfer(engine(), user_now(engine()), seen, facts), TransferError
    ):
        st.toast(_("Transfer registered"), icon=":material/check_circle:")
        st.rerun()
