"""A field of the ledger in words of the current language: money, dates, codes, flags as people read them."""

from typing import Any

from components.figures import NO_DATA, show
from data.language import _
from data.ledger.fields import FIELDS


def field_words(name: str, value: Any) -> str:
    """Plain text (not Markdown) of a value of a field; "—" for an empty one. Any name is taken."""
    if value is None or value == "":
        return NO_DATA
    field = FIELDS.get(name)
    kind = field.kind if field else "words"
    if kind == "money":
        return show(value, "fen")
    if kind == "flag":
        return _("Yes") if value else _("No")
    if kind == "choice" and field and field.codes:
        return _(field.codes[value]) if value in field.codes else str(value)
    return str(value)
