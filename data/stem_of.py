"""Names of the files that leave: words as they are said, without what a file system refuses."""

import re
from datetime import date

_REFUSED = re.compile(r'[\\/:*?"<>|\s]+')


def stem_of(words: str, day: date | None = None) -> str:
    """The name of a file without its ending: the words, and the day that it tells of."""
    stem = _REFUSED.sub("_", words)
    return f"{stem}_{day:%Y-%m-%d}" if day else stem
