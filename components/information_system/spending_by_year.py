"""What is spent on building systems and what on running them, year by year."""

from dataclasses import replace

from components.kpi.columns_by_year import columns_by_year
from data.language import _
from queries.filters import Filters

MEANINGS = {"build": "neutral", "maintenance": "at_risk", "security": "no_data"}  # of SYSTEM_PURPOSE


def spending_by_year(filters: Filters) -> None:
    """Draw a column per budget year, its purposes stacked; a click on a part opens its rows."""
    columns_by_year(
        "system_spending",
        replace(filters, year=None),
        year="plan_year",
        part="money_purpose",
        title=_("Is more spent on building or on running?"),
        meanings=MEANINGS,
    )
