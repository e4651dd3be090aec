"""The sign and the words that go with the colour of a figure's state (queries/target_state.py)."""

from data.language import _
from queries.target_state import target_state

__all__ = ["SIGNS", "state_word", "target_state"]

SIGNS = {"meets": "✓", "at_risk": "!", "breach": "✕", "no_data": "", "neutral": ""}
# As Streamlit's markdown names the colours of words.
TEXT_COLOURS = {
    "meets": "green",
    "at_risk": "orange",
    "breach": "red",
    "no_data": "gray",
    "no_target": "gray",
    "running": "blue",
    "neutral": "gray",
}


def state_word(state: str) -> str:
    """The word for a state of `target_state`."""
    return {
        "meets": _("on target"),
        "at_risk": _("at risk"),
        "breach": _("off target"),
        "no_data": _("no data"),
        "neutral": "",
    }[state]
