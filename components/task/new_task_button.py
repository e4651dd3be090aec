"""The button and dialog that set a task or enter a resolution of the audit committee."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.one_of import one_of
from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.codes import TASK_KIND
from data.language import _
from data.planning.task_rules import LONGEST_NOTE, LONGEST_TITLE, NewTask, TaskError
from data.planning.tasks import set_task
from queries.administration.binding_choices import binding_choices


def new_task_button() -> None:
    """Draw the button for those who keep the plan; nothing for others."""
    if not can(current_user(), "maintain-plan"):
        return
    if st.button(_("New task"), icon=":material/add_task:", key="new_task"):
        dialog(_("New task"), icon=":material/add_task:")(_draw)()


def _draw() -> None:
    today, user = bureau_now().as_of, current_user()
    choices = binding_choices(engine())
    with st.form("new_task_form", border=False):
        kind = one_of(
            _("Kind of task"),
            {code: _(words) for code, words in TASK_KIND.items()},
            key="task_kind",
            first="task",
        )
        title = st.text_input(_("Task"), max_chars=LONGEST_TITLE)
        requirement = st.text_area(
            _("What counts as done"), max_chars=LONGEST_NOTE, height=80, placeholder=_("Optional")
        )
        origin = st.text_input(
            _("Set by"), max_chars=LONGEST_TITLE, placeholder=_("Meeting or document; needed for resolutions")
        )
        left, right = st.columns(2)
        section = left.selectbox(
            _("Section"),
            [None, *choices.sections] if user.section_code is None else [user.section_code],
            format_func=lambda code: choices.sections[code] if code else _("Several or none"),
        )
        region = right.selectbox(
            _("Region"),
            [None, *choices.regions],
            index=[None, *choices.regions].index(user.region_code),
            format_func=lambda code: choices.regions[code] if code else _("None"),
        )
        person = left.text_input(_("Person in charge"), max_chars=100)
        year = right.number_input(_("Plan year"), 2000, 2100, today.year, format="%d")
        set_date = left.date_input(_("Date set"), today, max_value=today, format="YYYY-MM-DD")
        due_date = right.date_input(_("Limit"), None, format="YYYY-MM-DD")
        is_sent = st.form_submit_button(_("Set the task"), type="primary", width="stretch")
    if not is_sent:
        return
    task = NewTask(
        kind=kind,
        title=title,
        year=int(year),
        set_date=set_date,
        due_date=due_date,
        requirement=requirement,
        section_code=section,
        region_code=region,
        responsible_person=person,
        origin=origin,
    )
    if attempted(lambda: set_task(engine(), user_now(engine()), task), TaskError):
        st.rerun()
