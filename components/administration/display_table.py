"""The walls as a table of which one row can be chosen."""

from datetime import datetime

import pandas as pd
import streamlit as st

from components.line_choice import line_choice
from data.language import _
from data.local_time import in_china
from data.walls.displays import Display


def display_table(walls: list[Display]) -> Display | None:
    """Draw the table; returns the wall that is chosen."""
    frame = pd.DataFrame(
        [
            (
                wall.name,
                _("Revoked") if wall.revoked_at else _("Token valid"),
                _moment(wall.last_seen_at),
                _moment(wall.created_at),
                wall.created_by,
                _moment(wall.revoked_at) if wall.revoked_at else None,
            )
            for wall in walls
        ],
        columns=["name", "state", "last_seen", "created", "created_by", "revoked"],
    )
    picked = line_choice(
        frame,
        {
            "name": st.column_config.TextColumn(_("Where it hangs"), pinned=True),
            "state": st.column_config.TextColumn(_("State of the token"), width=125),
            "last_seen": st.column_config.TextColumn(_("Last seen"), width=150),
            "created": st.column_config.TextColumn(_("Created"), width=150),
            "created_by": st.column_config.TextColumn(_("Created by"), width=130),
            # Without a day in it, the column would only push the others off a narrow screen.
            "revoked": st.column_config.TextColumn(_("Revoked"), width=150)
            if any(wall.revoked_at for wall in walls)
            else None,
        },
        [(wall.display_token_id, wall.revoked_at) for wall in walls],
        key="displays",
    )
    return None if picked.opened is None else walls[picked.opened]


def _moment(moment: datetime | None) -> str:
    return f"{in_china(moment):%Y-%m-%d %H:%M}" if moment else _("never")
