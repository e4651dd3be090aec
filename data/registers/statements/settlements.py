"""The review of a settlement is known by its number and level; both levels look at the same project."""

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers.book import Book
from data.registers.investment_of import investment_of
from data.registers.plain import plain
from data.schema import SettlementReview

_STEPS = ("first_review", "second_review", "approved")


def state(book: Book, row: Row) -> Record:
    """The review of a row. Refuses a step without its amount, and a number that is another project's."""
    code = row.values["settlement_code"]
    project = investment_of(book, row)
    for other in book.all(SettlementReview, settlement_code=code):
        if book.at(project.table, other.values["investment_project_id"]) is not project:
            raise RowRefusedError("settlement_code", _("the settlement of another project has this number"))
    keys = {"settlement_code": code, "level": row.values["level"]}
    record = plain(book, row, SettlementReview, keys, label=f"{project.label} · {code}")
    book.set(record, row, "investment_project_id", project, "project_code")
    for step in _STEPS:
        day, amount = (record.values.get(f"{step}_{part}") for part in ("date", "fen"))
        if (day is None) != (amount is None):
            raise RowRefusedError(
                f"{step}_date" if day is None else step, _("a step needs its day and its amount")
            )
    if record.values.get("difference_reason") and record.values.get("explained_date") is None:
        raise RowRefusedError("explained_date", _("a reason needs the day on which it was given"))
    return record
