"""The pictures of the guide: `make shots` photographs the demonstration for docs/guide/images.

`python -m release.shots --all FOLDER` photographs every page of every account instead, by day and by night,
in both languages and at two widths, to be looked at before a release.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from components.navigation import open_to
from data.first_accounts import DEMO_ACCOUNTS
from data.roles import User
from release.demonstration import ROOT, demonstration, opened, signed_in

IMAGES = ROOT / "docs/guide/images"
_CHROMIUM = "/usr/bin/chromium"
_ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-sync", "--no-first-run"]
_SIZES = ((1366, 768), (1920, 1080))


@dataclass(frozen=True)
class Shot:
    """One picture: the account that sees it and the address it sees. `height` shows more of a long page."""

    name: str
    user_name: str
    address: str
    height: int = 768
    is_night: bool = False


SHOTS = (
    Shot("overview", "leader", "/overview", 1150),
    Shot("overview-night", "leader", "/overview", 1150, is_night=True),
    Shot("overview-en", "leader", "/overview?lang=en", 1150),
    Shot("rectification", "leader", "/rectification", 1500),
    Shot("rows", "auditor", "/rows?kpi=findings_overdue", 1300),
    Shot("finding", "auditor", "/finding?id=1", 1400),
    Shot("import", "rectify", "/import", 900),
    Shot("accounts", "sysadmin", "/accounts", 900),
    Shot("rights", "secadmin", "/rights", 900),
    Shot("event-log", "auditadmin", "/event_log", 900),
    Shot("password", "leader", "/password"),
)


def for_the_guide(browser: Browser, address: str) -> None:
    """Take the pictures of SHOTS."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    sign_in = browser.new_page(viewport={"width": 1366, "height": 768}, locale="zh-CN")
    sign_in.goto(address)
    sign_in.locator("input[type=password]").wait_for()
    sign_in.wait_for_timeout(1000)
    sign_in.screenshot(path=IMAGES / "sign-in.png")
    for shot in SHOTS:
        context = signed_in(browser, address, shot.user_name, is_night=shot.is_night, height=shot.height)
        opened(context, address + shot.address).screenshot(path=IMAGES / f"{shot.name}.png")
        context.close()
        print(IMAGES / f"{shot.name}.png")


def everything(browser: Browser, address: str, folder: Path) -> None:
    """Every page of one account per role, by day and night, in both languages, at two sizes."""
    folder.mkdir(parents=True, exist_ok=True)
    for account in DEMO_ACCOUNTS:
        user = User(account.user_name, account.display_name, frozenset({account.role}))
        for is_night in (False, True):
            for width, height in _SIZES:
                context = signed_in(
                    browser, address, account.user_name, is_night=is_night, width=width, height=height
                )
                for entry in open_to(user):
                    for code in ("zh", "en"):
                        page = opened(context, f"{address}/{entry.address}?lang={code}")
                        look = "night" if is_night else "day"
                        name = f"{account.user_name}-{entry.address}-{look}-{code}-{width}.png"
                        page.screenshot(path=folder / name)
                        page.close()
                context.close()


def main() -> None:
    """Start a cockpit, take the pictures."""
    parser = argparse.ArgumentParser(prog="python -m release.shots")
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="photograph every page into FOLDER")
    arguments = parser.parse_args()
    with demonstration() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=_ARGUMENTS)
        if arguments.all:
            everything(browser, address, arguments.all)
        else:
            for_the_guide(browser, address)
        browser.close()


if __name__ == "__main__":
    main()
