"""What a user name looks like: small Latin letters, digits, point, hyphen and underline, 3 to 32 of them."""

import re

_PATTERN = re.compile(r"[a-z0-9][a-z0-9._-]{2,31}")


def as_user_name(typed: str) -> str | None:
    """What was typed, as a user name: small letters, no blanks around it; None where it cannot be one."""
    user_name = typed.strip().lower()
    return user_name if _PATTERN.fullmatch(user_name) else None
