"""Stages of a project: one row of the database per stage, with its planned and its actual day."""

from datetime import date

from data.intake.change import Record
from data.registers.book import Book
from data.schema import ProjectStage


def stage(book: Book, project: Record, name: str) -> Record:
    """The stage of a project, new where it is not recorded yet."""
    found = book.find(ProjectStage, project_id=project, stage=name)
    return found or book.new(ProjectStage, name, project_id=project, stage=name)


def reach(book: Book, project: Record, name: str, day: date, field: str) -> date | None:
    """A document shows that a stage was reached: the day of the first one counts.

    Returns the day that is recorded already and stays, where it is an earlier one.
    """
    record = stage(book, project, name)
    recorded: date | None = record.values.get("actual_date")
    if recorded is not None and recorded <= day:
        return recorded if recorded < day else None
    book.put(record, "actual_date", day, field)
    return None
