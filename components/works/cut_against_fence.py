"""Settlements by what was submitted and how much of it was cut, those out of line marked."""

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

_COUNTED = "settlement_cut_rate"
_MEANINGS = {"above": "breach", "uncut": "at_risk", "within": "neutral", "unknown": "neutral"}
_ORDER = ("within", "unknown", "uncut", "above")  # what is out of line is drawn over the others


def cut_against_fence(filters: Filters) -> None:
    """Draw a point for each approved settlement; a click opens the card of its project."""
    frame = rows(_COUNTED, filters, Page())
    frame = frame[frame["cut_rate"].notna()]
    drawn = pd.DataFrame(
        {
            "code": frame["investment_id"].astype(str).tolist(),
            "label": [_words(row) for row in frame.to_dict("records")],
            "submitted": frame["submitted_fen"].tolist(),
            "rate": frame["cut_rate"].tolist(),
            "state": frame["fence_state"].tolist(),
            "words": [label("fence_state", state) for state in frame["fence_state"]],
            "meaning": [_MEANINGS[state] for state in frame["fence_state"]],
        }
    ).sort_values("state", key=lambda column: column.map(_ORDER.index))
    chart = scatter(
        drawn,
        label="label",
        code="code",
        across="submitted",
        upwards="rate",
        meaning="meaning",
        series="words",
        across_title=_("amount submitted, each mark ten times the one before"),
        upwards_title=_("Cut rate"),
        title=_("Which cuts are out of line?"),
    )
    clicked = draw(chart, key="cut_against_fence")
    st.caption(
        _(
            "Above the fence: more than the third quartile of the sector and one and a half times the "
            "quartile distance, of eight settlements at least. A click opens the project."
        )
    )
    if clicked is not None:
        open_card("investment", clicked, filters, _COUNTED)


def _words(row: Mapping[Hashable, Any]) -> str:
    sector = label("investment_sector", row["investment_sector"])
    named = f"{row['settlement_code']} {row['investment']} · {sector}"
    if pd.isna(row["cut_fence_rate"]):
        return named
    return _("{settlement} · fence {rate}").format(settlement=named, rate=f"{row['cut_fence_rate']:.1%}")
