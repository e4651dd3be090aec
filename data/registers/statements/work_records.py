"""Person-days are known by project, member of staff, week and mode."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers import references
from data.registers.book import Book
from data.schema import WorkRecord


def state(book: Book, row: Row) -> Record:
    """The days that somebody worked on a project in a week."""
    project, person = references.known_project(book, row), references.staff(book, row)
    week = row.values["week_date"]
    keys = {"project_id": project, "staff_id": person, "week_date": week, "mode": row.values["mode"]}
    label = f"{project.label} · {person.label} · {week}"
    record = book.find(WorkRecord, **keys) or book.new(WorkRecord, label, **keys)
    if row.values.get("days") is not None:
        book.set(record, row, "half_days", row.values["days"], "days", words=_in_days)
    return record


def _in_days(half_days: int) -> str:
    return f"{half_days / 2:g}"
