"""The investment project that a row of its registers is about."""

from data.intake.change import Record
from data.intake.rows import Row
from data.language import _
from data.registers.book import Book
from data.registers.references import NotKnownYetError
from data.schema import InvestmentProject


def investment_of(book: Book, row: Row) -> Record:
    """The investment project whose number the row gives; refuses one that is not known."""
    found = book.find(InvestmentProject, project_code=row.values["project_code"])
    if found is None:
        raise NotKnownYetError(
            "project_code", _("no such investment project; import the register of investment projects first")
        )
    return found
