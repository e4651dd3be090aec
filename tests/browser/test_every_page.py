"""Pages of the menu as they open: Chinese, and they ask nobody but the cockpit's own server.

An account goes from page to page in one tab, as its holder does.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from data.dataset_types import dataset_types
from tests.browser.latin_words import latin, open_list
from tests.browser.requests_made import Heard, outside
from tests.browser.screens import Screen, open_screen, screens, until_painted

COLUMNS = frozenset(column.name for entry in dataset_types().values() for column in entry.columns)


@pytest.mark.parametrize("screen", screens(), ids=str)
def test_page_is_chinese_and_asks_only_its_own_server(
    page_as: Callable[[str], Page], heard: dict[Page, Heard], cockpit: str, screen: Screen
) -> None:
    page = page_as(screen.user_name)
    open_screen(page, cockpit, screen)
    page.mouse.wheel(0, 4000)  # what is drawn only when seen
    until_painted(page)
    # Whoever writes SQL meets the columns by their names in it.
    allowed = COLUMNS if screen.path == "workbench" else frozenset()
    assert not latin(page, allowed)
    boxes = page.locator("[data-testid='stMainBlockContainer'] [role='combobox']:enabled:visible")
    for box in boxes.all()[:1]:
        open_list(page, box)
        assert not latin(page, allowed)
        page.keyboard.press("Escape")
    assert any(not line.is_closed() for line in heard[page].lines), "the page was not alive"
    assert not outside(heard[page].requests, cockpit)
