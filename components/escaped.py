"""Text from outside in a place that only takes Markdown: shown letter by letter, never obeyed."""

import re


def escaped(text: str) -> str:
    """The text with every Markdown sign made harmless, on one line."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))
