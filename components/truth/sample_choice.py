"""Which sample is looked at, and how it was drawn."""

from collections.abc import Sequence

import streamlit as st

from components.figures import show
from components.inert import inert
from data.codes import label
from data.language import _
from queries.truth.samples import Sample


def sample_choice(drawn: Sequence[Sample]) -> Sample:
    """Draw the choice, newest first; returns the chosen one of `drawn`, which must not be empty."""
    # Another one was drawn: that is the one to be looked at, whichever was before.
    key = f"truth_sample_{drawn[0].truth_sample_id}"
    chosen = st.selectbox(_("Sample"), drawn, format_func=_named, key=key, width=520)
    st.caption(
        _("Drawn by {who} from {population} findings with seed {seed}: {reason}").format(
            who=inert(chosen.person),
            population=show(chosen.population, "count"),
            seed=chosen.seed,
            reason=inert(chosen.reason),
        )
    )
    return chosen


def _named(sample: Sample) -> str:
    return _("Sample {number} · {day} · {method} · {size} findings").format(
        number=sample.truth_sample_id,
        day=sample.fact_date.isoformat(),
        method=label("draw_method", sample.draw_method),
        size=sample.size,
    )
