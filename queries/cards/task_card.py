"""One task with all that is known of it: how it stands, what it is part of, its parts, its steps."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from data.schema import Task, TaskStep
from queries.compose import conditions
from queries.filters import Filters, Scope
from queries.source import Source

_COLUMNS = (
    "t.task_id, t.task_code, t.task_kind, t.task_title, t.plan_year, t.parent_task_id, t.region_code, "
    "t.region, t.section_code, t.section, t.responsible_person, t.origin, t.set_date, t.first_due_date, "
    "t.due_date, t.extension_count, t.progress_percent, t.task_state, t.completed_date, t.cancelled_date, "
    "t.is_on_time, t.days_overdue, t.part_count, t.parts_completed"
)


@dataclass(frozen=True)
class TaskStanding:
    """One task on one day; see queries/relations/as_of/task_as_of.sql. Names are None where not filled in."""

    task_id: int
    task_code: str
    task_kind: str
    task_title: str
    plan_year: int
    parent_task_id: int | None
    region_code: str | None
    region: str | None
    section_code: str | None
    section: str | None
    responsible_person: str | None
    origin: str | None
    set_date: date
    first_due_date: date | None
    due_date: date | None
    extension_count: int
    progress_percent: int | None
    task_state: str
    completed_date: date | None
    cancelled_date: date | None
    is_on_time: bool | None
    days_overdue: int | None
    part_count: int | None
    parts_completed: int | None

    @property
    def is_over(self) -> bool:
        """Completed or cancelled on the day."""
        return self.task_state in {"completed", "cancelled"}


@dataclass(frozen=True)
class Step:
    """A dated fact in the life of the task."""

    kind: str
    fact_date: date
    new_due_date: date | None
    progress_percent: int | None
    person: str | None
    note: str | None


@dataclass(frozen=True)
class TaskCard:
    """`above` is None for a task that is part of none, or of one outside the reader's scope.

    A part without a requirement of its own has that of the whole: whoever does a part has to know it. `parts`
    are those of its parts that the reader may see, by their number; `steps` go up to the day.
    """

    as_of: date
    standing: TaskStanding
    requirement: str | None
    above: TaskStanding | None
    parts: tuple[TaskStanding, ...]
    steps: tuple[Step, ...]


def task_card(
    source: Source, connection: Connection, task_id: int, as_of: date, scope: Scope
) -> TaskCard | None:
    """The card, or None: the same for a task that is not there (yet) and for one outside the scope."""
    found = _standings(source, "t.task_id = $task_id", task_id, as_of, scope)
    if not found:
        return None
    standing = found[0]
    whole = standing.parent_task_id
    above = _standings(source, "t.task_id = $task_id", whole, as_of, scope) if whole is not None else []
    return TaskCard(
        as_of=as_of,
        standing=standing,
        requirement=_requirement(connection, task_id) or _requirement(connection, whole),
        above=above[0] if above else None,
        parts=tuple(_standings(source, "t.parent_task_id = $task_id", task_id, as_of, scope)),
        steps=_steps(connection, task_id, as_of),
    )


def _standings(source: Source, which: str, task_id: int, as_of: date, scope: Scope) -> list[TaskStanding]:
    where, parameters = conditions(source, None, Filters(as_of=as_of), scope)
    sql = f"""with as_of as (select cast($as_of as date) as as_of_date),
        task_as_of as ({source.as_of_relations["task_as_of"]})
        select {_COLUMNS} from task_as_of as t where {which} and {where} order by t.task_code"""
    rows = source.rows(sql, parameters | {"as_of": as_of, "task_id": task_id})
    return [TaskStanding(*row) for row in rows]


def _requirement(connection: Connection, task_id: int | None) -> str | None:
    return connection.scalar(select(Task.requirement).where(Task.task_id == task_id))


def _steps(connection: Connection, task_id: int, as_of: date) -> tuple[Step, ...]:
    question = (
        select(
            TaskStep.kind,
            TaskStep.fact_date,
            TaskStep.new_due_date,
            TaskStep.progress_percent,
            TaskStep.person,
            TaskStep.note,
        )
        .where(TaskStep.task_id == task_id, TaskStep.fact_date <= as_of)
        .order_by(TaskStep.fact_date, TaskStep.task_step_id)
    )
    return tuple(Step(*row) for row in connection.execute(question))
