"""A target in words: its sign and its figure, and how a figure stands against it."""

from components.figures import show
from components.kpi.target_state import SIGNS, state_word
from data.language import _
from queries.targets import COMPARISONS, Target


def target_words(target: Target, format: str) -> str:  # noqa: A002
    """≥ 95%, > 60%, ≤ 50 天; `format` is that of the KPI."""
    return f"{COMPARISONS[target.comparison]} {show(target.value, format).replace('.00%', '%')}"


def against_target(state: str, target: Target, format: str) -> str:  # noqa: A002
    """✕ off target, target ≥ 95%; before the year is over only what it is to reach. Not for a missing figure.

    `state` is that of `queries.targets.state_against`.
    """
    words = target_words(target, format)
    if state == "neutral":
        return _("year-end target {target}").format(target=words)
    return _("{sign} {word}, target {target}").format(sign=SIGNS[state], word=state_word(state), target=words)
