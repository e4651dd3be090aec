"""A field of the ledger in words of the current language: money, dates, codes, flags as people read them."""

from typing import Any

from components.value_words import value_words
from data.ledger.fields import FIELDS


def field_words(name: str, value: Any) -> str:
    """Plain text (not Markdown) of a value of a field; "—" for an empty one. Any name is taken."""
    return value_words(FIELDS.get(name), value)
