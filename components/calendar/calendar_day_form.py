"""Correct one day of the calendar: an arrangement that was changed at short notice."""

from datetime import date

import streamlit as st
from sqlalchemy import Engine

from components.session import current_user
from data.access.roles import NotPermittedError
from data.language import _
from data.planning.calendar_change import CalendarDayError, change_day
from queries.planning.calendar_year import Day


def calendar_day_form(engine: Engine, days: list[Day], clicked: date | None) -> None:
    """Draw the form for a day of the year shown; a click in the grid chooses it."""
    key = f"calendar_day_{days[0].day.year}"
    if clicked is not None:
        st.session_state[key] = clicked
    with st.container(border=True):
        st.subheader(_("Correct a day"))
        chosen = st.date_input(
            _("Day"),
            value=days[0].day,
            min_value=days[0].day,
            max_value=days[-1].day,
            key=key,
            format="YYYY-MM-DD",
        )
        found = next((day for day in days if day.day == chosen), None)
        if found is None:
            return
        with st.form(f"calendar_day_form_{found.day}", border=False):
            works = st.radio(
                _("This day is"),
                [True, False],
                index=0 if found.is_working_day else 1,
                format_func=lambda value: _("working day") if value else _("day off"),
                horizontal=True,
            )
            name = st.text_input(_("Name of the holiday"), value=found.name or "", max_chars=40)
            is_asked = st.form_submit_button(_("Save the day"), icon=":material/save:")
        st.caption(
            _("Every working day from this one on is counted anew; the change is an event in the log.")
        )
        if not is_asked:
            return
        try:
            change_day(engine, current_user(), found.day, is_working_day=bool(works), name=name)
        except CalendarDayError as error:
            st.error(str(error), icon=":material/error:")
            return
        except NotPermittedError:
            st.error(
                _("This holds for the whole bureau: your account is bound to a part of it."),
                icon=":material/lock:",
            )
            return
        st.rerun()
