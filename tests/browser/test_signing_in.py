"""Signing in with a real browser: the cookie, reload, deep links, restart of the server, other browsers."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import Engine, select

from data.access.accounts import disable, insert_account
from data.access.passwords import DEMO_ROUNDS, hashed
from data.access.roles import COMMAND_LINE
from data.engine import connect_to, reading, writing
from data.schema import Event
from tests.browser.screens import POLLING_MS

ROOT = Path(__file__).resolve().parent.parent.parent
PASSWORD = "Tiger-valley-42"
PATIENCE = 60_000  # ms; a machine that runs other tests beside these is slow
DEEP_LINK = "/rows?kpi=findings"
SMALL_PAGE = "/password"
# Not China: what the server writes as a moment must not depend on where the browser is.
WINDOW = {"viewport": {"width": 1366, "height": 768}, "locale": "zh-CN", "timezone_id": "America/New_York"}


class Server:
    """A cockpit on the test's database that can be started again."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.environment = os.environ | {
            "AUDIT_DATABASE_URL": str(engine.url),
            "AUDIT_VAR_DIR": str(folder),
            "TZ": "UTC",
        }
        self.start()

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        command = [sys.executable, "manage.py", "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment)
        for _attempt in range(300):
            try:
                urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=5).read()
                return
            except OSError:
                time.sleep(0.2)
        raise TimeoutError(self.address)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


@pytest.fixture(scope="module")
def database(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One database for all tests here; each has an account of its own."""
    file = tmp_path_factory.mktemp("signing-in") / "audit.db"
    shutil.copy(sqlite_template, file)
    engine = connect_to(f"sqlite:///{file}")
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def server(browser: Browser, database: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests here; a test may start it again."""
    started = Server(database, tmp_path_factory.mktemp("var"))
    yield started
    started.stop()


@pytest.fixture
def person(database: Engine) -> str:
    """User name of an auditor who is new to every test."""
    user_name = f"auditor{secrets.token_hex(4)}"
    with writing(database) as connection:
        insert_account(
            connection,
            "test",
            user_name,
            "张三",
            hashed(PASSWORD, DEMO_ROUNDS),
            roles=frozenset({"auditor"}),
            must_change_password=False,
        )
    return user_name


@pytest.fixture(scope="module")
def profiles(browser: Browser) -> Iterator[list[BrowserContext]]:
    """Browser profiles for all tests here: Streamlit's scripts come to each once."""
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        context.close()


@pytest.fixture
def window(browser: Browser, profiles: list[BrowserContext]) -> Iterator[Callable[..., Page]]:
    """Gives a page in a browser profile of its own, with these cookies."""
    pages: list[Page] = []

    def open_window(cookies=()) -> Page:
        if len(pages) == len(profiles):
            profiles.append(browser.new_context(**WINDOW))
        context = profiles[len(pages)]
        context.add_cookies(list(cookies))
        pages.append(context.new_page())
        return pages[-1]

    yield open_window
    for page in pages:
        page.context.clear_cookies()
        page.close()


def send(page: Page, person: str, password: str = PASSWORD) -> None:
    page.get_by_role("textbox", name="用户名").fill(person)
    page.get_by_role("textbox", name="密码").fill(password)
    page.get_by_role("textbox", name="密码").press("Enter")


def card(page: Page) -> None:
    expect(page.get_by_role("textbox", name="用户名")).to_be_visible(timeout=PATIENCE)


def inside(page: Page) -> None:
    expect(page.get_by_test_id("stSidebar")).to_be_visible(timeout=PATIENCE)


def sign_in(page: Page, server: Server, person: str, path: str = SMALL_PAGE) -> None:
    page.goto(server.address + path)
    card(page)
    send(page, person)
    inside(page)
    page.wait_for_function(
        "() => document.cookie.includes('audit_cockpit')", timeout=PATIENCE, polling=POLLING_MS
    )


def kinds(engine: Engine, person: str) -> list[str]:
    with reading(engine) as connection:
        by_person = select(Event.kind).where(Event.actor == person).order_by(Event.event_id)
        return list(connection.scalars(by_person))


def test_a_deep_link_and_a_reload_survive_signing_in(server, database, person, window) -> None:
    page = window()
    sign_in(page, server, person, DEEP_LINK)
    assert page.url == server.address + DEEP_LINK
    page.add_init_script(
        """new MutationObserver(() => {
            if (document.querySelector('input[type=password]')) window.sawTheCard = true;
        }).observe(document, {childList: true, subtree: true})"""
    )
    page.reload()
    inside(page)
    assert page.url == server.address + DEEP_LINK
    assert not page.evaluate("() => window.sawTheCard"), "a reload flashes no sign-in card"
    assert kinds(database, person) == ["signed_in"], "a reload is no sign-in"


def test_a_copied_cookie_dies_at_sign_out(server, database, person, window) -> None:
    page = window()
    sign_in(page, server, person)
    thief = window(page.context.cookies())
    thief.goto(server.address + SMALL_PAGE)
    inside(thief)
    page.get_by_test_id("stSidebar").get_by_role("button", name="退出").click()
    card(page)
    page.wait_for_function(
        "() => !document.cookie.includes('audit_cockpit')", timeout=PATIENCE, polling=POLLING_MS
    )
    page.reload()
    card(page)
    thief.reload()
    card(thief)
    assert kinds(database, person) == ["signed_in", "signed_out", "sign_in_refused"]


def test_the_cookie_of_a_disabled_account_is_refused(server, database, person, window) -> None:
    page = window()
    sign_in(page, server, person)
    disable(database, COMMAND_LINE, person)
    page.reload()
    card(page)
    send(page, person)
    expect(page.get_by_text("账号已停用")).to_be_visible(timeout=PATIENCE)


def test_sign_in_and_lock_survive_a_restart_of_the_server(server, database, person, window) -> None:
    """And one browser's sign-in is nobody else's, before and after."""
    page, stranger = window(), window()
    sign_in(page, server, person)
    stranger.goto(server.address + DEEP_LINK)
    card(stranger)
    for number in range(1, 6):
        send(stranger, person, f"wrong {number}")
        deadline = time.monotonic() + PATIENCE / 1000
        while kinds(database, person).count("sign_in_refused") < number and time.monotonic() < deadline:
            stranger.wait_for_timeout(100)
    expect(stranger.get_by_text("账号已锁定")).to_be_visible(timeout=PATIENCE)
    server.stop()
    server.start()
    page.reload()
    inside(page)
    stranger.reload()
    card(stranger)
    send(stranger, person)
    expect(stranger.get_by_text("账号已锁定")).to_be_visible(timeout=PATIENCE)
