"""What flows from whom to whom, as bands whose width is the amount."""

from collections.abc import Mapping

import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.lengths import lengths
from components.charts.text import fitted, inert
from components.palette import palette
from components.run.value_format import value_format
from data.language import _
from queries.audit_models.hits import SeenRun
from queries.audit_models.pictures import ties

_ROW, _EDGES, _LEAST = 26, 90, 300  # px


def sankey_picture(seen: SeenRun, columns: Mapping[str, str]) -> go.Figure:
    """The figure: sources on the left, targets on the right."""
    value = columns.get("value")
    found = [tie for tie in ties(seen, columns["source"], columns["target"], value) if tie.value > 0]
    first, second = (str(seen.model.columns[columns[part]].title) for part in ("source", "target"))
    title = _("From whom to whom? {source} and {target}").format(source=first, target=second)
    if not found:
        return nothing(title)
    look = palette()
    sources = list(dict.fromkeys(tie.source for tie in found))
    targets = list(dict.fromkeys(tie.target for tie in found))
    scale = lengths([tie.value for tie in found], value_format(seen, value))
    height = max(_LEAST, _EDGES + _ROW * max(len(sources), len(targets)))
    figure = frame(title, height, unit=scale.unit_name())
    figure.add_sankey(
        arrangement="snap",
        node={
            "label": [fitted(name, most=1) for name in (*sources, *targets)],
            "customdata": [inert(name) for name in (*sources, *targets)],
            "color": [look.neutral] * len(sources) + [look.at_risk] * len(targets),
            "pad": 12,
            "thickness": 14,
            "line": {"width": 0},
            "hovertemplate": "%{customdata}<extra></extra>",
        },
        link={
            "source": [sources.index(tie.source) for tie in found],
            "target": [len(sources) + targets.index(tie.target) for tie in found],
            "value": [scale.of(tie.value) for tie in found],
            "color": look.rule,
            "customdata": [inert(f"{tie.source} – {tie.target}  {scale.show(tie.value)}") for tie in found],
            "hovertemplate": "%{customdata}<extra></extra>",
        },
        textfont={"color": look.ink, "size": 12, "shadow": "none"},
    )
    return figure
