"""What became of the places of a file: how many lie inside, why others do not, and in which lines."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.figures import show
from components.inert import inert
from data.geo.landing import REASONS
from data.geo.systems import coordinate_system
from data.language import _

_ROW_HEIGHT = 36
_IN_SIGHT = 12


def place_report(told: Mapping[str, Any]) -> None:
    """Draw it; `told` is the part "places" of a version's report."""
    words = _("Coordinates in {system}: {landed} of {rows} places lie inside.").format(
        system=coordinate_system(told["system"]).title,
        landed=show(told["landed"], "count"),
        rows=show(told["rows"], "count"),
    )
    if not told["outside"]:
        st.success(inert(words), icon=":material/pin_drop:")
        return
    st.warning(inert(words), icon=":material/wrong_location:")
    reasons = "；".join(
        _("{reason}: {rows} rows").format(reason=_(REASONS[reason]), rows=show(rows, "count"))
        for reason, rows in told["reasons"].items()
    )
    with st.expander(inert(reasons), icon=":material/list:"):
        frame = pd.DataFrame(
            [(line, _(REASONS[reason])) for line, reason in told["outside"]], columns=["line", "reason"]
        )
        st.dataframe(
            frame,
            hide_index=True,
            row_height=_ROW_HEIGHT,
            height="content" if len(frame) <= _IN_SIGHT else _ROW_HEIGHT * (_IN_SIGHT + 1),
            column_config={
                "line": st.column_config.NumberColumn(_("Line in the file"), format="localized", width=110),
                "reason": st.column_config.TextColumn(_("Likely reason"), width="large"),
            },
        )
        st.caption(_("They stay in the dataset with the coordinates as brought and this reason beside them."))
