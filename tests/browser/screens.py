"""The pages a browser test looks at: each page of the menu once, as somebody who may open it."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from components.navigation import CARDS, open_to
from data.access.first_accounts import DEMO_ACCOUNTS
from data.access.roles import User

PAINTED = """() => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stSpinner"]')
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
        .every(chart => chart.querySelector('.main-svg'))"""
# Pages that are only linked to show nothing without the codes in the link.
QUERIES = {"rows": "kpi=findings_overdue"} | {Path(card).stem: "id=1" for card in CARDS.values()}


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
    """Every page of the menu once, each as the first demonstration account that may open it."""
    found: dict[str, Screen] = {}
    for account in DEMO_ACCOUNTS:
        user = User(account.user_name, account.display_name, frozenset({account.role}))
        for place, entry in enumerate(open_to(user)):
            # The first page of a user is the one at the bare address.
            path = entry.address if place else ""
            query = QUERIES.get(entry.address, "")
            found.setdefault(entry.address, Screen(account.user_name, entry.address, path, query))
    return list(found.values())


def open_screen(page: Page, cockpit: str, screen: Screen, query: str = "") -> None:
    """Open a page of the cockpit and wait until all of it is painted."""
    both = "&".join(part for part in (screen.query, query) if part)
    page.goto(f"{cockpit}/{screen.path}?{both}")
    until_painted(page)


def until_painted(page: Page) -> None:
    """Wait until the script has run and what it sent is drawn."""
    page.wait_for_function(PAINTED, timeout=60_000)
    page.wait_for_timeout(800)  # grids draw a moment after their frames are there
