"""Sizes on the disk as people read them."""

_UNITS = (("TB", 40), ("GB", 30), ("MB", 20), ("KB", 10))


def size_words(size: int) -> str:
    """1234567 → "1.2 MB": the units of the file manager on everybody's desk, which count by 1,024.

    components/upload/large_file.js says the same in the browser.
    """
    for unit, power in _UNITS:
        if size >= 1 << power:
            return f"{size / (1 << power):,.1f} {unit}"
    return f"{size} B"
