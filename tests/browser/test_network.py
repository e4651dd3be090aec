"""No page asks anybody but the cockpit's own server for anything."""

from urllib.parse import urlsplit

import pytest

from tests.browser.screens import open_screen, screens, until_painted

LOCAL_SCHEMES = {"data", "blob", "about"}  # inside the browser: images and scripts that came with the page


def outside(requests, cockpit):
    home = urlsplit(cockpit).netloc
    parts = [urlsplit(request) for request in requests]
    return sorted(
        {part.geturl() for part in parts if part.scheme not in LOCAL_SCHEMES and part.netloc != home}
    )


def recorded(page):
    """The list that fills with the address of every request of the page, sockets included."""
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("websocket", lambda socket: requests.append(socket.url))
    return requests


@pytest.mark.parametrize("screen", screens(), ids=str)
def test_page_asks_only_its_own_server(page_as, cockpit, screen):
    page = page_as(screen.user_name)
    requests = recorded(page)
    open_screen(page, cockpit, screen)
    page.mouse.wheel(0, 4000)  # what is drawn only when seen
    until_painted(page)
    assert any(request.startswith("ws") for request in requests), "the page was not alive"
    assert not outside(requests, cockpit)


def test_sign_in_asks_only_its_own_server(page, cockpit):
    requests = recorded(page)
    page.goto(cockpit)
    page.locator("input[type=password]").wait_for()
    until_painted(page)
    assert not outside(requests, cockpit)


def test_an_outside_request_would_be_found(page, cockpit):
    requests = recorded(page)
    page.route("**/outside.invalid/**", lambda route: route.abort())
    page.goto(cockpit)
    page.evaluate("fetch('https://outside.invalid/font.woff').catch(() => 0)")
    assert outside(requests, cockpit) == ["https://outside.invalid/font.woff"]
