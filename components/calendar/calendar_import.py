"""Bring the calendar of another year: what it would change first, then all of it or nothing."""

import streamlit as st
from sqlalchemy import Engine

from components.inert import inert
from components.session import current_user
from data.access.roles import NotPermittedError
from data.intake.refused import FileRefusedError
from data.language import _, listed
from data.planning.calendar_change import YearChange, import_calendar, preview
from data.planning.calendar_file import CalendarFile, read_calendar_file

_ROUND = "calendar_import_round"  # part of the uploader's key: a new number empties it
_DONE = "calendar_import_done"


def calendar_import(engine: Engine) -> None:
    """Draw the uploader, what the file would do, and the button."""
    with st.container(border=True):
        st.subheader(_("Import a year"))
        st.caption(
            _(
                "The yearly arrangement of holidays as JSON, or as CSV with three columns named in the "
                "guide: only the days off and the days made up for."
            )
        )
        uploaded = st.file_uploader(
            _("Calendar file"),
            type=["json", "csv"],
            max_upload_size=1,
            key=f"calendar_file_{st.session_state.setdefault(_ROUND, 0)}",
            label_visibility="collapsed",
        )
        if uploaded is None:
            if done := st.session_state.get(_DONE):
                st.success(done, icon=":material/task_alt:")
            return
        st.session_state.pop(_DONE, None)
        try:
            file = read_calendar_file(uploaded.name, uploaded.getvalue())
            years = preview(engine, file)
        except FileRefusedError as refusal:
            st.error(_("This file is refused as a whole."), icon=":material/block:")
            st.text(str(refusal))
            return
        for year in years:
            _say(year)
        _button(engine, file, years)


def _say(year: YearChange) -> None:
    words = (
        _("{year}: new, {days} working days")
        if year.is_new
        else _("{year}: in the calendar already, {days} working days")
    )
    st.markdown(f"**{words.format(year=year.year, days=year.working_days)}**")
    if year.is_new:
        made_up = [f"{entry.day:%m-%d}" for entry in year.special_days if entry.is_working_day]
        off = len(year.special_days) - len(made_up)
        st.caption(
            _("{off} days off by name; made up for on {made_up}").format(
                off=off, made_up=listed(made_up) or "—"
            )
        )
        return
    if not year.changes:
        st.caption(_("Nothing would change."))
    for change in year.changes:
        before, after = _day(change.before), _day(change.after)
        st.markdown(f":small[{change.day.isoformat()} {before} → {after}]")


def _day(state: tuple[bool, str | None] | None) -> str:
    works, name = state or (False, None)
    words = _("working day") if works else _("day off")
    return f"{words} {inert(name)}" if name else words


def _button(engine: Engine, file: CalendarFile, years: tuple[YearChange, ...]) -> None:
    is_needed = any(year.is_new or year.changes for year in years)
    if not st.button(
        _("Import this calendar"),
        type="primary",
        icon=":material/upload:",
        disabled=not is_needed,
        key="calendar_import_now",
    ):
        return
    try:
        event_id = import_calendar(engine, file, current_user())
    except FileRefusedError as refusal:
        st.error(str(refusal), icon=":material/block:")
        return
    except NotPermittedError:
        st.error(
            _("This holds for the whole bureau: your account is bound to a part of it."),
            icon=":material/lock:",
        )
        return
    st.session_state[_DONE] = _("Imported: {years}; event {event_id} in the log").format(
        years=listed(str(year.year) for year in years), event_id=event_id
    )
    st.session_state[_ROUND] += 1
    st.rerun()
