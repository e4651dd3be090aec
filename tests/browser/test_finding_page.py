"""In a browser: the export of a figure's rows, the chain of one finding, and the watermark on every page."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page

from tests.browser.screens import go_to, until_painted

MARK = "#audit-watermark"


def test_one_click_brings_one_workbook_with_the_rows(cockpit: str, page_as: Callable[..., Page]) -> None:
    page = page_as("auditor")
    go_to(page, f"{cockpit}/rows?kpi=findings_overdue")
    button = page.locator("[class*=st-key-export_] button").first
    with page.expect_download() as download:
        button.click()
    file = download.value
    assert file.suggested_filename.startswith("超期未整改")
    rows = load_workbook(BytesIO(Path(file.path()).read_bytes())).worksheets[0].max_row - 1
    assert f"{rows:,}" in button.inner_text()


def test_one_watermark_names_the_reader_on_every_page(cockpit: str, page_as: Callable[..., Page]) -> None:
    page = page_as("auditor")
    for path in ("finding?id=1", "rows?kpi=findings", "rectification"):
        go_to(page, f"{cockpit}/{path}")
        mark = page.locator(MARK)
        assert mark.count() == 1
        assert "auditor" in (mark.locator("text").first.text_content() or "")
        assert mark.get_attribute("aria-hidden") == "true"
        assert mark.evaluate("layer => getComputedStyle(layer).pointerEvents") == "none"
    # A run of the same page, and another page in the same tab, replace it.
    page.get_by_role("link", name="总览").first.click()
    until_painted(page)
    assert page.locator(MARK).count() == 1


def test_a_repeat_leads_to_the_finding_it_repeats_and_back(
    cockpit: str, page_as: Callable[..., Page]
) -> None:
    page = page_as("auditor")
    go_to(page, f"{cockpit}/finding?id=1979")
    title = page.locator("h2").inner_text()
    page.locator("[class*=st-key-repeat_] button").first.click()
    page.wait_for_function("title => document.querySelector('h2')?.innerText !== title", arg=title)
    assert "id=1979" not in page.url
    page.go_back()
    page.wait_for_function("title => document.querySelector('h2')?.innerText === title", arg=title)
