"""The map of public investment in Chromium: opened to painted, and what comes over the line.

A bureau with 100 projects beside one with 10,000, each as single projects and as it opens by itself. Pages
are loaded in turn, so that a slow moment of the machine meets all; medians of three. WebGL is that of the
processor, which no desk has: times of the browser are longer than there.
"""

import shutil
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import BrowserContext, WebSocket, sync_playwright

from bench.map_data import make_projects
from release.demonstration import demonstration_folder, served, signed_in

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)
SIZES = (100, 10_000)
PAGES = {"single projects": "/map?as=projects", "as it opens": "/map"}
LOADS = 3
# Drawn means: the page has run, the map has its canvas, and two pictures have been shown since.
_PAINTED = """() => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'notRunning'
    && (document.querySelector('[data-testid="stDeckGlJsonChart"] canvas')?.width ?? 0) > 300
    && document.querySelector('[data-testid="stDataFrame"] canvas')"""
_SHOWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"


def run() -> None:
    """Measure and print. Needs Chromium."""
    with ExitStack() as stack:
        folder = stack.enter_context(demonstration_folder())
        addresses = {}
        for size in SIZES:
            place = str(Path(folder) / f"of-{size}")
            shutil.copytree(folder, place, ignore=shutil.ignore_patterns("of-*", "figures"))
            make_projects(place, size)
            addresses[size] = stack.enter_context(served(place, "manage.py", "serve", "--port"))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        contexts = {size: signed_in(browser, addresses[size], "leader") for size in SIZES}
        times: dict[tuple[str, int], list[float]] = {(name, size): [] for name in PAGES for size in SIZES}
        heard: dict[tuple[str, int], int] = {}
        for __ in range(LOADS + 1):
            for name, path in PAGES.items():
                for size in SIZES:
                    seconds, octets = _opened(contexts[size], addresses[size] + path)
                    times[name, size].append(seconds)
                    heard[name, size] = octets
                    print(f"… {name}, {size:,} projects: {seconds:.2f} s", file=sys.stderr, flush=True)
        browser.close()
    for (name, size), found in times.items():
        print(
            f"{name:16} {size:6,} projects  {median(found[1:]):6.2f} s   first {found[0]:6.2f} s   "
            f"{heard[name, size] / 1_000_000:5.2f} MB"
        )
    for name in PAGES:
        few, many = (median(times[name, size][1:]) for size in SIZES)
        print(f"{name}: {SIZES[1]:,} / {SIZES[0]:,} projects {many / few:.2f}")


def _opened(context: BrowserContext, address: str) -> tuple[float, int]:
    """(seconds until the page is painted, octets that its line to the server brought)."""
    page = context.new_page()
    octets = [0]

    def count(payload: str | bytes) -> None:
        octets[0] += len(payload)

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", count)

    page.on("websocket", listen)
    started = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_function(_PAINTED, timeout=180_000)
    page.evaluate(_SHOWN)
    seconds = time.perf_counter() - started
    page.close()
    return seconds, octets[0]
