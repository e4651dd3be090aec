"""A review of a project is known by its code."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers import references
from data.registers.book import Book
from data.registers.marks import set_marks
from data.registers.plain import plain
from data.schema import QualityReview


def state(book: Book, row: Row) -> Record:
    """The review of a row, with its score and award."""
    project = references.known_project(book, row)
    code = row.values["review_code"]
    record = plain(book, row, QualityReview, {"review_code": code}, label=f"{project.label} · {code}")
    field = "project_code" if row.values.get("project_code") else "project_name"
    book.set(record, row, "project_id", project, field)
    set_marks(book, record, row, "score_hundredths", "score")
    return record
