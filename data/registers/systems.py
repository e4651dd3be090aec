"""The information system that a row is about."""

from data.intake.change import Record
from data.intake.rows import Row
from data.language import _
from data.registers.book import Book
from data.registers.references import NotKnownYetError
from data.schema import InformationSystem


def known_system(book: Book, row: Row, field: str = "system_code") -> Record:
    """The system that a row names by code; refuses one that is not known."""
    record = book.find(InformationSystem, system_code=row.values[field])
    if record is None:
        raise NotKnownYetError(field, _("no such system; import the register of information systems first"))
    return record
