"""A browser, a cockpit on the demonstration bureau, and windows of it for signed-in accounts.

What fails here is tried once more, in new tabs: on two busy cores a browser now and then misses a beat in
the middle of hundreds. The summary of the run tells of each such test; what fails twice has failed.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from release.demonstration import build_demonstration, served, sign_in
from tests.browser.requests_made import Heard, listen
from tests.one_per_run import folder_of_run, one_per_run

# Debian has the same browser without its own windows and menus too: a third of the work for each page.
_BROWSERS = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))
CHROMIUM = next((file for file in _BROWSERS if file.exists()), _BROWSERS[-1])
ARGUMENTS = [
    "--no-sandbox",  # tests run as root in containers
    "--disable-gpu",
    "--use-gl=angle",  # with the next two, maps are drawn without a graphics card
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
]
TIMEOUT_MS = 60_000  # two cores may run another browser and another server at the same time
WINDOW: dict[str, Any] = {
    "viewport": {"width": 1366, "height": 768},
    "locale": "zh-CN",
    "timezone_id": "Asia/Shanghai",
    "reduced_motion": "reduce",  # nothing is proved by what moves
}

_HERE = Path(__file__).resolve().parent
_HAS_FAILED = pytest.StashKey[bool]()
# Playwright tells the whole page from its top; what stands beside a page, and is alike on all, hides it.
_SIDEBAR = re.compile(r"^( *)- region \"侧栏\":\n(?:\1 .*\n)*", re.MULTILINE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    item.stash[_HAS_FAILED] = True
    try:
        yield
    except AssertionError as error:
        error.args = (_SIDEBAR.sub("", str(error)),)
        raise
    item.stash[_HAS_FAILED] = False


@pytest.fixture
def has_failed(request: pytest.FixtureRequest) -> Callable[[], bool]:
    """Tells the fixtures of a test, once it is over, how it went."""
    return lambda: request.node.stash.get(_HAS_FAILED, False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window. Skips where it is missing; in CI that is a failure."""
    if not CHROMIUM.exists():
        missing = f"{CHROMIUM} is missing"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    expect.set_options(timeout=TIMEOUT_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def built_bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a demonstration bureau with its datasets, to be copied: all test processes share it."""
    folder = folder_of_run(tmp_path_factory)
    with one_per_run(folder, "demonstration", _built(folder)) as place:
        yield Path(place)


@contextmanager
def _built(folder: Path) -> Iterator[str]:
    # It may be large, and is gone at the end of the run.
    with tempfile.TemporaryDirectory(dir=folder) as place:
        build_demonstration(place, has_datasets=True)
        yield place


@pytest.fixture(scope="session")
def new_bureau(built_bureau: Path) -> Iterator[Callable[[], str]]:
    """Gives the run-time folder of another demonstration bureau with its datasets."""
    with tempfile.TemporaryDirectory(prefix="audit-demonstration-") as place:

        def copy() -> str:
            folder = tempfile.mkdtemp(dir=place)
            return shutil.copytree(built_bureau, folder, copy_function=_copy, dirs_exist_ok=True)

        yield copy


def _copy(file: str, copy: str) -> str:
    # What is in the warehouse is never changed, only removed: the same file does for all.
    if "warehouse" in Path(file).parts:
        with suppress(OSError):
            os.link(file, copy)
            return copy
    return shutil.copy2(file, copy)


@pytest.fixture(scope="session")
def cockpit_folder(new_bureau: Callable[[], str]) -> Path:
    """The run-time folder of `cockpit`."""
    return Path(new_bureau())


@pytest.fixture(scope="session")
def cockpit(browser: Browser, cockpit_folder: Path) -> Iterator[str]:
    """Address of a running cockpit on a new demonstration bureau, where there is a browser to look at it."""
    with served(str(cockpit_folder), "manage.py", "serve", "--port") as address:
        yield address


@dataclass
class Window:
    """The one window of an account, and those of its tabs that no test has in hand."""

    context: BrowserContext
    free: list[Page]


@pytest.fixture(scope="session")
def heard() -> dict[Page, Heard]:
    """What each tab of an account has asked for, from its beginning."""
    return {}


@pytest.fixture(scope="session")
def window_of(browser: Browser, cockpit: str, heard: dict[Page, Heard]) -> Iterator[Callable[[str], Window]]:
    """Gives the window of an account that all tests share: each signs in once."""
    contexts = []

    @cache
    def window(user_name: str) -> Window:
        contexts.append(context := browser.new_context(**WINDOW))
        context.set_default_timeout(TIMEOUT_MS)
        page = context.new_page()
        heard[page] = listen(page)
        sign_in(page, f"{cockpit}/password", user_name)  # a small page, that everybody may open
        return Window(context, [page])

    yield window
    for context in contexts:
        context.close()


@pytest.fixture
def page_as(
    window_of: Callable[[str], Window], heard: dict[Page, Heard], has_failed: Callable[[], bool]
) -> Iterator[Callable[[str], Page]]:
    """Gives a tab of a signed-in account as the last test left it: `go_to` leads on from there.

    Streamlit's scripts come to a tab once, which takes longer than most pages. After a fault, tabs are new.
    """
    taken: list[tuple[Window, Page]] = []

    def tab(user_name: str) -> Page:
        window = window_of(user_name)
        if window.free:
            page = window.free.pop()
        else:
            page = window.context.new_page()
            heard[page] = listen(page)
        taken.append((window, page))
        return page

    yield tab
    for window, page in taken:
        if page.is_closed():
            continue
        if has_failed():
            print(_seen(page))  # a report shows what was not found; what stood there instead explains it
            page.close()
            continue
        page.unroute_all()
        window.free.append(page)


def _seen(page: Page) -> str:
    words = page.evaluate("() => document.querySelector('[data-testid=\"stMain\"]')?.innerText")
    return f"{page.url}\n{words}"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of nobody."""
    context = browser.new_context(**WINDOW)
    context.set_default_timeout(TIMEOUT_MS)
    yield context.new_page()
    context.close()
