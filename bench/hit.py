"""The evidence page of a hit in Chromium: opened to painted, beside its twin with constant data.

Both are the whole product. Each hit is opened for the first time; the twin was given what its page reads.
They take turns, so that a slow moment of the machine meets both; medians of the loads.
"""

import os
import time
from contextlib import ExitStack
from statistics import median

from playwright.sync_api import BrowserContext, sync_playwright

from bench.model_data import committed
from bench.models import command
from bench.pages import CHROMIUM
from data.access.roles import User
from data.engine import connect_to
from release.demonstration import demonstration_folder, served, signed_in

LOADS = 15
_FEW = 10_000
_BAR = 1.3
# M22 of every unit: what it finds depends on the size otherwise.
_MODELS = {"M24": (), "M22": ("--param", "most_december=0")}
# Of the demonstration, who owns what is run over, and so sees the hits.
_READER = User("dataroom", "演示数据室", frozenset({"data_room"}))
_PAINTED = """() => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'notRunning'
    && document.querySelectorAll('[data-testid="stMain"] [data-testid="stHeading"]').length > 2
    && document.querySelector('[data-testid="stMain"] [data-testid="stDataFrame"] canvas')
    && !document.querySelector('[data-testid="stSkeleton"]')"""


def run(rows: int) -> None:
    """Measure and print. Needs Chromium."""
    with ExitStack() as stack:
        folder = stack.enter_context(demonstration_folder())
        os.environ |= {"AUDIT_VAR_DIR": folder, "AUDIT_DATABASE_URL": f"sqlite:///{folder}/audit.db"}
        engine = connect_to(os.environ["AUDIT_DATABASE_URL"])
        runs = {}
        for size in (_FEW, rows):
            committed(engine, "payments", size, _READER)
            for code, given in _MODELS.items():
                runs[code, size] = command("run", code, "--on", f"payments_{size}", *given)
        engine.dispose()
        servers = {
            "page": ("manage.py", "serve", "--port"),
            "twin": ("-m", "bench.hit_twin", "serve", "--port"),
        }
        addresses = {name: stack.enter_context(served(folder, *words)) for name, words in servers.items()}
        playwright = stack.enter_context(sync_playwright())
        arguments = ["--no-sandbox", "--disable-background-networking", "--disable-sync", "--no-first-run"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        contexts = {
            name: signed_in(browser, address, _READER.user_name) for name, address in addresses.items()
        }
        for (code, size), told in runs.items():
            times: dict[str, list[float]] = {name: [] for name in servers}
            # The first one loads what all others find loaded.
            for number in range(LOADS + 1):
                hit = f"/hit?run={told['run']}&hit={number * (told['rows'] // (LOADS + 1))}"
                _seconds_to_paint(contexts["twin"], addresses["twin"] + hit)  # is given what it reads
                for name in servers:
                    times[name].append(_seconds_to_paint(contexts[name], addresses[name] + hit))
            page, twin = (median(found[1:]) for found in times.values())
            print(f"{code} {size:12,} rows  page {page:.3f} s  twin {twin:.3f} s", end="  ")
            print(f"{page / twin:.2f} (bar {_BAR})", flush=True)
        browser.close()


def _seconds_to_paint(context: BrowserContext, address: str) -> float:
    page = context.new_page()
    started = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_function(_PAINTED, timeout=60_000)
    seconds = time.perf_counter() - started
    page.close()
    return seconds
