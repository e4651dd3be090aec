"""The ladder with its counts: who stands on each rung, who is proposed for it; a click opens the rows."""

import pandas as pd
import streamlit as st

from components.charts.draw import draw
from components.charts.ladder import ladder
from components.kpi.open_rows import open_rows
from components.session import groups
from data.codes import ESCALATION_STEP
from data.language import _, mark
from queries.filters import Filters

# In short lines, so that seven of them stand side by side on a telephone.
_SHORT = {
    "reminder": mark("Remind"),
    "urge": mark("Urging"),
    "supervision_letter": mark("Super-<br>vision<br>letter"),
    "government_supervision": mark("Govern-<br>ment"),
    "interview": mark("Inter-<br>view of<br>head"),
    "notice": mark("Notice"),
    "accountability_transfer": mark("Account-<br>ability"),
}


def ladder_picture(filters: Filters) -> None:
    """Draw it."""
    standing = {
        group.code: group.figure.rows for group in groups("findings_escalated", filters, "rung_reached")
    }
    proposed = {
        group.code: group.figure.rows for group in groups("escalation_proposals", filters, "escalation_step")
    }
    rows = pd.DataFrame(
        [(_(_SHORT[step]), standing.get(step, 0), proposed.get(step, 0), step) for step in ESCALATION_STEP],
        columns=["label", "standing", "proposed", "code"],
    )
    clicked = draw(ladder(rows, title=_("Who stands where on the ladder?")), key="escalation_ladder")
    st.caption(
        _(
            "On the stair: findings not rectified whose highest rung it is. ↑: findings proposed for it. "
            "Click a stair for its rows."
        )
    )
    if clicked is not None:
        by, kpi = ("rung_reached", "findings_escalated")
        if not standing.get(str(clicked)):
            by, kpi = ("escalation_step", "escalation_proposals")
        open_rows(kpi, filters, (by, clicked))
