"""The stages of one project: planned, actual, and the delay in working days."""

import pandas as pd
import streamlit as st

from components.figures import NO_DATA
from components.project.delay_words import delay_words
from data.codes import label
from data.language import _
from queries.cards.project_card import ProjectCard
from queries.cards.project_stages import Stage


def project_stage_table(card: ProjectCard) -> None:
    """Draw the table; a stage that is awaited past its date says so in words."""
    with st.container(border=True):
        st.subheader(_("Stages"))
        if not card.stages:
            st.text(_("No stage is recorded."))
            return
        frame = pd.DataFrame(
            {
                _("Stage"): [label("project_stage", stage.stage) for stage in card.stages],
                _("Planned date"): [stage.planned_date for stage in card.stages],
                _("Actual date"): [stage.actual_date for stage in card.stages],
                _("Against plan (working days)"): [delay_words(stage.delay_days) for stage in card.stages],
                _("How it stands"): [_state(stage, card) for stage in card.stages],
            }
        )
        st.dataframe(
            frame,
            hide_index=True,
            placeholder=NO_DATA,
            height="content",
            column_config={
                _("Planned date"): st.column_config.DateColumn(format="YYYY-MM-DD"),
                _("Actual date"): st.column_config.DateColumn(format="YYYY-MM-DD"),
            },
        )


def _state(stage: Stage, card: ProjectCard) -> str:
    if stage.actual_date:
        return _("✓ reached, late") if (stage.delay_days or 0) > 0 else _("✓ reached")
    if stage.is_passed_over:
        return _("no date recorded")
    if stage.is_late:
        return _("✕ past its date")
    if stage.stage == card.standing.next_stage:
        return _("next")
    return ""
