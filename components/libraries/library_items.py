"""The items that wait in a library; one chosen can be taken up into a draft plan."""

import pandas as pd
import streamlit as st

from components.libraries.promote_item import promote_item
from components.line_choice import line_choice
from components.session import bureau_now, current_user, row_scope, source
from data.access.roles import can
from data.codes import label
from data.language import _
from queries.filters import Filters
from queries.planning.plan_drafts import open_items


def library_items(library: str, filters: Filters) -> None:
    """Draw the items of one library; who keeps the plan chooses one and takes it up."""
    items = open_items(source(), library, filters, row_scope())
    if not items:
        st.info(_("No item waits in this library under these filters."), icon=":material/inventory_2:")
        return
    frame = pd.DataFrame(
        {
            _("Item number"): [item.item_code for item in items],
            _("Proposed project"): [item.title for item in items],
            _("Audit object"): [item.audit_object for item in items],
            _("Project type"): [label("project_type", item.project_type) for item in items],
            _("Proposed for"): [item.proposed_year for item in items],
            _("Reason for it"): [item.reason for item in items],
            _("Section"): [item.section for item in items],
            _("Date added"): [item.added_date for item in items],
        }
    )
    may_act = can(current_user(), "maintain-plan") and filters.as_of == bureau_now().as_of
    chosen = line_choice(
        frame,
        {
            _("Proposed for"): st.column_config.NumberColumn(format="%d"),
            _("Date added"): st.column_config.DateColumn(format="YYYY-MM-DD"),
        },
        [item.library_item_id for item in items],
        key=f"library_{library}",
        may_choose=may_act,
    ).opened
    if not may_act:
        return
    if st.button(
        _("Take up into a draft plan"),
        icon=":material/playlist_add:",
        disabled=chosen is None,
        help=None if chosen is not None else _("Choose an item in the table first."),
        key="promote_item",
    ):
        promote_item(items[chosen or 0])
