"""Text in charts: drawn letter by letter, broken where the axis is too narrow."""

import html
import unicodedata

from components.figures import is_missing

LABEL_COLUMNS = 22  # eleven Chinese characters: most unit names on one line, the longest on two
LABEL_LINES = 2


def inert(text: object) -> str:
    """Text whose tags and entities Plotly shows instead of obeying them; "" for no text."""
    return "" if is_missing(text) else html.escape(str(text), quote=False)


def half_widths(text: str) -> int:
    """How wide a text is drawn, in widths of a digit: a Chinese character counts two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def fitted(text: object, columns: int = LABEL_COLUMNS, most: int = LABEL_LINES) -> str:
    """An inert label in `most` lines of `columns` half-widths, cut with … where that is not enough."""
    lines, width = [""], 0
    for letter in "" if is_missing(text) else str(text):
        wide = half_widths(letter)
        if width + wide > columns:
            if len(lines) == most:
                lines[-1] = lines[-1][:-1] + "…"
                break
            # Words of letters are not broken where there is a space before.
            whole, __, begun = lines[-1].rpartition(" ") if letter.isalnum() and wide == 1 else ("", "", "")
            lines[-1] = whole.rstrip() or lines[-1]
            lines.append(begun if whole else "")
            width = half_widths(lines[-1])
        lines[-1] += letter
        width += wide
    return "<br>".join(inert(line) for line in lines)
