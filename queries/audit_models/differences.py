"""What a text of a model changes in another, line by line."""

import difflib

_AROUND = 3  # unchanged lines before and after a change


def differences(before: str, after: str) -> str:
    """Lines that went (-) and came (+), with some around; empty where nothing differs."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=_AROUND, lineterm="")
    return "\n".join(line for line in lines if not line.startswith(("---", "+++")))
