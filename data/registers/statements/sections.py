"""A section is known by its code, else by its name: one that was named before keeps the code it has."""

from data.intake.change import Record
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.schema import Section


def state(book: Book, row: Row) -> Record:
    """The section of a row."""
    code, name = row.values["section_code"], row.values.get("name")
    record = book.find(Section, section_code=code)
    if record is None and name and (record := book.find(Section, name=name)):
        words = _("the section is known by the code {code} and keeps it")
        book.told.append(("section_code", words.format(code=record.values["section_code"])))
    if record is None:
        record = book.new(Section, name or code, section_code=code)
    references.confirm(book, record)
    book.state(record, row, {"name": "name", "sort_order": "sort_order"})
    return record
