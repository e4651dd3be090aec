"""A variation of a contract is known by its number."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers.book import Book
from data.registers.investment_of import investment_of
from data.registers.plain import plain
from data.schema import ContractVariation


def state(book: Book, row: Row) -> Record:
    """The variation or supplementary contract of a row; one that saves money is less than nought."""
    project = investment_of(book, row)
    code = row.values["variation_code"]
    record = plain(book, row, ContractVariation, {"variation_code": code}, label=f"{project.label} · {code}")
    book.set(record, row, "investment_project_id", project, "project_code")
    return record
