"""A file in the archive is known by its reference (档号)."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers import references
from data.registers.book import Book
from data.schema import ArchiveFile

_COLUMNS = {name: name for name in ("title", "filed_date", "retention_years", "place", "source")}


def state(book: Book, row: Row) -> Record:
    """The file of a row."""
    code = row.values["archive_code"]
    record = book.find(ArchiveFile, archive_code=code)
    if record is None:
        record = book.new(ArchiveFile, row.values.get("title") or code, archive_code=code)
    book.state(record, row, _COLUMNS)
    if row.values.get("project_code"):
        book.set(record, row, "project_id", references.known_project(book, row), "project_code")
    if section := references.section(book, row):
        book.set(record, row, "section_code", section, "section")
    return record
