"""Text that leaves for spreadsheets as text: loaded without what writes workbooks, which takes its time."""

from typing import Any

_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")  # the full-width ones count as well in East Asian spreadsheets


def inert(text: Any) -> Any:
    """Text for a CSV file that no spreadsheet takes for a formula; what is no text is given back as it is."""
    return f"'{text}" if isinstance(text, str) and text.startswith(_FORMULA_STARTS) else text
