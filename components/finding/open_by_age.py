"""How old the open findings are; a click on a bar opens exactly its rows."""

import pandas as pd
import streamlit as st

from components.charts.bars import bars
from components.charts.draw import draw
from components.kpi.open_rows import open_rows
from components.session import groups
from data.codes import AGEING_BUCKET, label
from data.language import _
from queries.filters import Filters

# A finding open for a quarter of a year needs a look; for a year it is a breach.
_MEANINGS = {"d91_180": "at_risk", "d181_365": "at_risk", "d366_plus": "breach"}


def open_by_age(filters: Filters) -> None:
    """Draw the ageing of open findings: every class, also those with none."""
    found = {group.code: group.figure.value for group in groups("ageing", filters, "ageing_bucket")}
    classes = [
        (code, label("ageing_bucket", code), found.get(code, 0), _MEANINGS.get(code, "neutral"))
        for code in (AGEING_BUCKET if found else ())
    ]
    figure = bars(
        pd.DataFrame(classes, columns=["code", "label", "value", "meaning"]),
        label="label",
        value="value",
        code="code",
        format="count",
        title=_("How long have open findings been open?"),
        meaning="meaning",
    )
    clicked = draw(figure, key="open_by_age")
    st.caption(_("Amber: open for more than 90 days; red: for more than 365."))
    if clicked is not None:
        open_rows("ageing", filters, ("ageing_bucket", clicked))
