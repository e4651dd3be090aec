"""我的信息: what is on record of the reader, and proposing a change of it."""

from datetime import date

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import bureau_now, current_user, engine
from components.team.staff_facts import staff_facts, value_words
from data.codes import EDUCATION, STAFF_FIELD, STAFF_RECORD, label
from data.engine import reading
from data.language import _
from data.local_time import in_china
from data.team.changes import (
    LONGEST_REASON,
    LONGEST_VALUE,
    StaffChangeError,
    WantedChange,
    changes_of,
    propose_change,
)
from data.team.own_staff import own_staff
from data.team.record_kinds import LISTS, PLAIN, YES, choices_of
from queries.cards.staff_card import staff_register


def own_file() -> None:
    """Draw the own data with their records; a change is proposed and decided on by personnel staff."""
    with reading(engine()) as connection:
        person = own_staff(connection, current_user().user_name)
        if person is None:
            card, changes = None, []
        else:
            card = staff_register(connection, person.staff_id, bureau_now().as_of)
            changes = changes_of(connection, person.staff_id)
    if card is None:
        st.info(
            _("Your account belongs to no member of the staff. The system administrator can say which."),
            icon=":material/person_off:",
        )
        return
    left, right = st.columns([3, 2])
    with left, st.container(border=True):
        staff_facts(card)
        if st.button(_("Propose a change"), icon=":material/edit:", key="propose_change"):
            dialog(_("Propose a change"), icon=":material/edit:")(_draw)()
    with right, st.container(border=True):
        st.subheader(_("What I proposed"))
        if not changes:
            st.caption(_("Nothing so far."))
        for change in changes:
            day = in_china(change.proposed_at).date().isoformat()
            words = _("{title}: {choice}").format(
                title=label("staff_field", change.field), choice=value_words(change.field, change.new_value)
            )
            st.markdown(f":gray[{day}] {inert(words)} {_answer(change.is_accepted)}")
            if change.note:
                st.caption(inert(change.note))


def _answer(is_accepted: bool | None) -> str:
    if is_accepted is None:
        words = _("waits for personnel staff")
        return f":orange[{words}]"
    words = _("accepted") if is_accepted else _("not accepted")
    return f":green[{words}]" if is_accepted else f":red[{words}]"


def _draw() -> None:
    field = str(
        st.selectbox(
            _("What is changed"), list(STAFF_FIELD), format_func=lambda code: label("staff_field", code)
        )
    )
    with st.form(f"propose_{field}", border=False):
        value = _value(field)
        day: date | None = None
        if field in STAFF_RECORD:
            day = st.date_input(_("From which day"), None, max_value=bureau_now().as_of, format="YYYY-MM-DD")
        reason = st.text_area(
            _("Ground and evidence"), max_chars=LONGEST_REASON, height=80, placeholder=_("Optional")
        )
        is_sent = st.form_submit_button(_("Propose"), type="primary", width="stretch")
    if is_sent and attempted(
        lambda: propose_change(engine(), user_now(engine()), WantedChange(field, value, day, reason)),
        StaffChangeError,
    ):
        st.rerun()


def _value(field: str) -> str:
    if field in PLAIN:
        return YES
    if field == "education" or field in LISTS:
        codes = EDUCATION if field == "education" else choices_of(field) or {}
        name = "education" if field == "education" else LISTS[field]
        return str(st.selectbox(_("New value"), list(codes), format_func=lambda code: label(name, code)))
    if field.endswith("_date"):
        day = st.date_input(
            _("New value"),
            None,
            min_value=date(1940, 1, 1),
            max_value=bureau_now().as_of,
            format="YYYY-MM-DD",
        )
        return day.isoformat() if day else ""
    return st.text_input(_("New value"), max_chars=LONGEST_VALUE)
