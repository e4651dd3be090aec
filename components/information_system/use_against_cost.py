"""What systems cost against how much they are used: a point for each, the idle ones marked."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.draw import draw
from components.charts.scatter import scatter
from components.kpi.open_card import open_card
from components.session import rows
from data.codes import label
from data.language import _
from queries.filters import Filters
from queries.rows import Page

_COUNTED = "system_low_use_rate"
_LEAST = 0.1  # as the figure of systems hardly used has it
_MEANINGS = {"used": "neutral", "low": "at_risk", "idle": "breach"}


def use_against_cost(filters: Filters) -> None:
    """Draw the picture of the systems with counts of users; a click opens the card of a system."""
    frame = rows(_COUNTED, filters, Page())
    frame = frame[frame["system_cost_fen"].notna()]
    states = [_state(row) for row in frame.to_dict("records")]
    drawn = pd.DataFrame(
        {
            "code": frame["information_system_id"].astype(str).tolist(),
            "label": (frame["unit"].fillna("") + " " + frame["system_name"]).tolist(),
            "cost": frame["system_cost_fen"].tolist(),
            "rate": frame["active_rate"].tolist(),
            "state": states,
            "words": [label("use_state", state) for state in states],
            "meaning": [_MEANINGS[state] for state in states],
        }
    ).sort_values("state", key=lambda column: column.map(list(_MEANINGS).index))
    chart = scatter(
        drawn,
        label="label",
        code="code",
        across="cost",
        upwards="rate",
        meaning="meaning",
        series="words",
        across_title=_("spent in all, each mark ten times the one before"),
        upwards_title=_("share of users active in the month"),
        title=_("What costs much and is hardly used?"),
        limit=_LEAST,
        limit_words=_("hardly used below {share}").format(share="10%"),
    )
    clicked = draw(chart, key="use_against_cost")
    st.caption(_("Systems with counts of users and money. A click opens the system."))
    if clicked is not None:
        open_card("information_system", clicked, filters, _COUNTED)


def _state(row: Mapping[Hashable, Any]) -> str:
    if row["logins_90_days"] == 0:
        return "idle"
    return "low" if float(str(row["active_rate"])) < _LEAST else "used"
