"""Headings as they are compared: blanks, marks, capitals and notes in brackets make no difference."""

import re
import unicodedata
from functools import lru_cache

_NOTE = re.compile(r"[(\[【〔<][^()\[\]【】〔〕<>]*[)\]】〕>]")

# More than all that the dataset types are called, and the headings of many files.
_KEPT = 32_768


@lru_cache(maxsize=_KEPT)
def plain(heading: str) -> str:
    """Letters and digits of a heading, half-width and small: "Trans No" and "trans_no" are one."""
    words = unicodedata.normalize("NFKC", heading).casefold()
    return "".join(sign for sign in words if sign.isalnum())


def without_note(heading: str) -> str:
    """`plain()` without notes in brackets: 金额（万元） is 金额. What is all note keeps it."""
    words = unicodedata.normalize("NFKC", heading)
    return plain(_NOTE.sub("", words)) or plain(words)
