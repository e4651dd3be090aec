"""The charts of the cockpit: they draw rows, know no KPI, and carry the code of what can be clicked.

Every chart takes a DataFrame and the names of its columns, or what stands where two lists of codes meet as a
mapping of pairs, and returns a Plotly figure for `draw`. `format` is "percent" (0-1), "count", "days" or
"fen" (whole 分). The first item of a point's customdata is its code: `draw` hands it back when the point is
clicked. Text from rows is drawn letter by letter, never as markup.
"""

from components.charts.bars import bars
from components.charts.bullets import bullets
from components.charts.columns import columns
from components.charts.columns_by_month import columns_by_month
from components.charts.columns_stacked import columns_stacked
from components.charts.draw import draw
from components.charts.heat_map import heat_map
from components.charts.stacked_bars import stacked_bars
from components.charts.trend import trend

__all__ = [
    "bars",
    "bullets",
    "columns",
    "columns_by_month",
    "columns_stacked",
    "draw",
    "heat_map",
    "stacked_bars",
    "trend",
]
