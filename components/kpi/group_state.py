"""How a group stands: against its own target where it has one, else beside the whole."""

from components.session import group_target
from queries.catalog import Kpi, has_kpis_of_groups
from queries.filters import Filters
from queries.run import Group
from queries.targets import state_against

# How far a group's rate may be on the wrong side of the whole before it is marked, as a share of one.
BEHIND, FAR_BEHIND = 0.05, 0.10


def group_state(kpi: Kpi, by: str, group: Group, filters: Filters, whole: float | None) -> str:
    """State of a group of `kpi` by the dimension `by`; `whole` is the figure that groups are compared with.

    Groups that are KPIs of their own, such as the rules of coverage, are judged by what the plan sets for
    each and by nothing else: one duty has one verdict on every page.
    """
    if has_kpis_of_groups(kpi.name, by):
        return state_against(group.figure.value, group_target(kpi.name, by, group.code, filters))
    return beside_the_whole(kpi, group.figure.value, whole)


def beside_the_whole(kpi: Kpi, value: float | None, whole: float | None) -> str:
    """More than ten points behind the whole: "breach"; more than five: "at_risk"; "neutral" or "no_data".

    Totals are not compared: a large group is not a bad one.
    """
    if value is None:
        return "no_data"
    if kpi.format != "percent" or kpi.better is None or whole is None:
        return "neutral"
    behind = whole - value if kpi.better == "higher" else value - whole
    return "breach" if behind > FAR_BEHIND else "at_risk" if behind > BEHIND else "neutral"
