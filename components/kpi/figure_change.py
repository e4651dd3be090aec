"""How a figure changed, in words."""

from components.figures import show
from data.language import _
from queries.catalog import Kpi
from queries.run import Figure


def figure_change(kpi: Kpi, now: Figure, before: Figure) -> str | None:
    """+1.20 points, -3, unchanged; None where there is nothing to compare."""
    if now.value is None or before.value is None:
        return None
    difference = now.value - before.value
    if not difference:
        return _("unchanged")
    sign = "-" if difference < 0 else "+"
    if kpi.format == "percent":
        points = f"{abs(difference) * 100:.2f}"
        return _("{sign}{points} points").format(sign=sign, points=points)
    return sign + show(abs(difference), kpi.format)
