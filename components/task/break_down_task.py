"""The dialog that breaks a task down to sections: one line per section, with its own limit and person."""

import pandas as pd
import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import current_user, engine
from data.language import _
from data.planning.task_rules import LONGEST_TITLE, TaskError
from data.planning.tasks import NewPart, break_down
from queries.administration.binding_choices import binding_choices
from queries.cards.task_card import TaskStanding


def break_down_task(task: TaskStanding) -> None:
    """Open the dialog. The page behind it is drawn anew when the parts are set."""
    dialog(_("Break down to sections"), width="large", icon=":material/account_tree:")(_draw)(task)


def _draw(task: TaskStanding) -> None:
    sections = binding_choices(engine()).sections
    bound = current_user().section_code
    st.text(f"{task.task_code} {task.task_title}")
    chosen = st.multiselect(
        _("Sections"),
        list(sections) if bound is None else [bound],
        format_func=sections.__getitem__,
        placeholder=_("Choose sections"),
    )
    if not chosen:
        st.caption(_("From then on the parts count in figures, and the whole shows how many are completed."))
        return
    lines = st.data_editor(
        pd.DataFrame(
            {
                "section": [sections[code] for code in chosen],
                "title": [task.task_title] * len(chosen),
                "due": pd.Series([task.due_date] * len(chosen), dtype="datetime64[ns]"),
                "person": [""] * len(chosen),
            }
        ),
        hide_index=True,
        disabled=["section"],
        column_config={
            "section": st.column_config.TextColumn(_("Section")),
            "title": st.column_config.TextColumn(_("Task"), max_chars=LONGEST_TITLE, width="large"),
            "due": st.column_config.DateColumn(_("Limit"), format="YYYY-MM-DD"),
            "person": st.column_config.TextColumn(_("Person in charge"), max_chars=100),
        },
        key=f"parts_{'_'.join(chosen)}",
    )
    if not st.button(_("Set the parts"), type="primary", width="stretch"):
        return
    parts = [
        NewPart(
            section_code=code,
            title=str(line["title"] or ""),
            due_date=None if pd.isna(line["due"]) else pd.Timestamp(line["due"]).date(),
            responsible_person=str(line["person"] or ""),
        )
        for code, line in zip(chosen, lines.to_dict("records"), strict=True)
    ]
    if attempted(lambda: break_down(engine(), user_now(engine()), task.task_id, parts), TaskError):
        st.rerun()
