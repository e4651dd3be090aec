"""规划指标: plans, their indicators, yearly targets, and values that the database cannot compute."""

from sqlalchemy import Boolean, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Fen, Key, Moment, Name, Words


class IndicatorPlan(Base):
    """A plan with its years of validity, such as 十四五 2021–2025."""

    __tablename__ = "indicator_plan"

    plan_code: Mapped[Code] = mapped_column(primary_key=True)
    name: Mapped[Name]
    first_year: Mapped[int]
    last_year: Mapped[int]
    source: Mapped[Name | None]  # the document
    sort_order: Mapped[int] = mapped_column(default=0)


class Indicator(Base):
    """One indicator of a plan; `kpi` names the KPI file that computes it, where there is one.

    A yearly figure is that of the plan year, or that of all years as it stood at the end of the year
    (`reckoning`). Figures of percent are kept in basis points, money in 分.
    """

    __tablename__ = "indicator"

    indicator_code: Mapped[Code] = mapped_column(primary_key=True)
    plan_code: Mapped[Code] = mapped_column(ForeignKey("indicator_plan.plan_code"))
    name: Mapped[Name]
    formula: Mapped[Words | None]
    kpi: Mapped[Code | None]
    unit_of_measure: Mapped[Code | None]
    reckoning: Mapped[Code | None]  # see data/codes.py: RECKONING
    seed_code: Mapped[Code | None]  # which indicator of the source documents this is, such as 003-K11
    baseline_value: Mapped[Fen | None]
    baseline_label: Mapped[Name | None]
    is_baseline_comparable: Mapped[bool] = mapped_column(Boolean, default=True)
    note: Mapped[Name | None]
    sort_order: Mapped[int] = mapped_column(default=0)
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"))  # who owes it


class IndicatorTarget(Base):
    """A target of an indicator: a milestone order and label, and the year where the plan names one."""

    __tablename__ = "indicator_target"
    __table_args__ = (UniqueConstraint("indicator_code", "milestone_order"),)

    indicator_target_id: Mapped[Key]
    indicator_code: Mapped[Code] = mapped_column(ForeignKey("indicator.indicator_code"))
    milestone_order: Mapped[int]
    label: Mapped[Name]
    year: Mapped[int | None]
    # Percent targets in basis points, counts as they are: whole numbers compare exactly.
    target_value: Mapped[Fen]
    comparison: Mapped[Code]  # at_least, at_most, more_than


class IndicatorValue(Base):
    """An actual figure entered with its evidence."""

    __tablename__ = "indicator_value"

    indicator_value_id: Mapped[Key]
    indicator_code: Mapped[Code] = mapped_column(ForeignKey("indicator.indicator_code"))
    year: Mapped[int]
    actual_value: Mapped[Fen]
    evidence: Mapped[Words]
    fact_date: Mapped[Day]
    entered_by: Mapped[Name | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]
