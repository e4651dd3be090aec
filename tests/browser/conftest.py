"""A browser, a cockpit on the demonstration bureau, and windows of it for signed-in accounts."""

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, sync_playwright

from release.demonstration import demonstration, signed_in

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",  # tests run as root in containers
    "--disable-gpu",
    "--use-gl=angle",  # with the next two, maps are drawn without a graphics card
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
]
TIMEOUT_MS = 15_000  # two cores may run another browser and another server at the same time
WINDOW: dict[str, Any] = {
    "viewport": {"width": 1366, "height": 768},
    "locale": "zh-CN",
    "timezone_id": "Asia/Shanghai",
}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window. Skips where it is missing; in CI that is a failure."""
    if not CHROMIUM.exists():
        missing = f"{CHROMIUM} is missing"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def cockpit(browser: Browser) -> Iterator[str]:
    """Address of a running cockpit on a new demonstration bureau, where there is a browser to look at it."""
    with demonstration() as address:
        yield address


@pytest.fixture(scope="session")
def cookies_of(browser: Browser, cockpit: str) -> Callable[[str], StorageState]:
    """Gives the cookies of a signed-in demonstration account; each account signs in once."""

    @cache
    def cookies(user_name: str) -> StorageState:
        context = signed_in(browser, cockpit, user_name)
        state = context.storage_state()
        context.close()
        return state

    return cookies


@pytest.fixture(scope="session")
def window_of(
    browser: Browser, cookies_of: Callable[[str], StorageState]
) -> Iterator[Callable[[str], BrowserContext]]:
    """Gives a new window of a signed-in account."""
    contexts = []

    def window(user_name: str) -> BrowserContext:
        context = browser.new_context(storage_state=cookies_of(user_name), **WINDOW)
        context.set_default_timeout(TIMEOUT_MS)
        contexts.append(context)
        return context

    yield window
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def shared_window_of(
    window_of: Callable[[str], BrowserContext],
) -> Callable[[str], BrowserContext]:
    """Gives the one window of an account that all tests share: Streamlit's scripts come to it only once."""
    return cache(window_of)


@pytest.fixture
def page_as(
    window_of: Callable[[str], BrowserContext], shared_window_of: Callable[[str], BrowserContext]
) -> Iterator[Callable[..., Page]]:
    """Gives an empty page of a signed-in account; with `is_apart` in a window of its own."""
    pages = []

    def new_page(user_name: str, *, is_apart: bool = False) -> Page:
        pages.append((window_of if is_apart else shared_window_of)(user_name).new_page())
        return pages[-1]

    yield new_page
    for page in pages:
        page.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of nobody."""
    context = browser.new_context(**WINDOW)
    context.set_default_timeout(TIMEOUT_MS)
    yield context.new_page()
    context.close()
