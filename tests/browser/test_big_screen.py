"""大屏 in Chromium: nothing cut off or covered at any size, and no outage that it does not survive."""

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from data.access.roles import COMMAND_LINE
from data.engine import connect_to
from data.walls.displays import displays, make_display, revoke_display
from queries.wall import SCENES
from release.demonstration import ROOT, free_port
from tests.browser.screens import POLLING_MS

SIZES = ((1920, 1080), (3840, 2160), (6656, 1792))
# English words at the commonest size, and at all where a release is tried: `make test-screens`.
SIZES_IN_ENGLISH = SIZES if os.environ.get("AUDIT_ALL_SCREENS") == "yes" else SIZES[:1]
SMALLEST_FIGURE = 40  # px at 1080
FAULTS = (Path(__file__).parent / "screen_faults.js").read_text("utf-8")
FIGURES = "window.auditWall?.root?.querySelector('.strip')?.textContent"
LINK = "window.auditWall?.root?.querySelector('.link')?.textContent ?? ''"
PATIENCE = 90_000  # ms
# The browser tells of a new size with its next picture, which a busy machine draws late.
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


class Wall:
    """A cockpit on a demonstration bureau of its own, that can lose its server and its database."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.engine = connect_to(f"sqlite:///{folder}/audit.db")
        self.token = make_display(self.engine, COMMAND_LINE, "测试墙")
        self.log = (folder / "server.log").open("wb")
        self.start()

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}/"

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(self.port)],
            cwd=ROOT,
            env=os.environ
            | {"AUDIT_VAR_DIR": str(self.folder), "AUDIT_DATABASE_URL": "", "AUDIT_WALL_SECONDS": "1"},
            stdout=self.log,
            stderr=self.log,
        )
        deadline = time.monotonic() + 180
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"{self.address}_stcore/health", timeout=5).read()
                return
            except OSError:
                time.sleep(0.2)
        raise TimeoutError

    def stop(self) -> None:
        """At once, as servers break down."""
        self.process.kill()
        self.process.wait()

    def lose_database(self) -> None:
        self.engine.dispose()
        (self.folder / "away").mkdir(exist_ok=True)
        for file in self.folder.glob("audit.db*"):
            shutil.move(file, self.folder / "away" / file.name)

    def find_database(self) -> None:
        for file in (self.folder / "away").iterdir():
            shutil.move(file, self.folder / file.name)


@pytest.fixture(scope="module")
def wall(browser: Browser, new_bureau: Callable[[], str]) -> Iterator[Wall]:
    made = Wall(Path(new_bureau()))
    yield made
    made.stop()
    made.log.close()
    made.engine.dispose()


@pytest.fixture
def screen(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="en-US")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def shows(page: Page, condition: str, argument: object = None) -> None:
    """Wait for it, without asking in every frame."""
    page.wait_for_function(condition, arg=argument, polling=POLLING_MS)


def until(page: Page, state: str) -> None:
    shows(page, f"word => ({LINK}).startsWith(word)", state)


def lost(page: Page) -> None:
    """The wall tells that nobody answers; most of the seconds it waits for an answer are taken as gone by.

    A wall that is answered every second would not tell so all the same.
    """
    page.evaluate("auditWall.answered -= 5")
    until(page, "连接中断")


def scenes_shown(page: Page, wall: Wall, query: str = "") -> None:
    page.goto(f"{wall.address}?{query}&display={wall.token}")
    shows(page, "() => window.auditWall?.root?.querySelector('.screen')")


@pytest.mark.parametrize(("language", "sizes"), [("zh", SIZES), ("en", SIZES_IN_ENGLISH)])
def test_nothing_is_cut_off_small_or_covered(
    wall: Wall, screen: Page, language: str, sizes: tuple[tuple[int, int], ...]
) -> None:
    scenes_shown(screen, wall, f"interval=3600&lang={language}")
    shows(screen, f"() => window.auditWall?.data?.scenes?.length === {len(SCENES)}")
    faults = []
    for width, height in sizes:
        screen.set_viewport_size({"width": width, "height": height})
        for __ in SCENES:
            screen.evaluate(DRAWN)
            name = screen.evaluate("auditWall.root.querySelector('.screen').dataset.scene")
            smallest = SMALLEST_FIGURE * min(width / 1920, height / 1080)
            faults += [f"{width} {name}: {fault}" for fault in screen.evaluate(FAULTS, smallest)]
            assert 5 <= screen.evaluate("auditWall.root.querySelectorAll('.tile').length") <= 6
            assert not screen.evaluate("auditWall.root.querySelectorAll('.box .empty').length"), name
            assert not screen.evaluate("auditWall.root.querySelectorAll('.tile.no_data').length"), name
            screen.keyboard.press("ArrowRight")
    assert not faults, "\n".join(faults)


def test_the_measurement_finds_faults(wall: Wall, screen: Page) -> None:
    scenes_shown(screen, wall)
    screen.evaluate(
        """() => {
            auditWall.root.querySelector('.tile .figure').style.fontSize = '12px';
            auditWall.root.querySelector('.tile .change').textContent = 'much '.repeat(40);
            auditWall.root.querySelector('.centre h2').style.marginTop = '-80px';
        }"""
    )
    faults = " ".join(screen.evaluate(FAULTS, SMALLEST_FIGURE))
    for told in ("12.0 px", "too wide", "leaves its box"):
        assert told in faults


def test_the_wall_plays_and_pauses(wall: Wall, screen: Page) -> None:
    scenes_shown(screen, wall, "scene=progress,data&interval=5")
    now = "window.auditWall?.root?.querySelector('.screen')?.dataset?.scene"
    assert screen.evaluate(now) == "progress"
    shows(screen, f"() => {now} === 'data'")
    screen.mouse.click(900, 500)
    shows(screen, "() => /60|59/.test(window.auditWall?.root?.querySelector('.pause')?.textContent)")
    screen.evaluate("auditWall.since -= 30")  # as if the scene had been there so much longer
    screen.wait_for_timeout(1500)  # its clock has looked since
    assert screen.evaluate(now) == "data"
    screen.evaluate("auditWall.pausedUntil = 0; auditWall.since -= 5")
    shows(screen, f"() => {now} === 'progress'")


def test_the_wall_survives_server_and_database(wall: Wall, screen: Page) -> None:
    scenes_shown(screen, wall, "scene=rectification")
    until(screen, "连接正常")
    figures = screen.evaluate(FIGURES)
    screen.evaluate("window.isTheSamePage = true")

    wall.lose_database()
    until(screen, "数据库中断")
    assert "前的数字" in screen.evaluate(LINK)
    assert screen.evaluate(FIGURES) == figures
    wall.find_database()
    until(screen, "连接正常")

    wall.stop()
    lost(screen)
    assert screen.evaluate(FIGURES) == figures
    wall.start()
    until(screen, "连接正常")

    wall.stop()
    wall.lose_database()
    lost(screen)
    wall.start()
    until(screen, "数据库中断")
    assert screen.evaluate(FIGURES) == figures
    assert not (wall.folder / "audit.db").exists()
    # A wall that starts now has nothing but what was kept on disk, and is known by its pass alone.
    fresh = screen.context.new_page()
    scenes_shown(fresh, wall, "scene=rectification")
    until(fresh, "数据库中断")
    assert fresh.evaluate(FIGURES) == figures
    stranger = screen.context.new_page()
    stranger.goto(f"{wall.address}?scene=rectification&display=unknown")
    shows(stranger, "() => window.auditWall?.root?.querySelector('.notice')")
    assert not stranger.evaluate(FIGURES)
    wall.find_database()
    for page in (screen, fresh):
        until(page, "连接正常")
        assert page.evaluate(FIGURES) == figures
    stranger.evaluate("auditWall.asked -= auditWall.data.refresh_seconds")  # it asks now, not later
    shows(stranger, "() => /令牌无效/.test(window.auditWall?.root?.querySelector('.notice')?.textContent)")


def test_a_revoked_wall_goes_dark_and_opens_nothing(wall: Wall, screen: Page) -> None:
    token = make_display(wall.engine, COMMAND_LINE, "门厅")
    screen.goto(f"{wall.address}rows?kpi=findings&display={token}")
    shows(screen, "() => window.auditWall?.root?.querySelector('.screen')")
    assert not screen.evaluate("auditWall.root.querySelectorAll('a').length")
    assert not screen.get_by_test_id("stDataFrame").count()
    assert not screen.context.cookies() or all(
        "audit_cockpit" not in cookie["name"] for cookie in screen.context.cookies()
    )
    number = next(one.display_token_id for one in displays(wall.engine, COMMAND_LINE) if one.name == "门厅")
    revoke_display(wall.engine, COMMAND_LINE, number)
    shows(screen, "() => window.auditWall?.root?.querySelector('.notice')")
    assert not screen.evaluate("auditWall.root.querySelectorAll('.tile').length")
    assert token not in (wall.folder / "server.log").read_text()
    assert wall.token not in (wall.folder / "server.log").read_text()
