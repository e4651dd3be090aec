"""疑点: how far they have come, who owes answers, and the list to work on."""

import streamlit as st

from components.address_choice import address_choice
from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.tile_row import tile_row
from components.session import current_user
from components.suspect.feedback_in import feedback_in
from components.suspect.feedback_out import feedback_out
from components.suspect.no_suspects import no_suspects
from components.suspect.pressing_suspects import pressing_suspects
from components.suspect.suspect_list import suspect_list
from components.suspect.suspect_loop import suspect_loop
from data.access.roles import can
from data.language import _
from data.suspects.moving import ACTION

st.title(_("Suspects of audit models"))
filters = filter_bar(offers=("year", "region", "section"))

TILES = (
    ("suspects", "suspects_new", "suspects_to_issue", "suspects_issued", "suspects_overdue"),
    (
        "suspect_verification_rate",
        "suspect_confirmation_rate",
        "suspect_whole_confirmation_rate",
        "suspects_in_ledger",
    ),
)
is_empty = no_suspects(filters)
for row in TILES:
    tile_row(row, filters)
if is_empty:
    st.stop()

picture, action = st.columns([5, 2])
with picture:
    suspect_loop(filters)
with action:
    pressing_suspects(filters)

VIEWS = {
    "audit_model": _("By model"),
    "section": _("By section"),
    "issued_to": _("By whom it was issued to"),
    "region": _("By district"),
}
view = address_choice(_("Compare"), VIEWS, "by", key="suspects_compare", look="segments")
verified, confirmed = st.columns(2)
with verified:
    breakdown_chart(
        "suspect_verification_rate", view, filters, title=_("How many have been answered?"), sort=True
    )
with confirmed:
    breakdown_chart(
        "suspect_confirmation_rate", view, filters, title=_("How many of them are real?"), sort=True
    )

st.subheader(_("Suspects to work on"))
chosen = suspect_list(filters)

if can(current_user(), ACTION):
    with st.expander(_("Feedback sheets: out and back in"), icon=":material/swap_horiz:"):
        out, back = st.columns([2, 3])
        with out:
            st.markdown(_("For who checks without this system: send the sheet, and enter what comes back."))
            feedback_out(chosen)
        with back:
            feedback_in()
