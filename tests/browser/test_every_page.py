"""Each page of the menu as it opens: it is Chinese, and it asks nobody but the cockpit's own server.

An account goes from page to page in one tab, as its holder does.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import BrowserContext, Page, WebSocket

from tests.browser.latin_words import latin, open_list
from tests.browser.requests_made import outside, recorded
from tests.browser.screens import Screen, open_screen, screens, until_painted


@dataclass
class Tab:
    """The tab of one account, what it has asked for, and its lines to the server."""

    page: Page
    requests: list[str]
    lines: list[WebSocket] = field(default_factory=list)


@pytest.fixture(scope="module")
def tabs() -> dict[str, Tab]:
    """Tabs by the name of their account."""
    return {}


@pytest.mark.parametrize("screen", screens(), ids=str)
def test_page_is_chinese_and_asks_only_its_own_server(
    tabs: dict[str, Tab], window_of: Callable[[str], BrowserContext], cockpit: str, screen: Screen
) -> None:
    tab = tabs.pop(screen.user_name, None) or new_tab(window_of(screen.user_name))
    page = tab.page
    open_screen(page, cockpit, screen)
    page.mouse.wheel(0, 4000)  # what is drawn only when seen
    until_painted(page)
    assert not latin(page)
    for box in page.locator("[data-testid='stMainBlockContainer'] [role='combobox']:enabled").all()[:1]:
        open_list(page, box)
        assert not latin(page)
        page.keyboard.press("Escape")
    assert any(not line.is_closed() for line in tab.lines), "the page was not alive"
    assert not outside(tab.requests, cockpit)
    tabs[screen.user_name] = tab  # not after a fault: the next page is opened in a new one


def new_tab(window: BrowserContext) -> Tab:
    page = window.new_page()
    tab = Tab(page, recorded(page))

    def keep(line: WebSocket) -> None:
        tab.lines.append(line)

    page.on("websocket", keep)
    return tab
