"""What became of a step of many findings: how many took it, and of each that did not, why."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.figures import show
from data.closing.moving import Outcome
from data.closing.transitions import FindingTransition
from data.codes import label
from data.language import _

_KEPT = "step_outcomes"


@dataclass(frozen=True)
class _Kept:
    title: str
    outcomes: tuple[Outcome, ...]


def keep_outcomes(transition: FindingTransition, outcomes: Sequence[Outcome]) -> None:
    """Keep them for the page that is drawn next."""
    st.session_state[_KEPT] = _Kept(transition.title, tuple(outcomes))


def step_outcomes() -> None:
    """Draw what was kept, until the reader has seen enough of it; nothing where nothing was."""
    kept: _Kept | None = st.session_state.get(_KEPT)
    if kept is None:
        return
    refused = [outcome for outcome in kept.outcomes if not outcome.is_taken]
    words = _("{act}: {taken} of {count} findings").format(
        act=_(kept.title),
        taken=show(len(kept.outcomes) - len(refused), "count"),
        count=show(len(kept.outcomes), "count"),
    )
    with st.container(border=True):
        if refused:
            st.warning(words, icon=":material/rule:")
        else:
            st.success(words, icon=":material/check_circle:")
        with st.expander(_("Every finding and what became of it"), expanded=bool(refused)):
            st.dataframe(
                pd.DataFrame([_line(outcome) for outcome in (*refused, *_taken(kept.outcomes))]),
                hide_index=True,
                column_config={_("Reason"): st.column_config.TextColumn(width="large")},
                key="step_outcomes_table",
            )
        if st.button(_("Done, hide it"), type="tertiary", key="step_outcomes_hide"):
            del st.session_state[_KEPT]
            st.rerun()


def _taken(outcomes: Sequence[Outcome]) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome.is_taken]


def _line(outcome: Outcome) -> dict[str, str]:
    return {
        _("Finding number"): outcome.finding_code or str(outcome.finding_id),
        _("What becomes of it"): "✓ " + label("work_stage", outcome.stage)
        if outcome.is_taken
        else "✕ " + _("Not done"),
        _("Reason"): outcome.reason,
    }
