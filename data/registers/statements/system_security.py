"""How secure a system was on a day."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers.book import Book
from data.registers.dated import dated
from data.registers.systems import known_system
from data.schema import SystemSecurity

_COLUMNS = {
    name: name
    for name in (
        *("protection_level", "assessed_date", "is_outsourced", "has_secrecy_agreement"),
        *("has_domestic_hardware", "has_domestic_os", "has_domestic_database"),
        *("has_backup", "has_remote_backup", "drilled_date"),
    )
}


def state(book: Book, row: Row) -> Record:
    """The system whose security a row states."""
    system = known_system(book, row)
    day = row.values.get("data_date") or book.as_of
    return dated(book, row, SystemSecurity, {"information_system_id": system}, _COLUMNS, day) or system
