"""The draft plan of a year: its projects, whom they would visit twice, and what can be done with it."""

import pandas as pd
import streamlit as st

from components.address_choice import address_choice
from components.figures import show
from components.libraries.approve_draft import approve_draft
from components.libraries.withdraw_draft import withdraw_draft
from components.line_choice import line_choice
from components.session import bureau_now, current_user, row_scope, source
from data.access.roles import can
from data.codes import label
from data.language import _
from queries.filters import Filters
from queries.planning.plan_drafts import draft_projects, draft_years


def draft_plan(filters: Filters) -> None:
    """Draw the drafts of the year chosen; who keeps the plan takes one out again or approves them all."""
    years = draft_years(source(), row_scope())
    if not years:
        st.info(
            _("There is no draft plan. Take up an item of a library, or import projects as drafts."),
            icon=":material/edit_calendar:",
        )
        return
    offered = {str(year): str(year) for year in years}
    year = address_choice(_("Plan year"), offered, "draft", key="draft_year", look="bare segments")
    # Visited twice comes first: that is what has to be settled before the plan is approved.
    drafts = sorted(
        draft_projects(source(), int(year), filters, row_scope()), key=lambda draft: not draft.is_repeat
    )
    if not drafts:
        st.info(_("No draft matches the filters."), icon=":material/search_off:")
        return
    repeated = sum(draft.is_repeat for draft in drafts)
    from_library = sum(draft.library is not None for draft in drafts)
    st.markdown(
        _("{number} projects, {from_library} of them from a library.").format(
            number=show(len(drafts), "count"), from_library=show(from_library, "count")
        )
    )
    if repeated:
        st.warning(
            _(
                "At most one audit a year: {number} of these projects visit a unit that the same plan visits "
                "a second time. They stand first below."
            ).format(number=repeated),
            icon=":material/warning:",
        )
    warned = _("Visited twice")
    frame = pd.DataFrame(
        {
            warned: [f"⚠ {draft.visit_count}" if draft.is_repeat else None for draft in drafts],
            _("Project number"): [draft.project_code for draft in drafts],
            _("Audit project"): [draft.project for draft in drafts],
            _("Audited unit"): [draft.unit for draft in drafts],
            _("Project type"): [label("project_type", draft.project_type) for draft in drafts],
            _("Section"): [draft.section for draft in drafts],
            _("From a library"): [
                label("library", draft.library) if draft.library else None for draft in drafts
            ],
        }
    )
    may_act = can(current_user(), "maintain-plan") and filters.as_of == bureau_now().as_of
    chosen = line_choice(
        frame, {}, [draft.project_id for draft in drafts], key=f"drafts_{year}", may_choose=may_act
    ).opened
    if not may_act:
        return
    with st.container(horizontal=True, gap="small"):
        if st.button(
            _("Take out of the draft"),
            icon=":material/undo:",
            disabled=chosen is None,
            help=None if chosen is not None else _("Choose a project in the table first."),
            key="withdraw_draft",
        ):
            withdraw_draft(drafts[chosen or 0])
        if st.button(_("Approve the draft plan"), icon=":material/task_alt:", key="approve_draft"):
            approve_draft(int(year))
