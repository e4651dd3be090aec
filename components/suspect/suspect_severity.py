"""How much a suspect weighs, as a badge."""

import streamlit as st

from data.codes import label

_LOOKS = {"high": ("red", "priority_high"), "medium": ("orange", "remove"), "low": ("gray", "arrow_downward")}


def suspect_severity(severity: str | None) -> None:
    """Draw the badge of one of SEVERITY; nothing where the model had none."""
    if severity in _LOOKS:
        colour, icon = _LOOKS[severity]
        st.badge(label("severity", severity), icon=f":material/{icon}:", color=colour)  # type: ignore[arg-type]
