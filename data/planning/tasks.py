"""Tasks as planning keeps them: set, broken down, reported on, extended, completed, cancelled, taken up.

States are never written: each of these is a dated step, and the state of any day follows from the steps (see
queries/relations/as_of/task_as_of.sql). Every operation asks for its right itself and records its event in
the transaction of the change; two people at once work one after the other, and the second is told.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select

from data.access.permission import permit, permit_place, refuse
from data.access.roles import User, can
from data.bureau import bureau
from data.engine import now, reading, writing
from data.events import TaskSet, TaskStepRecorded, record, take_turn
from data.language import _
from data.planning.task_rules import (
    NewStep,
    NewTask,
    TaskError,
    check_limit_of_part,
    check_new,
    check_open,
    check_step,
    existing_task,
    standing_of,
)
from data.schema import Task, TaskStep

_CODE_LETTER = {"task": "R", "committee": "Y"}


@dataclass(frozen=True)
class NewPart:
    """A part that a task is broken down to; without a limit of its own it has that of the whole."""

    section_code: str
    title: str
    due_date: date | None = None
    responsible_person: str | None = None


def may_report(user: User, section_code: str | None) -> bool:
    """Whether the user may report progress on a task of that section: planning, or the section itself."""
    if can(user, "maintain-plan"):
        return user.section_code in {None, section_code}
    return can(user, "report-tasks") and user.section_code is not None and user.section_code == section_code


def set_task(engine: Engine, actor: User, task: NewTask) -> int:
    """Set a task or enter a resolution; returns its id. Raises TaskError, NotPermittedError."""
    permit(engine, actor, "maintain-plan", task.title)
    permit_place(engine, actor, "maintain-plan", (task.section_code, task.region_code), task.title)
    with writing(engine) as connection:
        take_turn(connection)
        check_new(connection, task)
        code = _next_code(connection, f"{_CODE_LETTER[task.kind]}{task.year}-")
        return _insert(connection, actor, code, task)


def break_down(engine: Engine, actor: User, task_id: int, parts: list[NewPart]) -> list[int]:
    """Break a task down to sections; returns the ids of the parts. All of them are set, or none is."""
    above = _permitted(engine, actor, "maintain-plan", task_id)
    for part in parts:
        permit_place(engine, actor, "maintain-plan", (part.section_code, above.region_code), above.task_code)
    with writing(engine) as connection:
        take_turn(connection)
        above = existing_task(connection, task_id)
        standing = standing_of(connection, above)
        check_open(above, standing)
        if above.parent_task_id is not None:
            raise TaskError(_("A part is not broken down further."))
        if not parts:
            raise TaskError(_("Choose at least one section."))
        whole = NewTask(
            kind=above.kind,
            title=above.title,
            year=above.year,
            set_date=bureau(connection).as_of,
            due_date=standing.due_date,
            region_code=above.region_code,
            origin=above.origin,
        )
        return [_insert_part(connection, actor, above, whole, part) for part in parts]


def record_step(engine: Engine, actor: User, task_id: int, step: NewStep) -> None:
    """Record a step of a task. Raises TaskError where a rule or somebody's earlier step stands against it."""
    _permitted(engine, actor, "report-tasks" if step.kind == "reported" else "maintain-plan", task_id)
    with writing(engine) as connection:
        take_turn(connection)
        task = existing_task(connection, task_id)
        check_step(connection, task, step)
        happening = TaskStepRecorded(
            task_code=task.task_code,
            step=step.kind,
            fact_date=step.fact_date,
            new_due_date=step.new_due_date,
            progress_percent=step.progress_percent,
        )
        connection.execute(
            insert(TaskStep).values(
                task_id=task_id,
                kind=step.kind,
                fact_date=step.fact_date,
                new_due_date=step.new_due_date,
                progress_percent=step.progress_percent,
                person=actor.display_name,
                note=_words(step.note),
                recorded_at=now(),
                event_id=record(connection, actor.user_name, happening),
            )
        )


def _permitted(engine: Engine, actor: User, action: str, task_id: int) -> Row[Any]:
    """The task, where the actor may do that with it. A refusal is recorded before any work is begun."""
    with reading(engine) as connection:
        task = existing_task(connection, task_id)
    if action == "report-tasks":
        if not may_report(actor, task.section_code):
            refuse(engine, actor, action, task.task_code)
    else:
        permit(engine, actor, action, task.task_code)
    permit_place(engine, actor, "maintain-plan", (task.section_code, task.region_code), task.task_code)
    return task


def _next_code(connection: Connection, prefix: str) -> str:
    """The first free number behind the prefix. Writers queue, so nobody takes it in between."""
    taken = set(connection.scalars(select(Task.task_code).where(Task.task_code.startswith(prefix))))
    number = 1
    while f"{prefix}{number:02d}" in taken:
        number += 1
    return f"{prefix}{number:02d}"


def _insert_part(connection: Connection, actor: User, above: Row[Any], whole: NewTask, part: NewPart) -> int:
    check_limit_of_part(part.due_date, whole.due_date)
    task = replace(
        whole,
        title=part.title,
        due_date=part.due_date or whole.due_date,
        section_code=part.section_code,
        responsible_person=part.responsible_person,
    )
    check_new(connection, task)
    return _insert(connection, actor, _next_code(connection, f"{above.task_code}-"), task, above=above)


def _insert(
    connection: Connection, actor: User, code: str, task: NewTask, *, above: Row[Any] | None = None
) -> int:
    values = vars(task) | {
        "task_code": code,
        "title": task.title.strip(),
        "requirement": _words(task.requirement),
        "responsible_person": _words(task.responsible_person),
        "origin": _words(task.origin),
        "parent_task_id": above.task_id if above else None,
        "recorded_at": now(),
    }
    inserted = connection.execute(insert(Task).values(values).returning(Task.task_id))
    happening = TaskSet(
        task_code=code,
        name=task.title.strip(),
        task_kind=task.kind,
        part_of=above.task_code if above else None,
        section_code=task.section_code,
        due_date=task.due_date,
    )
    task_id: int = inserted.scalar_one()
    record(connection, actor.user_name, happening)
    return task_id


def _words(text: str | None) -> str | None:
    return (text or "").strip() or None
