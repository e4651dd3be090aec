"""What was decided of a problem on the list, step by step, with who and why."""

from collections.abc import Sequence

import streamlit as st

from components.inert import inert
from data.codes import label
from data.language import _
from data.major_problems.standing import ListStep

_ICONS = {
    "listed": ("playlist_add", "blue"),
    "assigned": ("person_edit", "gray"),
    "close_asked": ("outgoing_mail", "gray"),
    "review_passed": ("fact_check", "green"),
    "sent_back": ("undo", "orange"),
    "close_approved": ("verified", "green"),
    "removed": ("playlist_remove", "gray"),
}
_DAY_WIDTH = 84  # px


def list_history(steps: Sequence[ListStep], sections: dict[str, str]) -> None:
    """Draw the steps, oldest first; `sections` names their codes."""
    if not steps:
        st.caption(_("Nobody has decided on it yet."))
        return
    with st.container(gap="xsmall"):
        for step in steps:
            with st.container(horizontal=True, gap="small", wrap=False):
                st.markdown(f":gray[{step.fact_date.isoformat()}]", width=_DAY_WIDTH)
                st.markdown(_words(step, sections), width="stretch")


def _words(step: ListStep, sections: dict[str, str]) -> str:
    icon, colour = _ICONS[step.kind]
    title = label("major_step", step.kind)
    line = f":{colour}[:material/{icon}:] **{title}**"
    lead = sections.get(step.lead_section_code or "", step.lead_section_code)
    told = (
        label("major_criterion", step.criterion) if step.criterion else None,
        _("led by {section}, tracked by {person}").format(section=lead, person=step.tracker)
        if lead
        else None,
        step.document_number,
        step.note,
        step.person,
    )
    notes = " · ".join(inert(words) for words in told if words)
    return f"{line}  \n:small[:gray[{notes}]]" if notes else line
