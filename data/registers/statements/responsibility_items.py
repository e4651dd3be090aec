"""A duty of a post is known by the post and the code of the item."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers.book import Book
from data.registers.officials import held_post
from data.registers.plain import plain
from data.schema import ResponsibilityItem


def state(book: Book, row: Row) -> Record:
    """What the official of a row answers for in a post."""
    keys = {"post_id": held_post(book, row), "item_code": row.values["item_code"]}
    label = f"{row.values['official_name']} · {row.values['item_code']}"
    return plain(book, row, ResponsibilityItem, keys, label=label)
