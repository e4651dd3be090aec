"""The form to sign in is Chinese, and asks nobody but the cockpit's own server for anything."""

from tests.browser.latin_words import latin
from tests.browser.requests_made import outside, recorded
from tests.browser.screens import until_painted


def test_sign_in_is_chinese_and_asks_only_its_own_server(page, cockpit):
    requests = recorded(page)
    page.goto(cockpit)
    page.locator("input[type=password]").wait_for()
    until_painted(page)
    assert not latin(page)
    assert not outside(requests, cockpit)


def test_an_outside_request_would_be_found(page, cockpit):
    requests = recorded(page)
    page.route("**/outside.invalid/**", lambda route: route.abort())
    page.goto(f"{cockpit}/_stcore/health")
    page.evaluate("fetch('https://outside.invalid/font.woff').catch(() => 0)")
    assert outside(requests, cockpit) == ["https://outside.invalid/font.woff"]
