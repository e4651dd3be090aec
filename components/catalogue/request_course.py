"""The life of a request as a time line: one line a step, and what is expected next."""

import streamlit as st

from components.catalogue.course_line import course_line
from components.inert import inert
from data.codes import label
from data.language import _
from queries.cards.request_card import CourseStep, RequestCard

# Colour only where it means something: there, at risk, set back.
_ICONS = {
    "reminded": ("notifications", "orange"),
    "received_part": ("rule", "orange"),
    "received": ("check_circle", "green"),
    "refused": ("block", "red"),
    "taken_back": ("undo", "gray"),
}


def request_course(card: RequestCard) -> None:
    """Draw it up to the day of the card."""
    standing = card.standing
    with st.container(gap="xsmall"):
        heading = _("Asked for")
        course_line(standing.asked_date.isoformat(), f":blue[:material/mail:] **{heading}**")
        for step in card.steps:
            course_line(step.fact_date.isoformat(), _words(step))
        if standing.received_date is None:
            words = _("Was due {day}") if standing.due_date < card.as_of else _("Due {day}")
            colour = "red" if standing.due_date < card.as_of else "blue"
            told = words.format(day=standing.due_date.isoformat())
            course_line("", f":{colour}[:material/hourglass_top: **{told}**]")


def _words(step: CourseStep) -> str:
    icon, colour = _ICONS[step.kind]
    line = f":{colour}[:material/{icon}:] **{label('request_step', step.kind)}**"
    notes = " · ".join(inert(text) for text in (step.dataset, step.note, step.person) if text)
    return f"{line}  \n:small[:gray[{notes}]]" if notes else line
