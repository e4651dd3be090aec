"""A plan as a file: its validity, its indicators and their targets. Shipped ones: data/reference/plans.

Figures are written as a person reads them (percent, 万元) and kept as whole numbers, see
data/planning/indicator_units.py. A target without `year` holds in every year of the plan.
"""

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.codes import COMPARISON, INDICATOR_UNIT, RECKONING
from data.planning.indicator_units import base_unit, is_on_baseline, typed

SHIPPED_FOLDER = Path(__file__).resolve().parent.parent / "reference" / "plans"
LONGEST = 400  # characters of a name, a label, a note
_YEARS = range(1990, 2100)


class PlanFileError(ValueError):
    """The file does not describe a plan; the message says where and why, in Chinese."""


@dataclass(frozen=True)
class TargetEntry:
    """One target in the order of the milestones; `value` as the database keeps it."""

    label: str
    value: int
    comparison: str
    year: int | None


@dataclass(frozen=True)
class IndicatorEntry:
    """One indicator with its targets."""

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
    targets: tuple[TargetEntry, ...]


@dataclass(frozen=True)
class PlanEntry:
    """A plan with its indicators, in their order."""

    code: str
    name: str
    first_year: int
    last_year: int
    source: str | None
    sort_order: int
    indicators: tuple[IndicatorEntry, ...]


def shipped_plans() -> tuple[str, ...]:
    """The names of the plans that come with the cockpit."""
    return tuple(sorted(file.stem for file in SHIPPED_FOLDER.glob("*.toml")))


def read_plan(name: str | Path) -> PlanEntry:
    """The plan of a file, or the shipped one of that name. Raises PlanFileError."""
    file = SHIPPED_FOLDER / f"{name}.toml" if str(name) in shipped_plans() else Path(name)
    try:
        content = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PlanFileError(f"无法读取规划文件 {file.name}：{error}") from error
    try:
        plan = _plan(content)
    except (KeyError, TypeError, AttributeError) as error:
        raise PlanFileError(f"{file.name}：缺少或写错了 {error}") from error
    check_plan(plan)
    return plan


def check_plan(plan: PlanEntry) -> None:
    """Raise PlanFileError for a plan that contradicts itself, or has a word that is too long."""
    if not (plan.first_year in _YEARS and plan.last_year in _YEARS and plan.first_year <= plan.last_year):
        raise PlanFileError(f"规划年限 {plan.first_year}–{plan.last_year} 有误")
    twice = [code for code, times in Counter(entry.code for entry in plan.indicators).items() if times > 1]
    if twice:
        raise PlanFileError(f"指标编号重复：{'、'.join(twice)}")
    texts = [plan.code, plan.name, plan.source]
    for entry in plan.indicators:
        texts += [entry.code, entry.name, entry.kpi, entry.baseline_label, entry.note]
        texts += [target.label for target in entry.targets]
        known = ((INDICATOR_UNIT, entry.unit), (RECKONING, entry.reckoning))
        if unknown := [code for codes, code in known if code not in codes]:
            raise PlanFileError(f"{entry.code}：不认识 {'、'.join(unknown)}")
        for target in entry.targets:
            if target.comparison not in COMPARISON:
                raise PlanFileError(f"{entry.code}：不认识 {target.comparison}")
            if target.year is not None and not plan.first_year <= target.year <= plan.last_year:
                raise PlanFileError(f"{entry.code}：目标年度 {target.year} 不在规划年限内")
    if long := next((text for text in texts if text and len(text) > LONGEST), None):
        raise PlanFileError(f"文字过长（最多 {LONGEST} 字）：{long[:20]}……")


def _plan(content: dict[str, Any]) -> PlanEntry:
    return PlanEntry(
        code=str(content["plan_code"]),
        name=str(content["name"]),
        first_year=int(content["first_year"]),
        last_year=int(content["last_year"]),
        source=content.get("source"),
        sort_order=int(content.get("sort_order", 0)),
        indicators=tuple(_indicator(entry) for entry in content["indicator"]),
    )


def _indicator(entry: dict[str, Any]) -> IndicatorEntry:
    code, unit = str(entry["code"]), str(entry["unit"])
    baseline = entry.get("baseline")
    return IndicatorEntry(
        code=code,
        name=str(entry["name"]),
        formula=entry.get("formula"),
        kpi=entry.get("kpi"),
        unit=unit,
        reckoning=str(entry.get("reckoning", "year_end")),
        seed_code=entry.get("seed_code"),
        baseline=None if baseline is None else _number(code, str(baseline), base_unit(unit)),
        baseline_label=entry.get("baseline_label"),
        is_baseline_comparable=bool(entry.get("is_baseline_comparable", True)),
        note=entry.get("note"),
        targets=tuple(
            TargetEntry(
                str(target["label"]),
                _number(code, str(target["value"]), "percent" if is_on_baseline(unit) else unit),
                str(target.get("comparison", "at_least")),
                target.get("year"),
            )
            for target in entry.get("targets", ())
        ),
    )


def _number(code: str, text: str, unit: str) -> int:
    if unit not in INDICATOR_UNIT:
        raise PlanFileError(f"{code}：不认识 {unit}")
    number = typed(text, unit)
    if number is None:
        raise PlanFileError(f"{code}：无法按“{unit}”读出 {text}")
    return number
