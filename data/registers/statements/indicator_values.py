"""A value is known by indicator, year and day: a later day is a later statement, and both are kept."""

from data.indicator_units import base_unit
from data.intake.change import Record
from data.intake.rows import Row
from data.language import _
from data.registers.book import Book
from data.registers.figures import in_words, kept
from data.registers.references import NotKnownYetError
from data.schema import Indicator, IndicatorValue


def state(book: Book, row: Row) -> Record:
    """The actual figure of an indicator in a year, with its evidence."""
    code, year = row.values["indicator_code"], row.values["year"]
    indicator = book.find(Indicator, indicator_code=code)
    if indicator is None:
        raise NotKnownYetError(
            "indicator_code", _("no such indicator; import the register of indicators first")
        )
    measure = indicator.values.get("unit_of_measure")
    keys = {"indicator_code": indicator, "year": year, "fact_date": row.values["fact_date"]}
    record = book.find(IndicatorValue, **keys)
    if record is None:
        record = book.new(IndicatorValue, f"{indicator.label} · {year}", **keys)
    unit = base_unit(measure) if measure else None
    if row.values.get("value") is not None:
        number = kept(book, row, "value", unit)
        book.set(record, row, "actual_value", number, "value", words=in_words(unit))
    book.state(record, row, {"evidence": "evidence", "source": "source"})
    return record
