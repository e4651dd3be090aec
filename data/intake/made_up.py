"""Codes for what a file gives no code of its own: the same each time, and known as made up (待核)."""

import hashlib

_MADE_UP = "待核-"


def stands_for(*parts: object) -> str:
    """A code made of what is stated, the same each time: for what the file gives no code of its own."""
    digest = hashlib.sha256("\x1f".join(str(part or "") for part in parts).encode()).hexdigest()
    return f"{_MADE_UP}{digest[:12]}"


def is_made_up(code: str) -> bool:
    """Whether a code was made here because the file gave none."""
    return code.startswith(_MADE_UP)
