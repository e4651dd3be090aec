"""A research topic is known by its code."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers.book import Book
from data.registers.plain import plain
from data.schema import ResearchTopic


def state(book: Book, row: Row) -> Record:
    """The topic of a row."""
    return plain(book, row, ResearchTopic, {"topic_code": row.values["topic_code"]})
