"""The indicators of the ledger in the order of their importance: reports and snapshots begin with them."""

from collections.abc import Iterable

INDICATORS = (
    "findings",
    "rectification_rate_by_count",
    "rectification_rate_by_amount",
    "rectification_rate_due",
    "rectification_on_time",
    "close_out_rate",
    "findings_open",
    "findings_overdue",
    "overdue_amount",
    "findings_due_soon",
    "findings_awaiting_close_out",
    "major_findings_open",
    "instructed_findings_open",
    "repeat_findings_open",
    "amount_by_kind",
    "rules_established",
    "transfer_rate",
    "recommendation_adoption",
)


def most_important_first(names: Iterable[str]) -> list[str]:
    """Names of KPIs: these in their order, then the others by name."""
    places = {name: place for place, name in enumerate(INDICATORS)}
    return sorted(names, key=lambda name: (places.get(name, len(places)), name))
