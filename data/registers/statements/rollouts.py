"""An application that goes live is known by its name and by the unit or module it goes live at."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers.book import Book
from data.registers.plain import plain
from data.schema import Rollout


def state(book: Book, row: Row) -> Record:
    """When the application of a row is due at its place, and since when it is live there."""
    keys = {name: row.values[name] for name in ("application", "place_name")}
    return plain(book, row, Rollout, keys, label=row.values["place_name"])
