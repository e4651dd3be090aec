"""One loan of the archive in a line: how it stands, what was asked for, by whom and until when."""

from typing import Any

import streamlit as st

from components.inert import inert
from components.session import bureau_now
from data.codes import label
from data.language import _
from data.local_time import in_china

_LOOKS = {
    "asked": ("orange", "hourglass_top"),
    "lent": ("blue", "menu_book"),
    "loan_overdue": ("red", "error"),
    "given_back": ("green", "check_circle"),
    "refused": ("gray", "block"),
    "withdrawn": ("gray", "undo"),
}


def loan_line(loan: Any, *, with_borrower: bool = False) -> None:
    """Draw it."""
    asked = in_china(loan.asked_at).date().isoformat()
    who = [loan.display_name or loan.user_name] if with_borrower else []
    due = _("back by {day}").format(day=loan.due_date.isoformat())
    state = loan_state(loan)
    colour, icon = _LOOKS[state]
    st.markdown(
        f":{colour}-badge[:material/{icon}: {label('loan_state', state)}]  \n"
        f"**{inert(loan.archive_code)}** {inert(loan.title)}  \n"
        f":small[:gray[{inert(' · '.join([*who, loan.purpose, asked, due]))}]]",
        width="stretch",
    )


def loan_state(loan: Any) -> str:
    """As queries/relations/as_of/archive_loan_as_of.sql has it, on the present day."""
    if loan.withdrawn_at is not None:
        return "withdrawn"
    if loan.is_granted is None:
        return "asked"
    if not loan.is_granted:
        return "refused"
    if loan.returned_at is not None:
        return "given_back"
    return "loan_overdue" if loan.due_date < bureau_now().as_of else "lent"
