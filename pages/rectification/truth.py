"""整改真实性核查: how many rectifications were false, where, and the samples that are being checked."""

import streamlit as st

from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.tile_row import tile_row
from components.overview.no_ledger import no_ledger
from components.session import current_user, engine
from components.truth.draw_form import draw_form
from components.truth.sample_checks import sample_checks
from components.truth.sample_choice import sample_choice
from data.access.roles import can
from data.engine import reading
from data.language import _
from data.truth.checking import ACTION
from queries.truth.samples import samples

st.title(_("Truth of rectification"))
filters = filter_bar()

TILES = (
    "false_rectification_rate",
    "false_rectifications_standing",
    "truth_checks",
    "truth_checks_waiting",
)
tile_row(TILES, filters)

if no_ledger():
    st.stop()

if can(current_user(), ACTION):
    draw_form(filters)

with reading(engine()) as connection:
    drawn = samples(connection, filters.as_of)
if not drawn:
    st.info(
        _("No sample has been drawn yet. Who rechecks findings draws one; the others see it here."),
        icon=":material/casino:",
    )
    st.stop()

by_unit, by_section = st.columns(2)
with by_unit:
    breakdown_chart(
        "false_rectification_rate",
        "supervising_unit",
        filters,
        title=_("Whose rectification was false?"),
        sort=True,
    )
with by_section:
    breakdown_chart(
        "false_rectification_rate",
        "section",
        filters,
        title=_("Whose findings were accepted too easily?"),
        sort=True,
    )


st.subheader(_("Samples"))
sample_checks(sample_choice(drawn).truth_sample_id, filters)
