"""What the bureau enters for the indicators of its plans: values with their evidence, targets, who owes them.

A value is never overwritten: a correction is another entry, and the one before stays in the history. Each
operation asks for its right itself and records its event in the transaction of the change.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, insert, select, update

from data.access.permission import permit, refuse
from data.access.roles import User, can
from data.bureau import bureau
from data.codes import COMPARISON
from data.engine import now, reading, writing
from data.events import IndicatorTargetsChanged, IndicatorValueEntered, record, take_turn
from data.language import _
from data.planning.indicator_rules import (
    IndicatorError,
    IndicatorTerms,
    check_day,
    check_entered,
    check_number,
)
from data.planning.indicator_units import as_typed, base_unit, is_on_baseline, typed
from data.schema import Indicator, IndicatorPlan, IndicatorTarget, IndicatorValue, Section

ACTION = "maintain-plan"
LONGEST_EVIDENCE = 2000  # characters: a reference to documents, not the documents
LONGEST_LABEL = 80


@dataclass(frozen=True)
class TypedTarget:
    """A target as a person types it; `year` None: it holds in every year of the plan."""

    label: str
    year: int | None
    comparison: str
    value: str


def may_keep(user: User, section_code: str | None) -> bool:
    """Whether the user may change an indicator that this section owes: a bound user keeps those of theirs."""
    return can(user, ACTION) and user.region_code is None and user.section_code in {None, section_code}


def enter_value(
    engine: Engine, actor: User, code: str, *, year: int, value: str, day: date, evidence: str
) -> int:
    """Enter the figure of a year as typed, with the day it is of and its evidence; returns the event's id.

    An entry for a year that has one corrects it and is not of an earlier day. Raises IndicatorError,
    NotPermittedError.
    """
    _permit(engine, actor, code)
    with writing(engine) as connection:
        take_turn(connection)
        indicator = _existing(connection, code)
        terms = _terms(connection, indicator)
        check_entered(terms)
        check_day(terms, year=year, day=day, today=bureau(connection).as_of)
        number = _number(value, _base(indicator))
        check_number(terms, number)
        told = evidence.strip()
        if not 0 < len(told) <= LONGEST_EVIDENCE:
            raise IndicatorError(
                _("The evidence has 1 to {length} characters.").format(length=LONGEST_EVIDENCE)
            )
        before = _current(connection, code, year)
        if before is not None and day < before.fact_date:
            words = _("The figure in force is of {day}: one of an earlier day would not correct it.")
            raise IndicatorError(words.format(day=before.fact_date), "fact_date")
        connection.execute(
            insert(IndicatorValue).values(
                indicator_code=code,
                year=year,
                actual_value=number,
                evidence=told,
                fact_date=day,
                entered_by=f"{actor.display_name} ({actor.user_name})",
                recorded_at=now(),
            )
        )
        unit = _base(indicator)
        was = None if before is None else as_typed(before.actual_value, unit)
        return record(
            connection,
            actor.user_name,
            IndicatorValueEntered(code, year, day, was, as_typed(number, unit)),
        )


def set_targets(
    engine: Engine,
    actor: User,
    code: str,
    targets: Sequence[TypedTarget],
    *,
    section_code: str | None,
    baseline: str,
    baseline_label: str,
) -> int | None:
    """Replace the targets of an indicator, its baseline and the section that owes it.

    Returns the id of the event; None where nothing changed. Raises IndicatorError, NotPermittedError.
    """
    _permit(engine, actor, code)
    if actor.section_code not in {None, section_code}:
        refuse(engine, actor, ACTION, code)  # whoever is bound to a section does not hand it to another
    with writing(engine) as connection:
        take_turn(connection)
        indicator = _existing(connection, code)
        rows = [_checked_target(indicator, target) for target in targets]
        if section_code is not None and not connection.scalar(
            select(Section.section_code).where(Section.section_code == section_code)
        ):
            raise IndicatorError(_("There is no such section."))
        number = _number(baseline, _base(indicator)) if baseline.strip() else None
        label = baseline_label.strip()[:LONGEST_LABEL] or None
        old = _targets(connection, code)
        before = _told(indicator, old, indicator.section_code, indicator.baseline_value)
        after = _told(indicator, rows, section_code, number)
        if before == after and label == indicator.baseline_label:
            return None
        connection.execute(
            update(Indicator)
            .where(Indicator.indicator_code == code)
            .values(section_code=section_code, baseline_value=number, baseline_label=label)
        )
        connection.execute(delete(IndicatorTarget).where(IndicatorTarget.indicator_code == code))
        if rows:
            connection.execute(
                insert(IndicatorTarget),
                [
                    {"indicator_code": code, "milestone_order": order, **row}
                    for order, row in enumerate(rows, start=1)
                ],
            )
        return record(connection, actor.user_name, IndicatorTargetsChanged(code, before, after))


def _permit(engine: Engine, actor: User, code: str) -> None:
    permit(engine, actor, ACTION, code)
    with reading(engine) as connection:
        owner = _existing(connection, code).section_code
    if not may_keep(actor, owner):
        refuse(engine, actor, ACTION, code)


def _existing(connection: Connection, code: str) -> Row[Any]:
    columns = (*Indicator.__table__.columns, IndicatorPlan.first_year, IndicatorPlan.last_year)
    found = connection.execute(
        select(*columns)
        .join(IndicatorPlan, IndicatorPlan.plan_code == Indicator.plan_code)
        .where(Indicator.indicator_code == code)
    ).one_or_none()
    if found is None:
        raise IndicatorError(_("There is no such indicator."))
    return found


def _base(indicator: Row[Any]) -> str:
    return base_unit(indicator.unit_of_measure or "count")


def _terms(connection: Connection, indicator: Row[Any]) -> IndicatorTerms:
    return IndicatorTerms(
        kpi=indicator.kpi,
        unit_of_measure=indicator.unit_of_measure or "count",
        first_year=indicator.first_year,
        last_year=indicator.last_year,
        targets=[row["target_value"] for row in _targets(connection, indicator.indicator_code)],
    )


def _current(connection: Connection, code: str, year: int) -> Row[int, date] | None:
    """The entry in force of a year: (actual_value, fact_date), by the order that figures go by."""
    return connection.execute(
        select(IndicatorValue.actual_value, IndicatorValue.fact_date)
        .where(IndicatorValue.indicator_code == code, IndicatorValue.year == year)
        .order_by(
            IndicatorValue.fact_date.desc(),
            IndicatorValue.recorded_at.desc(),
            IndicatorValue.indicator_value_id.desc(),
        )
        .limit(1)
    ).first()


def _checked_target(indicator: Row[Any], target: TypedTarget) -> dict[str, Any]:
    label = target.label.strip()
    if not 0 < len(label) <= LONGEST_LABEL:
        raise IndicatorError(
            _("The wording of a target has 1 to {length} characters.").format(length=LONGEST_LABEL)
        )
    if target.year is not None and not indicator.first_year <= target.year <= indicator.last_year:
        raise IndicatorError(
            _("The year of a target lies in the plan, {first} to {last}.").format(
                first=indicator.first_year, last=indicator.last_year
            )
        )
    if target.comparison not in COMPARISON:
        raise IndicatorError(_("Say whether the target is to be reached, exceeded or not exceeded."))
    unit = indicator.unit_of_measure or "count"
    number = _number(target.value, "percent" if is_on_baseline(unit) else unit)
    if number < 0:
        raise IndicatorError(_("The figure is not below nought."))
    return {
        "label": label,
        "year": target.year,
        "target_value": number,
        "comparison": target.comparison,
    }


def _number(text: str, unit: str) -> int:
    number = typed(text, unit)
    if number is None:
        raise IndicatorError(
            _(
                "{text} is no figure: percent with at most two decimals, money in 10,000 yuan, else whole."
            ).format(text=text.strip()[:20] or "“”")
        )
    return number


def _targets(connection: Connection, code: str) -> list[dict[str, Any]]:
    rows = connection.execute(
        select(
            IndicatorTarget.label,
            IndicatorTarget.year,
            IndicatorTarget.target_value,
            IndicatorTarget.comparison,
        )
        .where(IndicatorTarget.indicator_code == code)
        .order_by(IndicatorTarget.milestone_order)
    )
    return [dict(row) for row in rows.mappings()]


def _told(
    indicator: Row[Any], targets: Sequence[dict[str, Any]], section_code: str | None, baseline: int | None
) -> dict[str, Any]:
    """What an event says of targets, baseline and section: as a person would type it."""
    unit = indicator.unit_of_measure or "count"
    of_targets = "percent" if is_on_baseline(unit) else unit
    return {
        "targets": [
            f"{row['label']} {row['year'] or ''} {row['comparison']} "
            f"{as_typed(row['target_value'], of_targets)}".replace("  ", " ")
            for row in targets
        ],
        "section_code": section_code,
        "baseline": None if baseline is None else as_typed(baseline, _base(indicator)),
    }
