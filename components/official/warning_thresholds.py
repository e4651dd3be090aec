"""The thresholds of a warning rule in words: 提前天数 180 天; what the bureau has not set says so."""

from components.figures import show
from data.language import _
from queries.planning.warning_rules import Threshold
from queries.planning.warning_standing import RuleStanding

_FEN_OF_TEN_THOUSAND = 1_000_000
_NAMED = 2  # thresholds of a rule that are named on its line


def threshold_words(entry: RuleStanding) -> str:
    """All thresholds of a rule on one line; empty for a rule without any.

    More than two are one setting in several steps (a cycle for each class), named by the last part of their
    name: A 3 年 · B 4 年.
    """
    if len(entry.rule.thresholds) > _NAMED:
        return " · ".join(
            "{} {}".format(item.name.rpartition("_")[2].upper(), value_words(item, entry.value(item)))
            for item in entry.rule.thresholds
        )
    return " · ".join(
        f"{threshold.title} {value_words(threshold, entry.value(threshold))}"
        for threshold in entry.rule.thresholds
    )


def value_words(threshold: Threshold, value: int | None) -> str:
    """A value with its unit, or that it is not set."""
    if value is None:
        return _("not set")
    if threshold.unit == "wan_yuan":
        return show(value * _FEN_OF_TEN_THOUSAND, "fen")
    words = {
        "days": _("{number} days"),
        "years": _("{number} years"),
        "times": _("{number} times"),
        "percent": _("{number}%"),
    }[threshold.unit]
    return words.format(number=value)


def unit_words(threshold: Threshold) -> str:
    """The unit alone, beside a field for the number."""
    return {
        "days": _("days"),
        "years": _("years"),
        "times": _("times"),
        "percent": "%",
        "wan_yuan": _("10,000 yuan"),
    }[threshold.unit]
