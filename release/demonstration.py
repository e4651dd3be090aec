"""A cockpit of its own on the demonstration bureau, to be looked at by a browser."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from data.access.first_accounts import DEMO_PASSWORD

ROOT = Path(__file__).resolve().parent.parent
_START_SECONDS = 60
_FIRST_OUTGOING_PORT = 32_768  # of Linux
_PAINT_MS = 60_000
_QUIET = """() => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stSpinner"]')
    && (!location.pathname.endsWith('/screen') || window.auditWall?.data?.is_complete)
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
        .every(chart => chart.querySelector('.main-svg'))"""


@contextmanager
def demonstration() -> Iterator[str]:
    """Address of a running cockpit on a new demonstration bureau; both are gone at the end of the block."""
    words = ("manage.py", "serve", "--port")
    with demonstration_folder(has_datasets=True) as folder, served(folder, *words) as address:
        yield address


@contextmanager
def demonstration_folder(*, has_datasets: bool = False) -> Iterator[str]:
    """A run-time folder with a new demonstration bureau; gone at the end of the block."""
    with tempfile.TemporaryDirectory(prefix="audit-demonstration-") as folder:
        build_demonstration(folder, has_datasets=has_datasets)
        yield folder


def build_demonstration(folder: str, *, has_datasets: bool = False) -> None:
    """Make a new demonstration bureau in that run-time folder."""
    parts = ["--demo"] if has_datasets else ["--demo", "--without-warehouse"]
    command = [sys.executable, "manage.py", "init", *parts]
    subprocess.run(command, cwd=ROOT, env=_environment(folder), check=True, capture_output=True)  # noqa: S603


@contextmanager
def served(folder: str, *words: str, **variables: str) -> Iterator[str]:
    """Address of a server on that run-time folder: `words` are Python's arguments up to its port."""
    port = free_port()
    command = [sys.executable, *words, str(port)]
    environment = _environment(folder) | variables
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        _wait_for(f"http://localhost:{port}/_stcore/health", server)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait()


def _environment(folder: str) -> dict[str, str]:
    environment = os.environ | {"AUDIT_VAR_DIR": folder, "PYTHONPATH": str(ROOT)}
    environment.pop("AUDIT_DATABASE_URL", None)
    return environment


def free_port() -> int:
    # Below the ports that outgoing connections get, and apart from those that other test processes try: a
    # server under load binds its port seconds after it was chosen.
    for port in range(20_000 + os.getpid() % 10_000, _FIRST_OUTGOING_PORT):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError("no port is free")


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while True:
        try:
            urllib.request.urlopen(address, timeout=5).read()  # noqa: S310 - an address of our own
            return
        except OSError:
            if server.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def signed_in(
    browser: Browser,
    address: str,
    user_name: str,
    *,
    is_night: bool = False,
    width: int = 1366,
    height: int = 768,
) -> BrowserContext:
    """A browser window of a demonstration account."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if is_night else "light",
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
    )
    page = context.new_page()
    sign_in(page, address, user_name)
    page.close()
    return context


def sign_in(page: Page, address: str, user_name: str) -> None:
    """Sign a demonstration account in at an address of the cockpit; its cookie does for the whole window."""
    page.goto(address)
    page.locator("input[type=text]").first.fill(user_name)
    page.locator("input[type=password]").first.fill(DEMO_PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_test_id("stSidebar").wait_for(timeout=_PAINT_MS)
    page.wait_for_function("() => document.cookie.includes('audit_cockpit')", timeout=_PAINT_MS)


def opened(context: BrowserContext, address: str) -> Page:
    """A page of the cockpit, painted."""
    page = context.new_page()
    page.goto(address)
    settle(page)
    return page


def settle(page: Page) -> None:
    """Wait until the page has run and is painted."""
    page.wait_for_function(_QUIET, timeout=_PAINT_MS)
    page.wait_for_timeout(1500)  # grids and charts draw a moment after their frames are there
