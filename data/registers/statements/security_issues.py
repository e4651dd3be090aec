"""A security issue is known by its code and belongs to the check or drill that found it."""

from data.intake.change import Record
from data.intake.rows import Row
from data.language import _
from data.registers.book import Book
from data.registers.plain import plain
from data.registers.references import NotKnownYetError
from data.schema import SecurityActivity, SecurityIssue


def state(book: Book, row: Row) -> Record:
    """The issue of a row. Refuses one of a check that is not known."""
    record = plain(book, row, SecurityIssue, {"issue_code": row.values["issue_code"]})
    if code := row.values.get("activity_code"):
        activity = book.find(SecurityActivity, activity_code=code)
        if activity is None:
            raise NotKnownYetError("activity_code", _("no such check; import the register of checks first"))
        book.set(record, row, "security_activity_id", activity, "activity_code")
    return record
