"""The life of a task as a timeline: one line per step, and what is expected next."""

import streamlit as st

from components.figures import show
from components.inert import inert
from data.codes import label
from data.language import _
from queries.cards.task_card import Step, TaskCard

# Colour only where it means something: done, at risk, set back.
_ICONS = {
    "reported": ("edit_note", "gray"),
    "extended": ("more_time", "orange"),
    "completed": ("check_circle", "green"),
    "cancelled": ("block", "gray"),
    "reopened": ("replay", "red"),
}
_DAY_WIDTH = 84  # px


def task_steps(card: TaskCard) -> None:
    """Draw it up to the day of the card."""
    standing = card.standing
    with st.container(gap="xsmall"):
        heading = _("Task set")
        origin = f"  \n:small[:gray[{inert(standing.origin)}]]" if standing.origin else ""
        _line(standing.set_date.isoformat(), f":blue[:material/flag:] **{heading}**{origin}")
        for step in card.steps:
            _line(step.fact_date.isoformat(), _words(step))
        if not standing.is_over:
            _line("", _expected(card))


def _line(day: str, words: str) -> None:
    with st.container(horizontal=True, gap="small", wrap=False):
        st.markdown(f":gray[{day}]", width=_DAY_WIDTH)
        st.markdown(words, width="stretch")


def _words(step: Step) -> str:
    icon, colour = _ICONS.get(step.kind, ("circle", "gray"))
    title = label("task_step", step.kind)
    line = f":{colour}[:material/{icon}:] **{title}**"
    if step.progress_percent is not None:
        line += f" {step.progress_percent}%"
    if step.new_due_date:
        line += f" → {step.new_due_date.isoformat()}"
    notes = " · ".join(inert(text) for text in (step.note, step.person) if text)
    return f"{line}  \n:small[:gray[{notes}]]" if notes else line


def _expected(card: TaskCard) -> str:
    due = card.standing.due_date
    if due is None:
        words = _("No limit is set")
        return f":gray[:material/hourglass_top: **{words}**]"
    left = (due - card.as_of).days
    words = _("Was due {day}, overdue by {days}") if left < 0 else _("Due {day}, {days} left")
    words = words.format(day=due.isoformat(), days=show(abs(left), "days"))
    return (
        f":red[:material/error: **{words}**]" if left < 0 else f":blue[:material/hourglass_top: **{words}**]"
    )
