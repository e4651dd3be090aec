"""The overview in Chromium: opened to all painted, beside its twin drawn from constants and an empty page.

Each page is loaded in turn, so that a slow moment of the machine meets all three; medians of seven.
"""

import os
import pickle
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import BrowserContext, Page, sync_playwright

from components import session
from data.bureau import bureau
from data.engine import connect_to, reading
from data.first_accounts import DEMO_PASSWORD
from data.roles import User
from queries.filters import EVERYTHING, Filters
from queries.overview import ACTIONS, BESIDE, FOOT_TILES, HEAD_TILES, PICTURE
from queries.run import month_ends
from queries.source import newest_version

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = "/usr/bin/chromium"
LOADS = 7
PAINTED = """() => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'notRunning'
    && document.querySelectorAll('[data-testid="stMetric"]').length === METRICS
    && document.querySelectorAll('[data-testid="stPlotlyChart"] .main-svg .trace').length >= TRACES
    && !document.querySelector('[data-testid="stSkeleton"]')
    && document.querySelector('[data-testid="stHeading"]') !== null"""


def run() -> None:
    """Measure and print. Needs Chromium."""
    with tempfile.TemporaryDirectory(prefix="audit-bench-") as folder, ExitStack() as stack:
        environment = os.environ | {"AUDIT_VAR_DIR": folder, "PYTHONPATH": str(ROOT)}
        environment.pop("AUDIT_DATABASE_URL", None)
        initialise = [sys.executable, "manage.py", "init", "--demo"]
        subprocess.run(initialise, cwd=ROOT, env=environment, check=True, capture_output=True)  # noqa: S603
        os.environ["AUDIT_VAR_DIR"] = folder
        constants = Path(folder) / "constants.pickle"
        constants.write_bytes(pickle.dumps(_constants(folder)))
        environment["AUDIT_BENCH_CONSTANTS"] = str(constants)
        apps = {"overview": "app.py", "twin": "bench/twin_app.py", "empty": "bench/empty_app.py"}
        addresses = {name: stack.enter_context(_served(app, environment)) for name, app in apps.items()}
        playwright = stack.enter_context(sync_playwright())
        arguments = ["--no-sandbox", "--disable-background-networking", "--disable-sync", "--no-first-run"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        contexts = {name: browser.new_context() for name in apps}
        _sign_in(contexts["overview"], addresses["overview"])
        times: dict[str, list[float]] = {name: [] for name in apps}
        for __ in range(LOADS + 1):
            for name in apps:
                times[name].append(
                    _seconds_to_paint(contexts[name], addresses[name], is_empty=name == "empty")
                )
        browser.close()
    # The first load fills the browser's cache of Streamlit's own files; all others have it.
    medians = {name: median(found[1:]) for name, found in times.items()}
    for name, seconds in medians.items():
        print(f"{name:10} {seconds:6.3f} s   first visit {times[name][0]:6.3f} s")
    print(f"overview / twin {medians['overview'] / medians['twin']:.2f}")
    print(f"twin / empty    {medians['twin'] / medians['empty']:.2f}")


def _constants(folder: str) -> dict[Any, Any]:
    engine = connect_to(f"sqlite:///{folder}/audit.db")
    session.engine = lambda: engine  # type: ignore[assignment]
    session.scope = lambda: EVERYTHING
    session.version = lambda: newest_version(engine)
    with reading(engine) as connection:
        here = bureau(connection)
    filters = Filters(as_of=here.as_of)
    days = month_ends(here.as_of)
    found: dict[Any, Any] = {
        "bureau": here,
        "choices": session.filter_choices(),
        "user": User("leader", "分管领导", frozenset({"leadership"})),
        ("groups", PICTURE[0], filters, PICTURE[1]): session.groups(PICTURE[0], filters, PICTURE[1]),
    }
    tiles = (*HEAD_TILES, *FOOT_TILES, PICTURE[0], BESIDE)
    for name in tiles:
        found["figures_over", name, filters, tuple(days)] = session.figures_over(name, filters, days)
        before = filters.a_year_before()
        found["figure", name, before] = session.figure(name, before)
    for name in (*ACTIONS, *tiles):
        found["figure", name, filters] = session.figure(name, filters)
    return found


@contextmanager
def _served(app: str, environment: dict[str, str]) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", app, "--server.port", str(port)]
    server = subprocess.Popen(  # noqa: S603
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://localhost:{port}"
    try:
        for __ in range(300):
            try:
                urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).read()  # noqa: S310
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait()


def _sign_in(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address)
    page.locator("input[type=text]").first.fill("leader")
    page.locator("input[type=password]").first.fill(DEMO_PASSWORD)
    page.keyboard.press("Enter")
    _wait_until_painted(page, is_empty=False)
    page.wait_for_timeout(2000)  # the cookie is written after the page
    page.close()


def _seconds_to_paint(context: BrowserContext, address: str, *, is_empty: bool) -> float:
    page = context.new_page()
    started = time.perf_counter()
    page.goto(address, wait_until="commit")
    _wait_until_painted(page, is_empty=is_empty)
    seconds = time.perf_counter() - started
    page.close()
    return seconds


def _wait_until_painted(page: Page, *, is_empty: bool) -> None:
    metrics, traces = (0, 0) if is_empty else (len(HEAD_TILES) + len(FOOT_TILES), 2)
    question = PAINTED.replace("METRICS", str(metrics)).replace("TRACES", str(traces))
    page.wait_for_function(question, timeout=60_000)
