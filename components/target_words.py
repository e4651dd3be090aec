"""A target in words: its sign and its figure."""

from components.figures import show
from queries.targets import COMPARISONS, Target


def target_words(target: Target, format: str) -> str:  # noqa: A002
    """≥ 95%, > 60%, ≤ 50 天; `format` is that of the KPI."""
    return f"{COMPARISONS[target.comparison]} {show(target.value, format).replace('.00%', '%')}"
