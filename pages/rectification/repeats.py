"""屡审屡犯: how often problems come back, where, and which of them wait for a decision."""

import streamlit as st

from components.address_choice import address_choice
from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.tile_row import tile_row
from components.overview.no_ledger import no_ledger
from components.repeat.candidate_list import candidate_list
from components.repeat.repeat_map import repeat_map
from data.language import _

st.title(_("Problems that come back"))
filters = filter_bar()

TILES = ("repeat_findings", "repeat_finding_rate", "repeat_findings_open", "repeat_candidates")
tile_row(TILES, filters)

if no_ledger():
    st.stop()

VIEWS = {
    "unit": (_("By unit"), _("Which units repeat, and when?")),
    "supervising_unit": (_("By department"), _("Which departments repeat, and when?")),
    "problem_subclass": (_("By problem"), _("Which problems come back, and when?")),
}
ways = {by: words for by, (words, __) in VIEWS.items()}
view = address_choice(_("Compare"), ways, "by", key="repeats_compare", look="segments")
years, problems = st.columns(2)
with years:
    repeat_map(filters, view, "plan_year", title=VIEWS[view][1])
with problems:
    if view == "problem_subclass":
        breakdown_chart(
            "repeat_finding_rate",
            "problem_class",
            filters,
            title=_("Where do problems come back?"),
            sort=True,
        )
    else:
        repeat_map(filters, view, "problem_class", title=_("With which problems?"))

st.subheader(_("Look beyond the case"))
st.markdown(
    _(
        "A problem that several units of one department share is a matter for the department,"
        " not for each unit."
    )
)
repeat_map(
    filters,
    "supervising_unit",
    "problem_subclass",
    title=_("Which problem is shared where?"),
    most_columns=9,
)

st.subheader(_("Waiting for a decision"))
st.markdown(
    _(
        "The unit, or its predecessor, had the same problem class in an earlier plan year,"
        " and the ledger is silent."
    )
)
candidate_list(filters)
