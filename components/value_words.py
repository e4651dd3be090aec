"""A value of a field that a file states, in words of the current language: money, dates, codes, flags."""

from typing import Any

from components.figures import NO_DATA, show
from data.intake.field import Field
from data.language import _, listed


def value_words(field: Field | None, value: Any) -> str:
    """Plain text (not Markdown) of a value; "—" for an empty one, the value itself without a field."""
    if value is None or value == "":
        return NO_DATA
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    kind = field.kind if field else "words"
    if kind == "money":
        return show(value, "fen")
    if kind == "choice" and field and field.codes and value in field.codes:
        return _(field.codes[value])
    if kind == "choices" and field and field.codes:
        codes = str(value).split(",")
        return listed(_(field.codes[code]) if code in field.codes else code for code in codes)
    return str(value)
