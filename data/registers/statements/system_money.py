"""Money is known by system, budget year, purpose and source; budget and spending, by the day."""

from datetime import date

from data.intake.change import Record
from data.intake.rows import Row
from data.registers.book import Book
from data.registers.dated import dated
from data.registers.systems import known_system
from data.schema import SystemMoney

_COLUMNS = {"budget_fen": "budget_fen", "spent_fen": "spent_fen"}


def state(book: Book, row: Row) -> Record:
    """The system whose money a row states."""
    system, year = known_system(book, row), row.values["year"]
    owner = {
        "information_system_id": system,
        "year": year,
        "purpose": row.values["purpose"],
        "fund_source": row.values["fund_source"],
    }
    # What a year has spent is known for good on its last day.
    day = row.values.get("data_date") or min(book.as_of, date(year, 12, 31))
    return dated(book, row, SystemMoney, owner, _COLUMNS, day) or system
