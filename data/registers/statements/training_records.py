"""Who takes part in a course is known by course and person."""

from data.intake.change import Record
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.registers.references import NotKnownYetError
from data.schema import Training, TrainingRecord


def state(book: Book, row: Row) -> Record:
    """The place of a person in a course, and when it was completed."""
    course = book.find(Training, training_code=row.values["training_code"])
    if course is None:
        raise NotKnownYetError("training_code", _("no such course; import the training plan first"))
    keys = {"training_id": course, "staff_id": references.staff(book, row)}
    words = f"{course.label} · {keys['staff_id'].label}"
    record = book.find(TrainingRecord, **keys) or book.new(TrainingRecord, words, **keys)
    book.state(record, row, {name: name for name in ("completed_date", "is_passed", "source")})
    return record
