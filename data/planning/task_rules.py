"""What may be written about a task: the rules that stand against a new task or a new step of one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, exists, select

from data.bureau import bureau
from data.codes import TASK_KIND, TASK_STEP, label
from data.language import _
from data.schema import Region, Section, Task, TaskStep

LONGEST_TITLE = 200
LONGEST_NOTE = 2000
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_TURNS = ("completed", "cancelled", "reopened")


class TaskError(Exception):
    """A rule stands against the operation; the message says which, in the language of the context."""


@dataclass(frozen=True)
class NewTask:
    """A task to be set; `origin` is the meeting or document that sets it, which a resolution must name."""

    kind: str
    title: str
    year: int
    set_date: date
    due_date: date | None = None
    requirement: str | None = None
    section_code: str | None = None
    region_code: str | None = None
    responsible_person: str | None = None
    origin: str | None = None


@dataclass(frozen=True)
class NewStep:
    """A step of TASK_STEP to be recorded: an extension has a new limit, a report may have a per cent."""

    kind: str
    fact_date: date
    note: str | None = None
    new_due_date: date | None = None
    progress_percent: int | None = None


@dataclass(frozen=True)
class Standing:
    """Where a task stands with all its steps: the last turn and its day (else that of setting), the limit."""

    turn: str | None
    turn_date: date
    due_date: date | None

    @property
    def is_over(self) -> bool:
        """Completed or cancelled, and not taken up again."""
        return self.turn in {"completed", "cancelled"}


def existing_task(connection: Connection, task_id: int) -> Row[Any]:
    """The row of a task. Raises TaskError where there is none."""
    task = connection.execute(select(Task.__table__).where(Task.task_id == task_id)).first()
    if task is None:
        raise TaskError(_("There is no such task."))
    return task


def standing_of(connection: Connection, task: Row[Any]) -> Standing:
    """Where the task stands, whatever the days of its steps."""
    turn, turn_date, due_date = None, task.set_date, task.due_date
    question = (
        select(TaskStep.kind, TaskStep.fact_date, TaskStep.new_due_date)
        .where(TaskStep.task_id == task.task_id)
        .order_by(TaskStep.fact_date, TaskStep.task_step_id)
    )
    for row in connection.execute(question):
        if row.kind in _TURNS:
            turn, turn_date = row.kind, row.fact_date
        elif row.kind == "extended" and row.new_due_date:
            due_date = row.new_due_date
    return Standing(turn, turn_date, due_date)


def check_open(task: Row[Any], standing: Standing) -> None:
    """Raise TaskError for a task that is over: somebody may have settled it a moment ago."""
    if standing.is_over:
        words = _("Task {code} is over since {day}: {step}. Nothing was changed.")
        step = label("task_step", standing.turn)
        raise TaskError(words.format(code=task.task_code, day=standing.turn_date, step=step))


def check_new(connection: Connection, task: NewTask) -> None:
    """Raise TaskError for a task that cannot be set."""
    if task.kind not in TASK_KIND:
        raise TaskError(_("There is no such kind of task."))
    if not 0 < len(task.title.strip()) <= LONGEST_TITLE:
        raise TaskError(_("A task needs a title of 1 to {length} characters.").format(length=LONGEST_TITLE))
    if not _FIRST_YEAR <= task.year <= _LAST_YEAR:
        raise TaskError(_("The year is out of range."))
    if task.kind == "committee" and not (task.origin or "").strip():
        raise TaskError(_("Name the meeting that resolved it."))
    _check_past(connection, task.set_date)
    if task.due_date and task.due_date < task.set_date:
        raise TaskError(_("A task cannot be due before it is set."))
    for code, column in ((task.section_code, Section.section_code), (task.region_code, Region.region_code)):
        if code is not None and not connection.scalar(select(exists().where(column == code))):
            raise TaskError(_("There is no region or section {code}.").format(code=code))


def check_step(connection: Connection, task: Row[Any], step: NewStep) -> None:
    """Raise TaskError for a step that the task, its parts or its whole do not allow."""
    standing = standing_of(connection, task)
    if step.kind not in TASK_STEP:
        raise TaskError(_("There is no such step."))
    if step.kind == "reopened":
        _check_can_be_taken_up(connection, task, standing)
    else:
        check_open(task, standing)
    _check_past(connection, step.fact_date)
    if step.fact_date < task.set_date:
        raise TaskError(_("The task was set on {day}; nothing can lie before it.").format(day=task.set_date))
    if step.fact_date < standing.turn_date:
        words = _("On {day} the task was: {step}. This step cannot lie before it.")
        raise TaskError(words.format(day=standing.turn_date, step=label("task_step", standing.turn)))
    _check_content(standing, step)
    if step.kind == "extended" and task.parent_task_id is not None:
        above = existing_task(connection, task.parent_task_id)
        check_limit_of_part(step.new_due_date, standing_of(connection, above).due_date)
    if step.kind in {"completed", "cancelled"} and (number := _open_parts(connection, task.task_id)):
        raise TaskError(_("{number} of its parts are still open: settle them first.").format(number=number))


def check_limit_of_part(due_date: date | None, whole_due_date: date | None) -> None:
    """Raise TaskError for a part that would be due after its whole."""
    if due_date and whole_due_date and due_date > whole_due_date:
        words = _("A part cannot be due after the whole, which is due on {day}.")
        raise TaskError(words.format(day=whole_due_date))


def _check_past(connection: Connection, day: date) -> None:
    today = bureau(connection).as_of
    if day > today:
        raise TaskError(_("A fact cannot lie after today, {day}.").format(day=today))


def _check_can_be_taken_up(connection: Connection, task: Row[Any], standing: Standing) -> None:
    if not standing.is_over:
        raise TaskError(_("The task is neither completed nor cancelled."))
    if task.parent_task_id is not None:
        above = existing_task(connection, task.parent_task_id)
        check_open(above, standing_of(connection, above))


def _check_content(standing: Standing, step: NewStep) -> None:
    note = (step.note or "").strip()
    if len(note) > LONGEST_NOTE:
        raise TaskError(_("A note has at most {length} characters.").format(length=LONGEST_NOTE))
    if step.kind == "reported":
        if step.progress_percent is None and not note:
            raise TaskError(_("Say how far it is, in per cent or in words."))
        if step.progress_percent is not None and not 0 <= step.progress_percent <= 100:
            raise TaskError(_("Progress is 0 to 100 per cent."))
    elif step.kind == "extended":
        if step.new_due_date is None:
            raise TaskError(_("An extension needs the new limit."))
        if step.new_due_date <= max(standing.due_date or step.fact_date, step.fact_date):
            raise TaskError(_("The new limit must lie after the old one and after the approval."))


def _open_parts(connection: Connection, task_id: int) -> int:
    parts = connection.execute(select(Task.__table__).where(Task.parent_task_id == task_id)).all()
    return sum(not standing_of(connection, part).is_over for part in parts)
