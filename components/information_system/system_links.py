"""What belongs to an information system: its findings, audits of its unit's systems, data that it holds."""

import pandas as pd
import streamlit as st

from components.figures import show
from components.link_box import Line, link_box
from data.codes import label
from data.language import _
from queries.information_systems.system_card import SystemCard


def system_links(card: SystemCard) -> None:
    """Draw three boxes side by side."""
    findings: list[Line] = [
        (
            each.finding_id,
            each.title,
            [label("state", each.state), show(each.amount_fen, "fen"), each.found_date],
        )
        for each in card.findings
    ]
    audits: list[Line] = [
        (
            each.project_id,
            each.name,
            [
                label("audit_mode", each.audit_mode) if each.audit_mode else None,
                label("project_state", each.project_state),
                each.delivery_date,
            ],
        )
        for each in card.audits
    ]
    left, middle, right = st.columns(3)
    with left:
        nothing = _("No finding about this system is in the ledger.")
        link_box(_("Findings"), "finding", findings, card.as_of, nothing=nothing)
    with middle:
        nothing = _("No audit in the plan looks at the systems of this unit.")
        link_box(_("Audits of the unit's systems"), "project", audits, card.as_of, nothing=nothing)
    with right, st.container(border=True, height="stretch"):
        st.subheader(_("Information resources"))
        if not card.resources:
            st.text(_("No information resource of this system is listed."))
            return
        st.dataframe(
            pd.DataFrame(
                {
                    _("Information resource"): [each.resource for each in card.resources],
                    _("State of the updates"): [
                        label("update_state", each.update_state) for each in card.resources
                    ],
                    _("On the sharing platform"): [
                        _("Yes") if each.is_shared else _("No") for each in card.resources
                    ],
                }
            ),
            hide_index=True,
            height="content",
        )
