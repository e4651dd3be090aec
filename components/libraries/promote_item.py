"""The dialog that takes an item up into a draft plan, and warns where its unit is visited already."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import bureau_now, engine, row_scope, source
from data.language import _
from data.planning.draft_plan import YEARS_AHEAD, DraftPlanError
from data.planning.draft_plan import promote_item as promote
from queries.planning.plan_drafts import OpenItem, planned_visits


def promote_item(item: OpenItem) -> None:
    """Open the dialog. The page behind it is drawn anew when the item is taken up."""
    dialog(_("Take up into a draft plan"), icon=":material/playlist_add:")(_draw)(item)


def _draw(item: OpenItem) -> None:
    as_of = bureau_now().as_of
    st.markdown(f"**{inert(item.title)}**")
    years = list(range(as_of.year, as_of.year + YEARS_AHEAD + 1))
    wanted = item.proposed_year if item.proposed_year in years else as_of.year + 1
    year = st.selectbox(
        _("Plan year"), years, index=years.index(wanted), key=f"promote_{item.library_item_id}"
    )
    if visits := planned_visits(source(), item.audit_object_id, year, as_of, row_scope()):
        st.warning(
            _("At most one audit a year: in {year} this unit is visited already by {visits}.").format(
                year=year, visits=inert(visits)
            ),
            icon=":material/warning:",
        )
    st.caption(_("It becomes a project of the draft plan; in the plan it is when that draft is approved."))
    if not st.button(_("Take up"), type="primary", width="stretch"):
        return
    if attempted(lambda: promote(engine(), user_now(engine()), item.library_item_id, year), DraftPlanError):
        st.rerun()
