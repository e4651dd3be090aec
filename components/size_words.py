"""Sizes on the disk as people read them."""

_STEP = 1000
_UNITS = ("B", "kB", "MB", "GB", "TB")


def size_words(size: int) -> str:
    """1234567 → "1.2 MB"; units of the disk trade, which count by thousands."""
    amount, unit = float(size), 0
    while amount >= _STEP and unit < len(_UNITS) - 1:
        amount, unit = amount / _STEP, unit + 1
    return f"{amount:.1f} {_UNITS[unit]}" if unit else f"{size} {_UNITS[0]}"
