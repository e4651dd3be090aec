"""Each page of the menu as it opens: it is Chinese, and it asks nobody but the cockpit's own server."""

import pytest

from tests.browser.latin_words import latin, open_list
from tests.browser.requests_made import outside, recorded
from tests.browser.screens import open_screen, screens, until_painted


@pytest.mark.parametrize("screen", screens(), ids=str)
def test_page_is_chinese_and_asks_only_its_own_server(page_as, cockpit, screen):
    page = page_as(screen.user_name)
    requests = recorded(page)
    open_screen(page, cockpit, screen)
    page.mouse.wheel(0, 4000)  # what is drawn only when seen
    until_painted(page)
    assert not latin(page)
    for box in page.locator("[data-testid='stMainBlockContainer'] [role='combobox']:enabled").all()[:1]:
        open_list(page, box)
        assert not latin(page)
    assert any(request.startswith("ws") for request in requests), "the page was not alive"
    assert not outside(requests, cockpit)
