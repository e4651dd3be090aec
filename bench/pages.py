"""The overview in Chromium: opened to all painted, beside its twin drawn from constants and an empty page.

Each page is loaded in turn, so that a slow moment of the machine meets all three; medians of seven.
"""

import os
import pickle
import shutil
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import BrowserContext, sync_playwright
from playwright.sync_api import Page as Window

from components import session
from data.access.roles import User
from data.bureau import bureau
from data.engine import connect_to, reading
from queries.filters import EVERYTHING, Filters
from queries.overview import ACTIONS, BESIDE, FOOT_TILES, HEAD_TILES, PICTURE, POINTED, WARNED, WARNED_BY
from queries.rows import Page
from queries.run import month_ends
from queries.source import newest_version
from release.demonstration import ROOT, demonstration_folder, served, signed_in

CHROMIUM = "/usr/bin/chromium"
LOADS = 7
PAINTED = """() => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'notRunning'
    && document.querySelectorAll('[data-testid="stMetric"]').length === METRICS
    && document.querySelectorAll('[data-testid="stPlotlyChart"] .main-svg .trace').length >= TRACES
    && !document.querySelector('[data-testid="stSkeleton"]')
    && document.querySelector('[data-testid="stHeading"]') !== null"""


def run() -> None:
    """Measure and print. Needs Chromium."""
    with ExitStack() as stack:
        folder = stack.enter_context(demonstration_folder())
        os.environ["AUDIT_VAR_DIR"] = folder
        constants = Path(folder) / "constants.pickle"
        constants.write_bytes(pickle.dumps(_constants(folder)))
        servers = {
            "overview": ("manage.py", "serve", "--port"),
            "twin": ("-m", "streamlit", "run", str(_staged_twin(Path(folder))), "--server.port"),
            "empty": ("-m", "streamlit", "run", "bench/empty_app.py", "--server.port"),
        }
        addresses = {
            name: stack.enter_context(served(folder, *command, AUDIT_BENCH_CONSTANTS=str(constants)))
            for name, command in servers.items()
        }
        playwright = stack.enter_context(sync_playwright())
        arguments = ["--no-sandbox", "--disable-background-networking", "--disable-sync", "--no-first-run"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        contexts = {name: browser.new_context() for name in servers}
        contexts["overview"] = signed_in(browser, addresses["overview"], "leader")
        times: dict[str, list[float]] = {name: [] for name in servers}
        for __ in range(LOADS + 1):
            for name in servers:
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


def _staged_twin(folder: Path) -> Path:
    """The twin's script beside a pages/ of its own: Streamlit looks for pages beside the script it runs."""
    stage = folder / "twin"
    stage.mkdir()
    (stage / "pages").symlink_to(ROOT / "pages")
    return Path(shutil.copy(ROOT / "bench/twin_app.py", stage / "app.py"))


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
        ("rows", "findings_overdue"): session.rows(
            "findings_overdue", filters, Page(order_by="days_overdue", is_descending=True, limit=5)
        ),
        "user": User("leader", "分管领导", frozenset({"leadership"})),
        ("groups", PICTURE[0], filters, PICTURE[1]): session.groups(PICTURE[0], filters, PICTURE[1]),
        ("groups", WARNED, filters, WARNED_BY): session.groups(WARNED, filters, WARNED_BY),
    }
    tiles = (*HEAD_TILES, *FOOT_TILES, PICTURE[0], BESIDE)
    for name in tiles:
        found["figures_over", name, filters, tuple(days)] = session.figures_over(name, filters, days)
        before = filters.a_year_before()
        found["figure", name, before] = session.figure(name, before)
    for name in (*ACTIONS, *tiles, *POINTED, WARNED):
        found["figure", name, filters] = session.figure(name, filters)
        found["target", name, filters] = session.target(name, filters)
    found["figure", "findings", filters] = session.figure("findings", filters)
    return found


def _seconds_to_paint(context: BrowserContext, address: str, *, is_empty: bool) -> float:
    page = context.new_page()
    started = time.perf_counter()
    page.goto(address, wait_until="commit")
    _wait_until_painted(page, is_empty=is_empty)
    seconds = time.perf_counter() - started
    page.close()
    return seconds


def _wait_until_painted(page: Window, *, is_empty: bool) -> None:
    metrics, traces = (0, 0) if is_empty else (len((*HEAD_TILES, *FOOT_TILES, *POINTED)), 3)
    question = PAINTED.replace("METRICS", str(metrics)).replace("TRACES", str(traces))
    page.wait_for_function(question, timeout=60_000)
