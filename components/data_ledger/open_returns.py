"""What has to come back and is still out, the longest overdue first; who keeps the data room closes it."""

from datetime import date

import streamlit as st

from components.data_ledger.close_movement import close_movement
from components.figures import show
from components.inert import inert
from data.codes import label
from data.data_room.movement_closing import OpenMovement
from data.language import _

_SHOWN = 10


def open_returns(still_out: tuple[OpenMovement, ...], day: date, user_name: str) -> None:
    """Draw the list. What the reader took is closed by another person: it has no button."""
    overdue = sum(1 for moved in still_out if moved.days_overdue(day))
    with st.container(border=True):
        heading = _("Still out, to be returned or destroyed")
        st.markdown(f"**{heading}**")
        if not still_out:
            st.markdown(":green[✓] " + _("Everything has come back."))
        elif not overdue:
            st.markdown(":green[✓] " + _("Nothing is overdue."))
        is_all = len(still_out) > _SHOWN and st.toggle(
            _("Show all {count}").format(count=len(still_out)), key="open_returns_all"
        )
        for moved in still_out if is_all else still_out[:_SHOWN]:
            _line(moved, day, is_own=moved.taker == user_name)


def _line(moved: OpenMovement, day: date, *, is_own: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        kind, number = label("movement_kind", moved.kind), moved.line
        line = _("line {line}").format(line=number)
        people = inert(moved.counterparty)
        st.markdown(
            f"{inert(moved.described)}  \n:small[:gray[{line} · {kind} {moved.fact_date} · {people}]]",
            width="stretch",
        )
        days = moved.days_overdue(day)
        if days:
            words = _("overdue by {days}").format(days=show(days, "days"))
            st.markdown(f":red[:material/error: **{words}**]")
        else:
            st.markdown(f":gray[{_due(moved)}]")
        if is_own:
            st.caption(_("Another person closes it."))
        elif st.button(
            _("Returned or destroyed"), icon=":material/assignment_return:", key=f"close_{number}"
        ):
            close_movement(moved)


def _due(moved: OpenMovement) -> str:
    return _("due {day}").format(day=moved.return_due_date)
