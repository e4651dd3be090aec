"""Who stands out: a bar for each name, the sum of a value or the number of hits."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from components.charts import bars
from components.run.value_format import value_format
from data.language import _
from queries.audit_models.hits import SeenRun
from queries.audit_models.pictures import by_label
from queries.audit_models.said import in_words


def bars_picture(seen: SeenRun, columns: Mapping[str, str]) -> go.Figure:
    """The figure, the largest on top."""
    value = columns.get("value")
    model = seen.model
    found = by_label(seen, columns["label"], value)
    what = str(model.columns[value].title) if value else _("Hits")
    column = model.columns[columns["label"]]
    title = _("Who stands out? {value} by {label}").format(value=what, label=column.title)
    frame = pd.DataFrame(
        {
            "label": [in_words(column, name) or _("Not filled in") for name, __ in found],
            "code": [name for name, __ in found],
            "value": [figure for __, figure in found],
            "meaning": "neutral",
        }
    )
    return bars(
        frame,
        label="label",
        value="value",
        code="code",
        format=value_format(seen, value),
        title=title,
        meaning="meaning",
    )
