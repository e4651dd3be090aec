"""A defect is known by its code and belongs to the review that found it."""

from data.intake.change import Record
from data.intake.rows import Row
from data.language import _
from data.registers.book import Book
from data.registers.plain import plain
from data.registers.references import NotKnownYetError
from data.schema import QualityDefect, QualityReview


def state(book: Book, row: Row) -> Record:
    """The defect of a row. Refuses one of a review that is not known."""
    record = plain(book, row, QualityDefect, {"defect_code": row.values["defect_code"]})
    if code := row.values.get("review_code"):
        review = book.find(QualityReview, review_code=code)
        if review is None:
            raise NotKnownYetError("review_code", _("no such review; import the register of reviews first"))
        book.set(record, row, "quality_review_id", review, "review_code")
    return record
