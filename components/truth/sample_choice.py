"""Which sample is looked at, how it was drawn, and the proof that its seed draws it."""

from collections.abc import Sequence

import streamlit as st

from components.figures import show
from components.inert import inert
from components.session import engine
from data.codes import label
from data.engine import reading
from data.language import _
from data.truth.proving import is_drawn_again
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
    if st.button(_("Prove the draw"), icon=":material/verified:", key=f"prove_{chosen.truth_sample_id}"):
        _proof(chosen)
    return chosen


def _proof(sample: Sample) -> None:
    with reading(engine()) as connection:
        is_same = is_drawn_again(connection, sample.truth_sample_id)
    if is_same is None:
        st.info(
            _("This sample was drawn before the findings there were to draw from were kept with it."),
            icon=":material/help:",
        )
    elif is_same:
        st.success(
            _("Drawn again: seed {seed} draws the same {size} of the {population} findings.").format(
                seed=sample.seed,
                size=show(sample.size, "count"),
                population=show(sample.population, "count"),
            ),
            icon=":material/verified:",
        )
    else:
        st.error(
            _("This is not what was drawn: the sample, or what it was drawn from, was changed since."),
            icon=":material/gpp_bad:",
        )


def _named(sample: Sample) -> str:
    return _("Sample {number} · {day} · {method} · {size} findings").format(
        number=sample.truth_sample_id,
        day=sample.fact_date.isoformat(),
        method=label("draw_method", sample.draw_method),
        size=sample.size,
    )
