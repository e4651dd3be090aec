"""An observation of the library of unit costs is known by its number; quantities are kept in thousandths."""

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers.book import Book
from data.registers.investment_of import investment_of
from data.registers.plain import plain
from data.schema import UnitCost

# As people write the unit in which a type of works is measured; a number alone is taken for it.
_UNITS = {
    "building": ("㎡", "m²", "m2", "平方米", "平米"),
    "bridge": ("㎡", "m²", "m2", "平方米", "平米"),
    "greenery": ("㎡", "m²", "m2", "平方米", "平米"),
    "road": ("km", "公里", "千米"),
    "river": ("km", "公里", "千米"),
    "pipeline": ("m", "米"),
    "tunnel": ("m", "米"),
}


def state(book: Book, row: Row) -> Record:
    """The observation of a row. Refuses a quantity in another unit, and what costs nothing."""
    project = investment_of(book, row)
    code = row.values["unit_cost_code"]
    record = plain(book, row, UnitCost, {"unit_cost_code": code}, label=f"{project.label} · {code}")
    book.set(record, row, "investment_project_id", project, "project_code")
    _set_quantity(book, record, row)
    if (record.values.get("amount_fen") or 0) <= 0:
        raise RowRefusedError("amount", _("works cost more than nothing"))
    return record


def _set_quantity(book: Book, record: Record, row: Row) -> None:
    read = row.values.get("quantity")
    if read is None:
        return
    if read.unit and read.unit.lower() not in _UNITS.get(record.values.get("works_type", ""), ()):
        raise RowRefusedError("quantity", _("this type of works is measured in another unit"))
    thousandths = read.value * 1000
    if thousandths <= 0 or thousandths != thousandths.to_integral_value():
        raise RowRefusedError("quantity", _("a quantity is more than nothing, with three decimals at most"))
    book.set(record, row, "quantity_thousandths", int(thousandths), "quantity", words=_in_words)


def _in_words(thousandths: int) -> str:
    return f"{thousandths / 1000:,.3f}".rstrip("0").rstrip(".")
