"""A major problem that came to light is known by its code."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers import references
from data.registers.book import Book
from data.registers.plain import plain
from data.schema import ExposedProblem


def state(book: Book, row: Row) -> Record:
    """The problem of a row, and whether the audit of its project had found it."""
    project = references.known_project(book, row)
    record = plain(book, row, ExposedProblem, {"problem_code": row.values["problem_code"]})
    field = "project_code" if row.values.get("project_code") else "project_name"
    book.set(record, row, "project_id", project, field)
    return record
