"""规划: the plans of the bureau, their indicators, and what each sets to be reached in which year."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from data.planning.indicator_units import base_unit, is_on_baseline, on_baseline
from data.shipped_names import shipped_name
from queries.source import Source


@dataclass(frozen=True)
class Milestone:
    """A target as the plan words it. `year` is None where it holds for the whole validity of the plan.

    `value` is in the terms of the indicator's unit: percent in basis points, money in 分; for a unit on a
    baseline, the rise over it in basis points. `comparison` is "at_least", "more_than" or "at_most".
    """

    order: int
    label: str
    year: int | None
    value: int
    comparison: str


@dataclass(frozen=True)
class Indicator:
    """One indicator of a plan. `kpi` names the KPI that computes it; without one its values are entered."""

    code: str
    name: str
    formula: str | None
    kpi: str | None
    unit: str
    reckoning: str
    seed_code: str | None
    baseline: int | None
    baseline_label: str | None
    is_baseline_comparable: bool
    note: str | None
    section_code: str | None
    section: str | None
    milestones: tuple[Milestone, ...]

    @property
    def title(self) -> str:
        """Its name in the language of the context."""
        return shipped_name(self.name)

    def milestone(self, year: int) -> Milestone | None:
        """The target of a year: its own row (of several the last), else one without a year; else None.

        Nothing is interpolated between the rows.
        """
        return self._last(year) or self._last(None)

    def earlier(self, year: int) -> tuple[Milestone, ...]:
        """The milestones of a year before the one that it is judged by, in their order."""
        rows = sorted(
            (milestone for milestone in self.milestones if milestone.year == year),
            key=lambda milestone: milestone.order,
        )
        return tuple(rows[:-1])

    def goal(self, year: int) -> int | None:
        """What is to be reached in a year, in the terms of the base unit; None where nothing can be said.

        A rise over a baseline needs a baseline that compares.
        """
        milestone = self.milestone(year)
        if milestone is None or not is_on_baseline(self.unit):
            return milestone.value if milestone else None
        if self.baseline is None or not self.is_baseline_comparable:
            return None
        return on_baseline(self.baseline, milestone.value)

    @property
    def format(self) -> str:
        """How its figures are shown: "percent", "count", "days" or "fen"."""
        return base_unit(self.unit)

    def _last(self, year: int | None) -> Milestone | None:
        rows = [milestone for milestone in self.milestones if milestone.year == year]
        return max(rows, key=lambda milestone: milestone.order, default=None)


@dataclass(frozen=True)
class Plan:
    """A plan with its validity; `source` is the document."""

    code: str
    name: str
    first_year: int
    last_year: int
    source: str | None
    indicators: tuple[Indicator, ...]

    @property
    def title(self) -> str:
        """Its name in the language of the context."""
        return shipped_name(self.name)

    def is_valid_in(self, year: int) -> bool:
        """Whether the year belongs to the plan."""
        return self.first_year <= year <= self.last_year


def plans(source: Source) -> tuple[Plan, ...]:
    """Every plan in the order of the plans, with its indicators in theirs."""
    milestones: dict[str, list[Milestone]] = defaultdict(list)
    for code, *milestone in source.rows(
        """select indicator_code, milestone_order, label, year, target_value, comparison
        from indicator_target order by indicator_code, milestone_order"""
    ):
        milestones[code].append(Milestone(*milestone))
    indicators: dict[str, list[Indicator]] = defaultdict(list)
    for row in source.rows(
        """select
            i.plan_code, i.indicator_code, i.name, i.formula, i.kpi,
            coalesce(i.unit_of_measure, 'count'), coalesce(i.reckoning, 'year_end'), i.seed_code,
            i.baseline_value, i.baseline_label, i.is_baseline_comparable, i.note, i.section_code, s.name
        from indicator as i left join section as s on s.section_code = i.section_code
        order by i.sort_order, i.indicator_code"""
    ):
        plan_code, code, *rest = row
        indicators[plan_code].append(Indicator(*(code, *rest, tuple(milestones[code]))))
    rows = source.rows(
        """select plan_code, name, first_year, last_year, source
        from indicator_plan order by sort_order, plan_code"""
    )
    return tuple(Plan(*(*row, tuple(indicators[row[0]]))) for row in rows)


def plan_in_force(found: Iterable[Plan], year: int) -> Plan | None:
    """The plan to look at first: of those valid in the year the first; else the one that ended last."""
    every = list(found)
    begun = [plan for plan in every if plan.first_year <= year] or every
    return next(
        (plan for plan in every if plan.is_valid_in(year)),
        max(begun, key=lambda plan: plan.last_year, default=None),
    )
