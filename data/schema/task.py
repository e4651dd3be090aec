"""任务与督办: yearly tasks broken down to sections, and what the audit committee resolved."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Key, Moment, Name, Words


class Task(Base):
    """任务 or 审委会议定事项. Its state on any day is derived from its steps."""

    __tablename__ = "task"

    task_id: Mapped[Key]
    task_code: Mapped[Code] = mapped_column(unique=True)
    kind: Mapped[Code]  # see data/codes.py: TASK_KIND (年度任务、议定事项)
    title: Mapped[Name]
    requirement: Mapped[Words | None]  # what counts as done
    year: Mapped[int] = mapped_column(index=True)
    parent_task_id: Mapped[int | None] = mapped_column(ForeignKey("task.task_id"))
    region_code: Mapped[Code | None] = mapped_column(ForeignKey("region.region_code"))
    section_code: Mapped[Code | None] = mapped_column(ForeignKey("section.section_code"), index=True)
    responsible_person: Mapped[Name | None]
    origin: Mapped[Name | None]  # the meeting or document that set it
    set_date: Mapped[Day]
    due_date: Mapped[Day | None]
    source: Mapped[Name | None]
    recorded_at: Mapped[Moment]


class TaskStep(Base):
    """A dated fact in the life of a task."""

    __tablename__ = "task_step"

    task_step_id: Mapped[Key]
    task_id: Mapped[int] = mapped_column(ForeignKey("task.task_id"), index=True)
    kind: Mapped[Code]  # see data/codes.py: TASK_STEP
    fact_date: Mapped[Day]
    new_due_date: Mapped[Day | None]  # for an approved extension
    progress_percent: Mapped[int | None]  # for a report of progress
    person: Mapped[Name | None]
    note: Mapped[Words | None]
    recorded_at: Mapped[Moment]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.event_id"))
