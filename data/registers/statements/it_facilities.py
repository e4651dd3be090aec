"""A network, or a pool of computing or storage, is known by its code; how full it is, by the day."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers import references
from data.registers.book import Book
from data.registers.dated import dated
from data.schema import FacilityUse, ItFacility

_COLUMNS = {
    name: name
    for name in (
        *("name", "kind", "coverage", "business", "maintainer_name", "investment_fen", "since_date"),
        *("closed_date", "source"),
    )
}


def state(book: Book, row: Row) -> Record:
    """The facility of a row."""
    code = row.values["facility_code"]
    record = book.find(ItFacility, facility_code=code)
    if record is None:
        record = book.new(ItFacility, row.values.get("name") or code, facility_code=code)
    book.state(record, row, _COLUMNS)
    if unit := references.unit(book, row):
        book.set(record, row, "unit_id", unit, "unit_name")
    day = row.values.get("data_date") or book.as_of
    use = {"capacity": "capacity", "used": "used"}
    dated(book, row, FacilityUse, {"it_facility_id": record}, use, day)
    return record
