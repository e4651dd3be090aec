"""An indicator's figure, target and state in words."""

from components.figures import show
from components.kpi.target_state import SIGNS
from components.kpi.target_words import target_words
from data.language import _
from data.planning.indicator_units import in_kpi_terms, is_on_baseline
from data.shipped_names import shipped_name
from queries.planning.indicator_standing import Standing
from queries.planning.plans import Indicator, Milestone
from queries.targets import COMPARISONS


def standing_state(state: str) -> str:
    """The word for one of `queries.planning.indicator_standing.STATES`."""
    return {
        "meets": _("On target"),
        "at_risk": _("At risk"),
        "breach": _("Off target"),
        "running": _("At year's end"),
        "no_data": _("No figure"),
        "no_target": _("No target set"),
    }[state]


def standing_meaning(state: str) -> str:
    """The meaning of the state's colour: neither good nor bad without a target, or before it is due."""
    return "neutral" if state in {"no_target", "running"} else state


def verdict_words(standing: Standing, judged: Standing | None) -> str:
    """The state in its year; for a year without a target, what the last one before it came to.

    A target that the figure cannot be held to is not one that was never set: it says why it is not judged.
    `judged` is that of `queries.planning.indicator_standing.last_judged`.
    """
    words, indicator = standing_state(standing.state), standing.indicator
    if standing.state == "no_target" and indicator.milestone(standing.year):
        is_reckoned = indicator.goal(standing.year) is not None
        return _("Not judged: a part of the whole") if is_reckoned else _("Not judged: no baseline")
    if standing.state != "no_target" or judged is None:
        return words
    state = standing_state(judged.state)
    return _("{words} (target of {year}: {state})").format(words=words, year=judged.year, state=state)


def actual_words(standing: Standing) -> str:
    """✓ 96.30%, or that there is no figure."""
    if standing.value is None:
        return _("no data")
    sign = SIGNS.get(standing.state, "")
    return f"{sign} {show(standing.value, standing.indicator.format)}".strip()


def goal_words(indicator: Indicator, standing: Standing | None, year: int) -> str:
    """≥ 95%; a rise over a baseline that cannot be reckoned as the plan words it; else that none is set.

    `standing` is None for a year that has not begun.
    """
    if standing is not None and standing.target is not None:
        return target_words(standing.target, indicator.format)
    milestone, goal = indicator.milestone(year), indicator.goal(year)
    if milestone is None:
        return _("no target set")
    if goal is not None:
        sign = COMPARISONS[milestone.comparison]
        return f"{sign} {_short(in_kpi_terms(goal, indicator.format), indicator.format)}"
    return milestone_words(indicator, milestone)


def milestone_words(indicator: Indicator, milestone: Milestone) -> str:
    """A milestone as the plan words it: ≥ 90%, or ≥ baseline +5%."""
    sign = COMPARISONS[milestone.comparison]
    if is_on_baseline(indicator.unit):
        rise = _short(in_kpi_terms(milestone.value, "percent"), "percent")
        return _("{sign} baseline {rise}").format(sign=sign, rise=f"+{rise}")
    return f"{sign} {_short(in_kpi_terms(milestone.value, indicator.format), indicator.format)}"


def owed_words(indicator: Indicator) -> str:
    """Who owes the figure, as far as the bureau has said."""
    if indicator.kpi and indicator.section:
        return _("computed, no data yet: {section}").format(section=indicator.section)
    if indicator.kpi:
        return _("computed, no data yet")
    if indicator.section:
        return _("owed by {section}").format(section=indicator.section)
    return _("nobody named who owes it")


def baseline_words(indicator: Indicator) -> str:
    """The baseline with what it is, and that it does not compare where that is so; "" for none."""
    if indicator.baseline is None:
        return ""
    figure = show(in_kpi_terms(indicator.baseline, indicator.format), indicator.format)
    words = figure
    if indicator.baseline_label:
        words = _("{name} ({words})").format(name=figure, words=shipped_name(indicator.baseline_label))
    if indicator.is_baseline_comparable:
        return words
    return _("{baseline}, not comparable").format(baseline=words)


def drawn_baseline(indicator: Indicator) -> float | None:
    """The baseline as a chart marks it; None for one that does not compare."""
    if indicator.baseline is None or not indicator.is_baseline_comparable:
        return None
    return in_kpi_terms(indicator.baseline, indicator.format)


def _short(value: float, format: str) -> str:  # noqa: A002
    return show(value, format).replace(".00%", "%")
