"""Finds the Latin words of a page that a Chinese reader should not meet."""

from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Error

from tests.allowed_latin import latin_in

LATIN_WORDS = (Path(__file__).parent / "latin_words.js").read_text(encoding="utf-8")


def latin(page, allowed=frozenset()):
    """Latin words on the page that should not be there, each with the place where it stands."""
    found = set()
    for text, place in page.evaluate(LATIN_WORDS):
        if latin_in(text, allowed):
            found.add(f"{text[:80]!r} in {place}")
    return sorted(found)


def open_list(page, box):
    """Open the list of a field from the keyboard; where a redraw closes it, it is opened once more."""
    opened = page.get_by_role("listbox")
    for __ in range(5):
        box.focus()
        page.keyboard.press("ArrowDown")
        with suppress(Error):
            opened.wait_for(timeout=3000)
            return
    opened.wait_for()
