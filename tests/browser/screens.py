"""The pages a browser test looks at, each once, as somebody who may open it."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from components.navigation import CARDS, open_to
from data.access.first_accounts import DEMO_ACCOUNTS
from data.access.roles import User

PAINTED = """() => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stSpinner"]')
    && (!location.pathname.endsWith('/screen') || window.auditWall?.data?.is_complete)
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
        .every(chart => chart.querySelector('.main-svg'))"""
POLLING_MS = 100  # asked in every frame, as Playwright does by itself, the page never rests
# Grids and charts draw a moment after their frames are there: nothing comes any more, or a moment has passed.
QUIET = """() => new Promise(done => {
    const [silence, moment] = [250, 800];
    let timer = setTimeout(done, silence);
    setTimeout(done, moment);
    new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, silence); })
        .observe(document.body, {subtree: true, childList: true, characterData: true});
})"""
# Once no run is under way, by the link of the menu, or where there is none as the browser goes back. Over
# when the page runs.
GO = """address => new Promise(done => {
    const app = document.querySelector('[data-testid="stApp"]');
    const leave = () => {
        const links = [...document.querySelectorAll('[data-testid="stSidebar"] a')];
        // The first page's link has an empty address, which a browser takes for that of the page it is on.
        const target = link => new URL(link.getAttribute('href') || '/', location.origin).href;
        const link = links.find(link => target(link) === address);
        if (link) return link.click();
        history.pushState({}, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
    };
    let hasLeft = false;
    const look = () => {
        const state = app.dataset.testScriptState;
        if (!hasLeft && state === 'notRunning') {
            hasLeft = true;
            leave();
        } else if (hasLeft && state === 'running') {
            watch.disconnect();
            done();
        }
    };
    const watch = new MutationObserver(look);
    watch.observe(app, {attributeFilter: ['data-test-script-state']});
    look();
})"""
# Pages that are only linked to show nothing without the codes in the link.
# The big screen computes all its scenes for who turns its pages by hand, else those that it plays.
QUERIES = {"rows": "kpi=findings_overdue", "screen": "scene=progress,data"} | {
    Path(card).stem: "id=1" for card in CARDS.values()
}

# Drawn with nothing but what the others are drawn with too; what they say is read in tests/test_pages.py.
# Before a release they are looked at as well: `make test-screens`.
DRAWN_ALIKE = [
    "indicator",
    "unit",
    "economic_responsibility",
    "official",
    "project",
    "tasks",
    "task",
    "my_work",
    "major_problems",
    "major_problem",
    "repeats",
    "repeat",
    "escalation",
    "letter",
    "transfers",
    "truth",
    "snapshots",
    "libraries",
    "works",
    "information_systems",
    "information_system",
    "security",
    "quality",
    "fiscal",
    "staff",
    "diary",
    "documents",
    "document",
    "catalogue_item",
    "source",
    "request",
    "ledgers",
    "room",
    "library",
    "hit",
    "party",
    "suspects",
    "suspect",
    "analysis",
    "cards",
    "card",
    "join",
    "import",
    "registers",
    "undertakings",
    "cleanup",
    "calendar",
    "warning_rules",
    "accounts",
    "displays",
    "rights",
    "event_log",
]
# Other tests have windows of these accounts too: to open one of another takes longer than three pages.
_AT_HAND = ("leader", "auditor", "dataroom")
_IS_ALL = os.environ.get("AUDIT_ALL_SCREENS") == "yes"


@dataclass(frozen=True)
class Screen:
    """One page of the cockpit, somebody who may open it, and its address; `query` makes it show something."""

    user_name: str
    name: str
    path: str
    query: str = ""

    def __str__(self) -> str:
        return f"{self.name}-{self.user_name}"


def screens() -> list[Screen]:
    """The pages of the menu, each as the first demonstration account at hand that may open it.

    Without those of DRAWN_ALIKE, unless a release is tried.
    """
    found: dict[str, Screen] = {}
    for account in sorted(DEMO_ACCOUNTS, key=lambda account: account.user_name not in _AT_HAND):
        user = User(account.user_name, account.display_name, frozenset({account.role}))
        for place, entry in enumerate(open_to(user)):
            # The first page of a user is the one at the bare address.
            path = entry.address if place else ""
            query = QUERIES.get(entry.address, "")
            found.setdefault(entry.address, Screen(account.user_name, entry.address, path, query))
    return [screen for name, screen in found.items() if _IS_ALL or name not in DRAWN_ALIKE]


def open_screen(page: Page, cockpit: str, screen: Screen) -> None:
    """Open a page of the cockpit and wait until all of it is painted."""
    go_to(page, f"{cockpit}/{screen.path}" + (f"?{screen.query}" if screen.query else ""))


def go_to(page: Page, address: str) -> None:
    """Go on from one page of the cockpit to another, as readers do, and wait until it is painted.

    Streamlit's scripts are not loaded again, which takes longer than most pages; a tab that is not at the
    cockpit yet loads them.
    """
    if not urlsplit(address).path:
        address += "/"  # as the menu's link to the first page has it
    if urlsplit(page.url).netloc == urlsplit(address).netloc:
        page.evaluate(GO, address)
    else:
        page.goto(address)
    until_painted(page)


def until_painted(page: Page) -> None:
    """Wait until the script has run and what it sent is drawn."""
    page.wait_for_function(PAINTED, timeout=60_000, polling=POLLING_MS)
    page.evaluate(QUIET)
