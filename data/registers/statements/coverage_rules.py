"""A coverage rule is known by its code."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers.book import Book
from data.schema import CoverageRule

_COLUMNS = {
    "name": "name",
    "subject": "subject",
    "interval_years": "interval_years",
    "source": "source",
    "sort_order": "sort_order",
}


def state(book: Book, row: Row) -> Record:
    """The rule of a row."""
    code = row.values["coverage_rule_code"]
    record = book.find(CoverageRule, coverage_rule_code=code)
    if record is None:
        record = book.new(CoverageRule, row.values.get("name") or code, coverage_rule_code=code)
    book.state(record, row, _COLUMNS)
    if "project_types" in row.values:
        types = row.values["project_types"]
        book.set(record, row, "project_types", ",".join(types) if types else None, "project_types")
    return record
