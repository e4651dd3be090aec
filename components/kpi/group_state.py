"""How a group stands beside the whole: rates are compared, totals are not; a large group is not a bad one."""

from queries.catalog import Kpi

# How far a group's rate may be on the wrong side of the whole before it is marked, as a share of one.
BEHIND, FAR_BEHIND = 0.05, 0.10


def group_state(kpi: Kpi, value: float | None, whole: float | None) -> str:
    """More than ten points behind the whole: "breach"; more than five: "at_risk"; "neutral" or "no_data"."""
    if value is None:
        return "no_data"
    if kpi.format != "percent" or kpi.better is None or whole is None:
        return "neutral"
    behind = whole - value if kpi.better == "higher" else value - whole
    return "breach" if behind > FAR_BEHIND else "at_risk" if behind > BEHIND else "neutral"
