"""An item of the data catalogue is known by its code."""

from data.intake.change import Record
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.registers.references import NotKnownYetError
from data.schema import CatalogueItem, DataSource

_COLUMNS = {
    name: name
    for name in (
        "name",
        "domain",
        "sector",
        "collection_mode",
        "cycle_months",
        "first_due_date",
        "standardised_date",
        "retired_date",
        "source",
    )
}


def state(book: Book, row: Row) -> Record:
    """The item of a row; which dataset fills it is chosen where the dataset is."""
    code = row.values["item_code"]
    record = book.find(CatalogueItem, item_code=code)
    if record is None:
        record = book.new(CatalogueItem, row.values.get("name") or code, item_code=code)
    book.state(record, row, _COLUMNS)
    if named := row.values.get("source_code"):
        found = book.find(DataSource, source_code=named)
        if found is None:
            raise NotKnownYetError("source_code", _("no such data source; import the data sources first"))
        book.set(record, row, "data_source_id", found, "source_code")
    if region := references.region(book, row):
        book.set(record, row, "region_code", region, "region")
    if section := references.section(book, row):
        book.set(record, row, "section_code", section, "section")
    return record
