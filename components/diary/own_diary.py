"""我的日志: the own entries of the last days, what is missing, writing and correcting them."""

from datetime import date, timedelta
from typing import Any

import streamlit as st

from components.attachments import attachments
from components.dialog import dialog
from components.diary.entry_form import days_written, entry_form
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import bureau_now, current_user, engine
from data.attachments import attachments_of
from data.codes import label
from data.diary.entries import SUBJECT, attach_to_entry, entries_of, history_of, take_from_entry
from data.diary.lock import first_open_day, working_days
from data.engine import reading
from data.language import _, mark
from data.local_time import in_china
from data.team.own_staff import own_staff

_SHOWN_DAYS = 21
_WEEKDAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))


def own_diary() -> None:
    """Draw the own entries, day by day, the newest first; the open days without one are said."""
    today = bureau_now().as_of
    with reading(engine()) as connection:
        person = own_staff(connection, current_user().user_name)
        if person is not None:
            entries = entries_of(connection, person.staff_id, today - timedelta(days=_SHOWN_DAYS), today)
            first = first_open_day(connection, today)
            missing = working_days(connection, first, today) - set(days_written(entries))
    if person is None:
        st.info(
            _("Your account belongs to no member of the staff. The system administrator can say which."),
            icon=":material/person_off:",
        )
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(_("Write an entry"), icon=":material/edit_note:", type="primary", key="new_entry"):
            entry_form()
        st.caption(_("Days before {day} are locked.").format(day=first.isoformat()))
    if missing:
        days = "、".join(f"{day:%m-%d}" for day in sorted(missing))
        st.warning(_("No entry yet for: {days}").format(days=days), icon=":material/event_busy:")
    if not entries:
        st.info(_("No entry in the last three weeks."), icon=":material/edit_note:")
    hours = days_written(entries)
    for day, of_day in _by_day(entries):
        with st.container(border=True, gap="small"):
            worked = f"{hours[day]:g}"
            weekday = _(_WEEKDAYS[day.weekday()])
            told = _("{hours} hours").format(hours=worked)
            st.markdown(f"**{day.isoformat()}** {weekday} :gray[{told}]")
            for entry in of_day:
                _entry(entry, is_open=day >= first)


def _by_day(entries: list[Any]) -> list[tuple[date, list[Any]]]:
    found: dict[date, list[Any]] = {}
    for entry in entries:
        found.setdefault(entry.work_date, []).append(entry)
    return list(found.items())


def _entry(entry: Any, *, is_open: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        mode = label("work_mode", entry.mode)
        words = _("{hours} hours").format(hours=f"{entry.half_hours / 2:g}")
        project = inert(entry.project) if entry.project else _("No project: other work")
        corrected = _("corrected")
        note = f" · :orange[{corrected}]" if entry.replaces_id is not None else ""
        st.markdown(
            f"{inert(entry.done)}  \n:small[:gray[{words} · {mode} · {project}]]{note}", width="stretch"
        )
        if is_open and st.button(_("Correct"), icon=":material/edit:", key=f"correct_{entry.diary_entry_id}"):
            entry_form(entry)
        if st.button(_("Evidence"), icon=":material/attach_file:", key=f"evidence_{entry.diary_entry_id}"):
            dialog(_("Evidence and history"))(_evidence)(entry, is_open)


def _evidence(entry: Any, is_open: bool) -> None:
    number, user, database = entry.diary_entry_id, user_now(engine()), engine()
    with reading(database) as connection:
        history = history_of(connection, number)
        files = [file for row in history for file in attachments_of(connection, SUBJECT, row.diary_entry_id)]
    attach = None
    if is_open:

        def attach(name: str, content: bytes, note: str) -> int:
            return attach_to_entry(database, user, number, name, content, note=note)

    attachments(
        files,
        lambda attachment_id: take_from_entry(database, user, attachment_id),
        attach,
        key=f"diary_{number}",
    )
    if len(history) > 1:
        st.subheader(_("What it said before"))
        for row in history[1:]:
            told = in_china(row.recorded_at).strftime("%Y-%m-%d %H:%M")
            hours = _("{hours} hours").format(hours=f"{row.half_hours / 2:g}")
            st.markdown(f":gray[{told}] {row.work_date.isoformat()} {hours}  \n{inert(row.done)}")
