"""The dialog that writes an entry of one's own diary, corrects one, or takes it back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, current_user, engine
from data.codes import WORK_MODE, label
from data.diary.entries import (
    LONGEST_WORDS,
    DiaryError,
    NewEntry,
    correct_entry,
    half_hours_of,
    own_projects,
    write_entry,
)
from data.diary.lock import first_open_day
from data.engine import reading
from data.language import _
from data.team.own_staff import own_staff


def entry_form(entry: Any | None = None) -> None:
    """Open the dialog for a new entry, or for correcting the one given."""
    title = _("Write an entry") if entry is None else _("Correct the entry")
    dialog(title, icon=":material/edit_note:")(_draw)(entry)


def _draw(entry: Any | None) -> None:
    today = bureau_now().as_of
    with reading(engine()) as connection:
        first = first_open_day(connection, today)
        person = own_staff(connection, current_user().user_name)
    day = st.date_input(
        _("Day of work"),
        entry.work_date if entry is not None else today,
        min_value=first,
        max_value=today,
        format="YYYY-MM-DD",
        help=_("Days before {day} are locked.").format(day=first.isoformat()),
    )
    with reading(engine()) as connection:
        projects = own_projects(connection, person.staff_id, day) if person is not None else {}
    named: dict[int | None, str] = {None: _("No project: other work")} | dict(projects)
    with st.form("diary_entry", border=False):
        project = st.selectbox(
            _("Audit project"),
            list(named),
            index=_place(list(named), entry),
            format_func=named.__getitem__,
        )
        left, right = st.columns(2)
        hours = left.number_input(
            _("Hours"), 0.5, 24.0, value=entry.half_hours / 2 if entry is not None else 8.0, step=0.5
        )
        mode = right.selectbox(
            _("Mode of work"),
            list(WORK_MODE),
            index=list(WORK_MODE).index(entry.mode) if entry is not None else 0,
            format_func=lambda code: label("work_mode", code),
        )
        done = st.text_area(
            _("Work done"), entry.done if entry is not None else "", max_chars=LONGEST_WORDS, height=120
        )
        is_sent = st.form_submit_button(
            _("Write") if entry is None else _("Correct"), type="primary", width="stretch"
        )
    if entry is not None and st.button(_("Take the entry back"), icon=":material/undo:", type="tertiary"):
        _save(entry, lambda: NewEntry(entry.work_date, entry.project_id, entry.mode, 0, entry.done))
    if is_sent:
        _save(entry, lambda: NewEntry(day, project, str(mode), half_hours_of(hours), done))


def _place(projects: list[int | None], entry: Any | None) -> int:
    if entry is not None:
        return projects.index(entry.project_id) if entry.project_id in projects else 0
    return 1 if len(projects) > 1 else 0


def _save(entry: Any | None, wanted: Callable[[], NewEntry]) -> None:
    user = user_now(engine())

    def act() -> int:
        if entry is None:
            return write_entry(engine(), user, wanted())
        return correct_entry(engine(), user, entry.diary_entry_id, wanted())

    if attempted(act, DiaryError):
        st.rerun()


def days_written(entries: list[Any]) -> dict[date, float]:
    """Hours by day of entries."""
    found: dict[date, float] = {}
    for entry in entries:
        found[entry.work_date] = found.get(entry.work_date, 0) + entry.half_hours / 2
    return found
