"""Drawing a sample of rectified findings: how, how many, why; the seed draws the same ones again."""

import secrets

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.figures import show
from components.frame.sign_in import user_now
from components.past_day import past_day
from components.segment import segment
from components.session import engine, row_scope, source
from data.codes import DRAW_METHOD, label
from data.language import _
from data.truth.checking import MOST, Draw, TruthCheckError, draw_sample
from queries.filters import Filters
from queries.truth.population import population

_USUAL = 20
_SEEDS = 10**6


def draw_form(filters: Filters) -> None:
    """Draw the button; the findings are those of the filters, on the bureau's day."""
    if past_day(filters):
        return
    if st.button(_("Draw a sample"), icon=":material/casino:", type="primary"):
        dialog(_("Draw rectified findings to be checked"))(_form)(filters)


def _form(filters: Filters) -> None:
    weights = population(source(), filters, row_scope())
    st.markdown(
        _("{count} rectified findings lie within the filters and wait in no other sample.").format(
            count=show(len(weights), "count")
        )
    )
    method = st.segmented_control(
        _("How to draw"),
        list(DRAW_METHOD),
        default="by_risk",
        required=True,
        format_func=lambda code: segment(label("draw_method", code)),
        key="truth_method",
        help=_(
            "By risk: repeats, major problems, leaders' instructions, extensions, acceptance just before the"
            " limit and amounts of 1 million yuan or more are drawn more often. At random: each alike."
        ),
    )
    size = st.number_input(_("How many"), 1, MOST, min(_USUAL, MOST), key="truth_size")
    if "truth_seed" not in st.session_state:
        st.session_state["truth_seed"] = secrets.randbelow(_SEEDS)
    seed = st.number_input(
        _("Seed"),
        0,
        step=1,
        key="truth_seed",
        help=_("The same seed over the same findings draws the same ones: the draw can be proved."),
    )
    reason = st.text_area(_("Reason"), max_chars=1000, key="truth_reason")
    if st.button(_("Draw"), type="primary", disabled=not weights) and attempted(
        lambda: draw_sample(
            engine(), user_now(engine()), weights, Draw(method, int(size), int(seed), reason or "")
        ),
        TruthCheckError,
    ):
        del st.session_state["truth_seed"]
        st.rerun()
