"""What a reader gave, as text that falls into words: lines put together that the page alone had broken."""

import re

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
# A line that the edge of the paper ended is long; a heading is not.
_BROKEN_LINE = re.compile(rf"(?<=[^\n]{{11}}[{_HAN}])\n(?=[{_HAN}])")
# A heading set wide: 审 计 报 告. Two characters apart may be two cells of a table.
_SET_WIDE = re.compile(rf"(?<![{_HAN}])[{_HAN}](?:[ \u3000][{_HAN}]){{2,}}(?![{_HAN}])")
_BLANKS = re.compile(r"[ \t\u3000]+")
_EMPTY_LINES = re.compile(r"\s*\n\s*")


def mended(text: str) -> str:
    """The text without control characters (no database keeps a NUL), wide headings closed, lines joined.

    Between two Chinese characters the end of a long line is that of the paper: a word may go on behind it.
    """
    text = _CONTROL.sub(" ", text)
    text = _SET_WIDE.sub(lambda found: _BLANKS.sub("", found[0]), text)
    text = _EMPTY_LINES.sub("\n", _BLANKS.sub(" ", text)).strip()
    return _BROKEN_LINE.sub("", text)
