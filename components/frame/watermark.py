"""Whose screen this is, faintly over the whole page: a photograph or a print of it can be traced."""

from datetime import datetime
from pathlib import Path

import streamlit as st

from data.access.roles import User
from data.local_time import in_china

_component = st.components.v2.component(
    "watermark", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def watermark(user: User, moment: datetime) -> None:
    """Draw it; called once in every run, by the frame. `moment` without zone is UTC; minutes are shown."""
    text = f"{user.user_name} · {user.display_name} · {in_china(moment):%Y-%m-%d %H:%M}"
    # Drawn with textContent: a name that looks like HTML is shown as it is.
    _component(data={"text": text}, height=0)
