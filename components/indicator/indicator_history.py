"""Every figure that was entered for an indicator, with its evidence; what was corrected stays."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.figures import NO_DATA, show
from data.language import _
from data.local_time import in_china
from queries.planning.indicator_entries import EnteredValue
from queries.planning.plans import Indicator


def indicator_history(indicator: Indicator, entries: Sequence[EnteredValue]) -> None:
    """Draw the entries, the newest year first; says so where there is none yet."""
    st.subheader(_("Figures entered"))
    if not entries:
        st.info(_("No figure has been entered yet."), icon=":material/hourglass_empty:")
        return
    lines = [
        {
            "year": entry.year,
            "value": show(entry.value, indicator.format),
            "day": entry.day,
            "evidence": entry.evidence,
            "state": _("counts") if entry.is_current else _("replaced"),
            "by": entry.entered_by,
            "at": in_china(entry.recorded_at).strftime("%Y-%m-%d %H:%M"),
        }
        for entry in entries
    ]
    st.dataframe(
        pd.DataFrame(lines),
        hide_index=True,
        placeholder=NO_DATA,
        column_config={
            "year": st.column_config.NumberColumn(_("Year"), format="%d"),
            "value": st.column_config.TextColumn(_("Figure")),
            "day": st.column_config.DateColumn(_("As of"), format="YYYY-MM-DD"),
            "evidence": st.column_config.TextColumn(_("Evidence"), width="large"),
            "state": st.column_config.TextColumn(_("Use of the value")),
            "by": st.column_config.TextColumn(_("Entered by")),
            "at": st.column_config.TextColumn(_("Entered at")),
        },
    )
