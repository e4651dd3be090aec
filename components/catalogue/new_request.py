"""The button and dialog that ask a unit for data."""

from datetime import timedelta

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.data_room.requests import ACTION, LONGEST_REQUEST, NewRequest, RequestError, ask_unit
from data.engine import reading
from data.language import _
from queries.administration.binding_choices import binding_choices
from queries.data_room.choices import project_choices, unit_choices

_DAYS = timedelta(days=14)  # offered; what is set counts


def new_request() -> None:
    """Draw the button for data-room staff; nothing for others."""
    if not can(current_user(), ACTION):
        return
    if st.button(_("New request"), icon=":material/mail:", key="new_request"):
        dialog(_("Ask a unit for data"), icon=":material/mail:")(_draw)()


def _draw() -> None:
    today, user = bureau_now().as_of, current_user()
    sections = binding_choices(engine()).sections
    with reading(engine()) as connection:
        units = unit_choices(connection, user)
        projects = project_choices(connection, user, today)
    with st.form("new_request_form", border=False):
        unit = st.selectbox(
            _("Unit"), list(units), index=None, format_func=units.__getitem__, placeholder=_("Choose a unit")
        )
        requested = st.text_input(_("What is asked for"), max_chars=LONGEST_REQUEST)
        project = st.selectbox(
            _("Audit project"),
            [None, *projects],
            format_func=lambda number: projects[number] if number else _("None"),
        )
        section = st.selectbox(
            _("Section"),
            [None, *sections] if user.section_code is None else [user.section_code],
            format_func=lambda code: sections[code] if code else _("That of the project"),
        )
        left, right = st.columns(2)
        asked = left.date_input(_("Asked on"), today, max_value=today, format="YYYY-MM-DD")
        due = right.date_input(_("To be provided by"), today + _DAYS, format="YYYY-MM-DD")
        is_sent = st.form_submit_button(_("Ask for it"), type="primary", width="stretch")
    if not is_sent:
        return
    if unit is None:
        st.error(_("Choose the unit that is asked."), icon=":material/error:")
        return
    request = NewRequest(unit, requested, asked, due, project, section)
    if attempted(lambda: ask_unit(engine(), user_now(engine()), request), RequestError):
        st.rerun()
