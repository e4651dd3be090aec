"""Nasty texts, shown by a real browser in every place that takes Markdown, are read as they were written."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.test_inert import NASTY

ROOT = Path(__file__).resolve().parent.parent.parent
PLACES = ("markdown", "bold", "heading", "caption", "button")


@pytest.fixture(scope="module")
def inert_places(browser: Browser) -> Iterator[Page]:
    """The page of inert_places.py, painted."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    script = "from streamlit.web.cli import main; main()"
    words = ["run", str(ROOT / "tests/browser/inert_places.py"), "--server.port", str(port)]
    server = subprocess.Popen([sys.executable, "-c", script, *words], cwd=ROOT, stdout=subprocess.DEVNULL)
    page = browser.new_page()
    try:
        for __ in range(100):
            if _answers(port):
                break
            page.wait_for_timeout(200)
        page.goto(f"http://localhost:{port}")
        page.wait_for_selector("table tbody tr")
        page.wait_for_timeout(1000)
        yield page
    finally:
        page.close()
        server.terminate()
        server.wait()


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.parametrize("place", PLACES)
def test_text_is_shown_as_it_is(inert_places: Page, place: str) -> None:
    for number, text in enumerate(NASTY):
        shown = inert_places.locator(f".st-key-{place}_{number}").inner_text()
        assert " ".join(shown.split()) == " ".join(text.split())


def test_text_is_shown_as_it_is_in_a_table(inert_places: Page) -> None:
    cells = inert_places.locator(".st-key-table td").all_inner_texts()
    assert [" ".join(cell.split()) for cell in cells] == [" ".join(text.split()) for text in NASTY]


def test_text_makes_no_link_picture_formula_or_icon(inert_places: Page) -> None:
    page = inert_places.locator("[data-testid=stMain]")
    made = "a:not([href^='#']), img, .katex, script, del, em, blockquote, li, code, [role=img]"
    assert page.locator(made).count() == 0
