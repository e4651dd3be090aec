"""First digits of a value beside what Benford's law expects of them."""

import math
from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from components.charts import columns as chart
from data.language import _
from queries.audit_models.hits import SeenRun
from queries.audit_models.pictures import first_digits


def benford_picture(seen: SeenRun, columns: Mapping[str, str]) -> go.Figure:
    """The figure: a column for each digit, and a stroke where it is expected to end."""
    found = first_digits(seen, columns)
    whole = sum(found.values())
    frame = pd.DataFrame(
        {
            "label": [str(digit) for digit in found],
            "value": list(found.values()),
            "code": [str(digit) for digit in found],
            "meaning": "neutral",
            "expected": [whole * math.log10(1 + 1 / digit) for digit in found],
        }
    )
    return chart(
        frame,
        label="label",
        value="value",
        code="code",
        meaning="meaning",
        format="count",
        title=_title(seen, columns),
        expected="expected",
    )


def _title(seen: SeenRun, columns: Mapping[str, str]) -> str:
    if "value" not in columns:
        return _("First digits of what was flagged, and what is to be expected")
    return _("First digits of {column}").format(column=seen.model.columns[columns["value"]].title)
