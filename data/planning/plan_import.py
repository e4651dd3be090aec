"""Write a plan into the database: its validity, its indicators and their targets, as one event.

Writing it again brings it up to date: targets are replaced, entered values and the responsible sections stay.
"""

from collections.abc import Collection

from sqlalchemy import Connection, Engine, delete, insert, select, update

from data.access.permission import permit_whole
from data.access.roles import COMMAND_LINE, User
from data.engine import writing
from data.events import PlanImported, record, take_turn
from data.planning.plan_file import IndicatorEntry, PlanEntry, PlanFileError, check_plan
from data.schema import Indicator, IndicatorPlan, IndicatorTarget, IndicatorValue

ACTION = "maintain-plan"


def import_plan(engine: Engine, plan: PlanEntry, kpis: Collection[str], *, user: User | None = None) -> int:
    """Write the plan; returns the id of the event. Without `user` the command line acts.

    `kpis` are the names of the KPIs there are. Raises PlanFileError where an indicator names none of them,
    belongs to another plan, or has left the plan though values were entered for it; NotPermittedError, also
    for a user who is bound to a section or a region: a plan holds for the whole bureau.
    """
    if user is not None:
        permit_whole(engine, user, ACTION, plan.code)
    actor = user or COMMAND_LINE
    check_plan(plan)
    unknown = sorted({entry.kpi for entry in plan.indicators if entry.kpi and entry.kpi not in kpis})
    if unknown:
        raise PlanFileError(f"没有这样的指标文件：{'、'.join(unknown)}")
    with writing(engine) as connection:
        take_turn(connection)
        write_plan(connection, plan)
        targets = sum(len(entry.targets) for entry in plan.indicators)
        imported = PlanImported(plan.code, plan.name, len(plan.indicators), targets)
        return record(connection, actor.user_name, imported)


def write_plan(connection: Connection, plan: PlanEntry) -> None:
    """Write the rows of a checked plan. Raises PlanFileError as `import_plan` does."""
    values = {
        "name": plan.name,
        "first_year": plan.first_year,
        "last_year": plan.last_year,
        "source": plan.source,
        "sort_order": plan.sort_order,
    }
    found = update(IndicatorPlan).where(IndicatorPlan.plan_code == plan.code)
    if not connection.execute(found.values(**values)).rowcount:
        connection.execute(insert(IndicatorPlan).values(plan_code=plan.code, **values))
    _remove_others(connection, plan)
    for order, entry in enumerate(plan.indicators, start=1):
        _write_indicator(connection, plan.code, entry, order)


def _remove_others(connection: Connection, plan: PlanEntry) -> None:
    codes = set(connection.scalars(select(Indicator.indicator_code).where(Indicator.plan_code == plan.code)))
    gone = codes - {entry.code for entry in plan.indicators}
    with_values = connection.scalars(
        select(IndicatorValue.indicator_code).where(IndicatorValue.indicator_code.in_(gone)).distinct()
    ).all()
    if with_values:
        raise PlanFileError(f"这些指标已填报数值，不能从规划中去掉：{'、'.join(sorted(with_values))}")
    for table in (IndicatorTarget, Indicator):
        connection.execute(delete(table).where(table.indicator_code.in_(gone)))


def _write_indicator(connection: Connection, plan_code: str, entry: IndicatorEntry, order: int) -> None:
    there = connection.scalar(select(Indicator.plan_code).where(Indicator.indicator_code == entry.code))
    if there not in {None, plan_code}:
        raise PlanFileError(f"指标编号 {entry.code} 已用于规划 {there}")
    values = {
        "plan_code": plan_code,
        "name": entry.name,
        "formula": entry.formula,
        "kpi": entry.kpi,
        "unit_of_measure": entry.unit,
        "reckoning": entry.reckoning,
        "seed_code": entry.seed_code,
        "baseline_value": entry.baseline,
        "baseline_label": entry.baseline_label,
        "is_baseline_comparable": entry.is_baseline_comparable,
        "note": entry.note,
        "sort_order": order,
    }
    if there is None:
        connection.execute(insert(Indicator).values(indicator_code=entry.code, **values))
    else:
        connection.execute(update(Indicator).where(Indicator.indicator_code == entry.code).values(**values))
    connection.execute(delete(IndicatorTarget).where(IndicatorTarget.indicator_code == entry.code))
    if entry.targets:
        connection.execute(
            insert(IndicatorTarget),
            [
                {
                    "indicator_code": entry.code,
                    "milestone_order": place,
                    "label": target.label,
                    "year": target.year,
                    "target_value": target.value,
                    "comparison": target.comparison,
                }
                for place, target in enumerate(entry.targets, start=1)
            ],
        )
