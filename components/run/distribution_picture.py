"""How the hits lie: columns by the size of a value, and the line of the limit."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.lengths import lengths
from components.charts.text import inert
from components.palette import palette
from components.run.value_format import value_format
from data.language import _
from queries.audit_models.hits import SeenRun
from queries.audit_models.pictures import Bin, histogram, limit_of
from queries.audit_models.said import said

_HEIGHT = 340
_STEPS = 6  # lines across the picture
_WIDEST = 0.05  # of the whole span: a few values that lie far apart stay thin


def distribution_picture(seen: SeenRun, columns: Mapping[str, str]) -> go.Figure:
    """The figure; values are on the axis across, the number of hits upwards."""
    name = columns["value"]
    title = _("How many hits at which value? {column}").format(column=seen.model.columns[name].title)
    found = histogram(seen, name)
    if not found:
        return nothing(title)
    limit = limit_of(seen, columns["limit"]) if "limit" in columns else None
    kind = seen.model.columns[name].type
    scale = lengths(
        [each.low for each in found] + [each.high for each in found] + [limit], value_format(seen, name)
    )
    look = palette()
    param = seen.model.params.get(columns.get("limit", ""))
    unit = scale.unit_name() or (str(param.unit) if param and param.unit else "")
    figure = frame(title, _HEIGHT, unit=unit)
    lows = [scale.of(each.low) or 0.0 for each in found]
    highs = [scale.of(each.high) or 0.0 for each in found]
    width = _width(lows, highs)
    figure.add_bar(
        x=[(low + high) / 2 for low, high in zip(lows, highs, strict=True)],
        y=[each.hits for each in found],
        width=[max(high - low, width) * 0.92 for low, high in zip(lows, highs, strict=True)],
        marker={"color": look.neutral},
        customdata=[[None, _hover(each, kind)] for each in found],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )
    if limit is not None:
        at = scale.of(limit) or 0.0
        figure.add_vline(x=at, line={"color": look.breach, "width": 2, "dash": "dash"})
        figure.add_annotation(
            x=at,
            y=1,
            yref="paper",
            yanchor="bottom",
            text=inert(_("limit {value}").format(value=said(_typed(limit, kind), kind))),
            showarrow=False,
            font={"color": look.breach, "size": 12},
        )
        figure.update_layout(margin={"t": 62})
    figure.update_xaxes(tickformat=".0%" if value_format(seen, name) == "percent" else ",~f", showgrid=False)
    most = max(each.hits for each in found)
    figure.update_yaxes(tickformat=",~d", nticks=_STEPS, dtick=1 if most <= _STEPS else None)
    return figure


def _width(lows: list[float], highs: list[float]) -> float:
    span = max(highs) - min(lows)
    gaps = [after - before for before, after in pairwise(lows) if after > before]
    return min([*gaps, span * _WIDEST]) or 1.0


def _typed(value: Decimal, kind: str) -> Decimal | int:
    return int(value) if kind == "money" else value


def _hover(each: Bin, kind: str) -> str:
    low, high = (said(_typed(value, kind), kind) for value in (each.low, each.high))
    values = low if low == high else f"{low} – {high}"
    return inert(_("{value}: {hits} hits").format(value=values, hits=f"{each.hits:,}"))
