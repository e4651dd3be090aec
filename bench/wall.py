"""The big screen left on: 2,000 refreshes as fast as they go; memory of the server, heap of the browser.

All six scenes are sent with every refresh, and the browser draws the next scene after each. Memory is read
after each tenth, the browser's after its garbage was collected; a tenth before the first warms up. Then the
figures change a few times, and everything is computed anew: what the caches take is bounded by their entries.
"""

import time
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

from data.access.roles import COMMAND_LINE
from data.engine import connect_to, writing
from data.events import BureauSettingChanged, record
from data.walls.displays import make_display
from release.demonstration import demonstration_folder, served

CHROMIUM = "/usr/bin/chromium"
REFRESHES = 2_000
TENTHS = 10
CHANGES = 5
_PATIENCE_MS = 300_000  # the figures of six scenes, on a machine that does other things too
_MEGABYTE = 1024 * 1024


def run(refreshes: int = REFRESHES) -> None:
    """Measure and print. Needs Chromium."""
    with demonstration_folder() as folder, served(folder, "manage.py", "serve", "--port") as address:
        engine = connect_to(f"sqlite:///{folder}/audit.db")
        token = make_display(engine, COMMAND_LINE, "bench")
        server = _server_of(address)
        with sync_playwright() as playwright:
            arguments = ["--no-sandbox", "--disable-background-networking", "--disable-sync"]
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
            page = browser.new_page(viewport={"width": 1920, "height": 1080})
            page.goto(f"{address}/?interval=3600&display={token}")
            page.wait_for_function("() => window.auditWall?.data?.is_complete", timeout=_PATIENCE_MS)
            protocol = page.context.new_cdp_session(page)
            _measure_refreshes(page, protocol, server, refreshes)
            for __ in range(CHANGES):
                with writing(engine) as connection:
                    record(connection, "bench", BureauSettingChanged("name", None, "示范市审计局"))
                _refresh(page)
                page.wait_for_function("() => auditWall.data.is_complete", timeout=_PATIENCE_MS)
            print(f"server after {CHANGES} changes of the figures  {_server_megabytes(server):.1f} MB")
            browser.close()


def _measure_refreshes(page: Page, protocol: CDPSession, server: int, refreshes: int) -> None:
    tenth = refreshes // TENTHS
    print(f"{'refreshes':>9} {'server MB':>9} {'heap MB':>8} {'nodes':>6} {'ms each':>8}")
    memory, heap = [], []
    for number in range(TENTHS + 1):
        started = time.perf_counter()
        for __ in range(tenth):
            _refresh(page)
        took = (time.perf_counter() - started) * 1000 / tenth
        memory.append(_server_megabytes(server))
        heap.append(_heap_megabytes(protocol))
        print(f"{number * tenth:9,} {memory[-1]:9.1f} {heap[-1]:8.2f} {_nodes(protocol):6,} {took:8.1f}")
    for name, readings in (("server", memory), ("heap", heap)):
        change = readings[-1] / readings[0] - 1
        print(f"{name:6}  {change:+.1%} from first to last, {_rise(readings):+.1%} at most since a lower one")
    print("bar: the server's memory rises by no more than 5 %; less is given back, not lost")


def _rise(readings: list[float]) -> float:
    """The greatest rise from any reading to a later one; what falls first cannot hide what grows after it."""
    return max(
        later / earlier - 1 for place, earlier in enumerate(readings) for later in readings[place + 1 :]
    )


def _refresh(page: Page) -> None:
    page.evaluate(
        """async () => {
            const before = auditWall.data.answer;
            auditWall.refresh();
            while (auditWall.data.answer === before) await new Promise((done) => setTimeout(done, 2));
            window.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
        }"""
    )


def _server_of(address: str) -> int:
    """Process id of the server that listens there, as Linux knows it."""
    port = f"{int(address.rsplit(':', 1)[1]):04X}"
    lines = Path("/proc/net/tcp").read_text().splitlines() + Path("/proc/net/tcp6").read_text().splitlines()
    listening = [line.split() for line in lines if line.split()[1].endswith(f":{port}")]
    sockets = {f"socket:[{fields[9]}]" for fields in listening if fields[3] == "0A"}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if any(str(link.readlink()) in sockets for link in (process / "fd").iterdir()):
                return int(process.name)
        except OSError:
            continue
    raise LookupError(address)


def _server_megabytes(server: int) -> float:
    """Memory that belongs to the process alone or to it with others, in MB."""
    fields = dict(line.split(":", 1) for line in Path(f"/proc/{server}/status").read_text().splitlines())
    return int(fields["VmRSS"].split()[0]) / 1024


def _heap_megabytes(protocol: CDPSession) -> float:
    protocol.send("HeapProfiler.collectGarbage")
    return float(protocol.send("Runtime.getHeapUsage")["usedSize"]) / _MEGABYTE


def _nodes(protocol: CDPSession) -> int:
    return int(protocol.send("Memory.getDOMCounters")["nodes"])
