"""The course of a suspect: a line per step with its day, who took it, what it said, and what is awaited."""

from datetime import date

import streamlit as st

from components.figures import show
from components.inert import inert
from data.codes import label
from data.language import _
from queries.cards.suspect_card import CourseStep, SuspectCard

# Colour only where it means something.
_ICONS = {
    "to_issue": ("flag", "blue"),
    "issued": ("send", "gray"),
    "checking": ("pending", "gray"),
    "confirmed": ("check_circle", "red"),
    "partly_confirmed": ("rule", "orange"),
    "not_confirmed": ("cancel", "gray"),
    "in_ledger": ("task_alt", "green"),
}
_DAY_WIDTH = 84  # px


def suspect_course(card: SuspectCard) -> None:
    """Draw it up to the day of the card."""
    with st.container(gap="xsmall"):
        if not card.steps:
            heading = _("Flagged by the model")
            _line(card.standing.flagged_date.isoformat(), f":blue[:material/flag:] **{heading}**")
        for step in card.steps:
            _line(step.fact_date.isoformat(), _words(step))
        _line("", _expected(card))


def _line(day: str, words: str) -> None:
    if not words:
        return
    with st.container(horizontal=True, gap="small", wrap=False):
        st.markdown(f":gray[{day}]", width=_DAY_WIDTH)
        st.markdown(words, width="stretch")


def _words(step: CourseStep) -> str:
    icon, colour = _ICONS.get(step.state, ("circle", "gray"))
    title = _("Flagged, to be issued") if step.state == "to_issue" else label("suspect_state", step.state)
    line = f":{colour}[:material/{icon}:] **{title}**"
    if step.to:
        line += f" → {inert(' · '.join(step.to))}"
    if step.amount_fen is not None:
        line += f" **{inert(show(step.amount_fen, 'fen'))}**"
    if step.finding_code:
        line += f" {inert(step.finding_code)}"
    notes = [inert(step.note)] if step.note and not step.note.startswith("{") else []
    if step.due_date:
        notes.append(_("answer due {day}").format(day=step.due_date.isoformat()))
    if step.who:
        notes.append(inert(step.who))
    return f"{line}  \n:small[:gray[{' · '.join(notes)}]]" if notes else line


def _expected(card: SuspectCard) -> str:
    """What is awaited next, by whom and until when."""
    standing = card.standing
    words, colour = "", "blue"
    match standing.suspect_state:
        case "to_issue":
            words = _("Waits to be issued")
        case "issued" | "checking":
            words, colour = _answer_due(standing.due_date, card.as_of)
        case "confirmed" | "partly_confirmed":
            words = _("Waits to be entered into the findings ledger")
    return f":{colour}[:material/hourglass_top: **{words}**]" if words else ""


def _answer_due(due: date | None, as_of: date) -> tuple[str, str]:
    if due is None:
        return _("Answer awaited; no day is set"), "blue"
    left = (due - as_of).days
    words = _("Answer was due {day}, overdue by {days}") if left < 0 else _("Answer due {day}, {days} left")
    return words.format(day=due.isoformat(), days=show(abs(left), "days")), "red" if left < 0 else "blue"
