"""From a figure to its rows, to one finding, and back; the address carries it all to a colleague."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from tests.browser.screens import go_to, until_painted

PageAs = Callable[..., Page]


def figure(page: Page) -> str:
    return page.get_by_test_id("stMetricValue").first.inner_text()


def click_first_row(page: Page, right: int) -> None:
    """Click in the first table, so many pixels from its left; its grid listens on a layer of its own."""
    grid = page.get_by_test_id("stDataFrame").locator("canvas").first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + right, box["y"] + 55)


def test_a_click_on_a_bar_opens_its_rows_and_back_returns(cockpit: str, page_as: PageAs) -> None:
    page = page_as("leader")
    go_to(page, cockpit)
    whole, here = figure(page), page.url
    bar = page.locator('[data-testid="stPlotlyChart"] .bars .point').first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box is not None
    # Plotly listens on a layer above its bars, and clicks what the pointer has come to rest on.
    page.mouse.move(box["x"] + 30, box["y"] + box["height"] / 2)
    page.wait_for_timeout(300)
    page.mouse.click(box["x"] + 30, box["y"] + box["height"] / 2)
    expect(page).to_have_url(re.compile(r"/rows\?.*drill=region"))
    until_painted(page)
    district = figure(page)
    assert district != whole
    link = page.url
    page.go_back()
    expect(page).to_have_url(here)
    expect(page.get_by_role("heading", name="驾驶舱总览")).to_be_visible()
    expect(page.get_by_test_id("stMetricValue").first).to_have_text(whole)

    colleague = page_as("auditor")
    go_to(colleague, link)
    expect(colleague.get_by_test_id("stMetricValue").first).to_have_text(district)


def test_filters_are_in_the_address_and_go_along(cockpit: str, page_as: PageAs) -> None:
    page = page_as("leader")
    go_to(page, cockpit)
    page.get_by_test_id("stSelectbox").filter(has_text="计划年度").get_by_role("combobox").click()
    page.get_by_role("option", name="2024").click()
    expect(page).to_have_url(re.compile(r"year=2024"))
    until_painted(page)
    narrowed = figure(page)
    page.reload()
    expect(page.get_by_test_id("stMetricValue").first).to_have_text(narrowed)
    page.get_by_test_id("stSidebar").get_by_role("link", name="审计整改").click()
    expect(page).to_have_url(re.compile(r"/rectification\?.*year=2024"))
    expect(page.get_by_test_id("stMetricValue").first).to_have_text(narrowed)


def test_an_export_holds_exactly_the_rows_of_the_figure(
    cockpit: str, page_as: PageAs, tmp_path: Path
) -> None:
    page = page_as("leader")
    go_to(page, f"{cockpit}/rows?kpi=findings_overdue&year=2023")
    count = int(figure(page).replace(",", ""))
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("导出")).click()
    file = tmp_path / "rows.xlsx"
    download.value.save_as(file)
    book = openpyxl.load_workbook(BytesIO(file.read_bytes()))
    assert book.worksheets[0].max_row - 1 == count
    assert any("2023" in str(cell.value) for row in book.worksheets[1].iter_rows() for cell in row)


def test_two_windows_do_not_disturb_each_other(cockpit: str, page_as: PageAs) -> None:
    first, second = page_as("leader"), page_as("leader")
    go_to(first, f"{cockpit}/rows?kpi=findings&year=2023")
    go_to(second, f"{cockpit}/rows?kpi=findings&year=2025")
    assert figure(first) != figure(second)
    first.reload()
    until_painted(first)
    assert "year=2023" in first.url
    assert "year=2025" in second.url


def test_a_click_in_a_row_opens_its_finding(cockpit: str, page_as: PageAs) -> None:
    page = page_as("auditor")
    go_to(page, f"{cockpit}/rows?kpi=findings_overdue&year=2023")
    click_first_row(page, 200)
    expect(page).to_have_url(re.compile(r"/finding\?.*id=\d+"))
    expect(page.get_by_role("heading", name="历程")).to_be_visible()


def test_a_list_stands_as_it_was_left(cockpit: str, page_as: PageAs) -> None:
    page = page_as("auditor")
    go_to(page, f"{cockpit}/rows?kpi=findings")
    search = page.locator(".st-key-ledger_findings_search input")
    search.fill("局")
    search.press("Enter")
    expect(page).to_have_url(re.compile(r"findings_words="))
    until_painted(page)
    number = page.locator(".st-key-findings_page input")
    number.fill("2")
    number.press("Enter")
    expect(page).to_have_url(re.compile(r"findings_page=2"))
    until_painted(page)
    here, seen = page.url, page.get_by_text(re.compile(r"^第 51")).inner_text()
    click_first_row(page, 200)
    expect(page).to_have_url(re.compile(r"/finding\?.*id=\d+"))
    until_painted(page)
    page.go_back()
    expect(page).to_have_url(here)
    expect(search).to_have_value("局")
    expect(number).to_have_value("2")
    expect(page.get_by_text(re.compile(r"^第 51"))).to_have_text(seen)


def test_a_click_on_a_cell_opens_the_rows_of_its_figure(cockpit: str, page_as: PageAs) -> None:
    page = page_as("auditor")
    go_to(page, f"{cockpit}/rectification")
    click_first_row(page, 260)  # overdue findings of the first type
    expect(page).to_have_url(re.compile(r"/rows\?kpi=findings_overdue&drill=rectification_type"))
