"""The pictures of the guide: `make shots` photographs the demonstration for docs/guide/images.

`python -m release.shots coverage tasks` takes only those. `python -m release.shots --all FOLDER` photographs
every page of every account instead, by day and by night, in both languages and at two widths, to be looked at
before a release.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from components.navigation import open_to
from data.access.first_accounts import DEMO_ACCOUNTS
from data.access.roles import User
from queries.wall import SCENES
from release.demonstration import ROOT, demonstration, opened, settle, signed_in

IMAGES = ROOT / "docs/guide/images"
_SIGN_IN = "sign-in"  # a picture without an account
_CHROMIUM = "/usr/bin/chromium"
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
    "--use-gl=angle",  # with the next two, maps are drawn without a graphics card
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
_SIZES = ((1366, 768), (1920, 1080))
_WALLS = ((1920, 1080), (3840, 2160), (6656, 1792))
# One row as it should be, two that are refused, for the picture of the import.
_LEDGER = """问题编号,审计年度,审计项目,被审计单位,问题标题,送达日期,涉及金额（万元）,整改类型,状态,认定日期
2026-示例-001,2026,示例审计,示范市示例中心,未按规定编制预算,2026-05-10,12.5,立行立改,已整改,2026-06-30
2026-示例-002,2026,示例审计,示范市示例中心,往来款长期挂账,2026年13月1日,3.2,分阶段整改,整改中,
2026-示例-003,2026,示例审计,示范市示例中心,资产账实不符,2026-05-10,约三万,立行立改,整改中,
"""
# Two headings that no type knows: what a person is asked about.
_PAYMENTS = """付款凭证编号,付款单位名称,收款方户名,收款账户,付款日期,金额（万元）,用途说明
ZF-2026-0001,示范市示例局,示例办公用品有限公司,6222020000000000017,2026-03-02,1.2500,办公用品
ZF-2026-0002,示范市示例局,示例印务有限公司,6222020000000000025,2026-03-05,0.8600,印刷
ZF-2026-0003,示范市示例局,示例物业有限公司,6222020000000000033,2026年3月9日,12.0000,物业服务
ZF-2026-0004,示范市示例局,示例物业有限公司,6222020000000000033,2026-04-09,12.0000,物业服务
"""


@dataclass(frozen=True)
class Shot:
    """One picture: an account and the address it opens; "/" is its first page. `height` shows a long page.

    `upload` is the text of a CSV file, called `file_name`, that is put into the page first.
    """

    name: str
    user_name: str
    address: str
    height: int = 768
    is_night: bool = False
    upload: str = ""
    file_name: str = "整改台账.csv"
    width: int = 1366


SHOTS = (
    Shot("overview", "leader", "/", 1240),
    Shot("overview-night", "leader", "/", 1240, is_night=True),
    Shot("overview-en", "leader", "/?lang=en", 1240),
    Shot("rectification", "leader", "/rectification", 1960),
    Shot("coverage", "leader", "/coverage", 1910),
    Shot("economic-responsibility", "leader", "/economic_responsibility", 1400),
    Shot("progress", "leader", "/progress", 1500),
    Shot("map", "leader", "/map?by=delay", 1330),
    Shot("indicators", "leader", "/indicators", 1400),
    Shot("tasks", "leader", "/tasks", 1400),
    Shot("libraries", "planning", "/libraries", 1370),
    Shot("room", "dataroom", "/room", 1500),
    Shot("catalogue-item", "dataroom", "/catalogue_item?id=1", 900),
    Shot("source", "dataroom", "/source?id=12", 1050),
    Shot("request", "dataroom", "/request?id=3", 800),
    Shot("registers", "planning", "/registers", 1060),
    Shot("calendar", "planning", "/calendar", 860),
    Shot("warning-rules", "planning", "/warning_rules", 820),
    Shot("unit", "auditor", "/unit?id=1", 870),
    Shot("rows", "auditor", "/rows?kpi=findings_overdue", 1360),
    Shot("finding", "auditor", "/finding?id=3287", 1500),  # closed, looked back at, reopened, closed again
    Shot("wall-overview", "leader", "/screen?scene=overview", 1080, width=1920),
    Shot("displays", "sysadmin", "/displays", 768),
    Shot("import", "rectify", "/import", 860, upload=_LEDGER),
    Shot("upload", "dataroom", "/upload", 1640, upload=_PAYMENTS, file_name="示范支付明细.csv"),
    Shot("dataset", "dataroom", "/dataset?id=1", 1400),
    Shot("explore", "auditor", "/explore?dataset=补贴补助&only=scheme:%3D最低生活保障", 1500),
    Shot("join", "auditor", "/join?left=养老金发放&right=死亡人员", 1780),
    Shot("library", "auditor", "/library", 1300),
    Shot("model", "auditor", "/model?id=M26B", 1500),
    Shot("run", "auditor", "/run?id=5", 1800),  # the one of that model
    Shot("hit", "auditor", "/hit?run=5&hit=1", 1500),
    Shot("suspects", "auditor", "/suspects", 1900),
    Shot("works", "auditor", "/works", 1160),
    Shot("unit-costs", "auditor", "/works?part=costs", 1300),
    Shot("information-systems", "auditor", "/information_systems", 1120),
    Shot("rotation", "auditor", "/information_systems?part=rotation", 1200),
    Shot("security", "auditor", "/security", 1300),
    Shot("quality", "auditor", "/quality", 1100),
    Shot("fiscal", "leader", "/fiscal", 1100),
    Shot("team", "personnel", "/team", 1400),
    Shot("load", "leader", "/team?part=load", 1240),
    Shot("diary", "auditor", "/diary", 768),
    Shot("documents", "office", "/documents", 1400),
    Shot("archive", "office", "/documents?part=archive", 1300),
    Shot("search", "auditor", "/search?q=招标 合同", 1000),
    Shot("analysis", "leader", "/analysis?rows=unit_sector&columns=plan_year", 1480),
    Shot("card", "auditor", "/card?id=ZC-01", 1000),
    Shot("accounts", "sysadmin", "/", 768),
    Shot("rights", "secadmin", "/", 820),
    Shot("event-log", "auditadmin", "/", 768),
    Shot("password", "leader", "/password"),
)


def for_the_guide(browser: Browser, address: str, names: list[str]) -> None:
    """Take the pictures of SHOTS, of those named only where any is named."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    if not names or _SIGN_IN in names:
        _sign_in(browser, address)
    for shot in SHOTS:
        if not names or shot.name in names:
            _take(browser, address, shot)


def _sign_in(browser: Browser, address: str) -> None:
    sign_in = browser.new_page(viewport={"width": 1366, "height": 768}, locale="zh-CN")
    sign_in.goto(address)
    sign_in.locator("input[type=password]").wait_for()
    sign_in.wait_for_timeout(1000)
    sign_in.screenshot(path=IMAGES / f"{_SIGN_IN}.png")


def _take(browser: Browser, address: str, shot: Shot) -> None:
    context = signed_in(
        browser, address, shot.user_name, is_night=shot.is_night, width=shot.width, height=shot.height
    )
    page = opened(context, address + shot.address)
    if shot.upload:
        file = {"name": shot.file_name, "mimeType": "text/csv", "buffer": shot.upload.encode()}
        page.locator("input[type=file]").first.set_input_files(file)  # type: ignore[arg-type]
        page.get_by_test_id("stDataFrame").first.wait_for()
        settle(page)
    page.screenshot(path=IMAGES / f"{shot.name}.png")
    context.close()
    print(IMAGES / f"{shot.name}.png", flush=True)


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
                for place, entry in enumerate(open_to(user)):
                    for code in ("zh", "en"):
                        path = entry.address if place else ""  # a user's first page has no name of its own
                        page = opened(context, f"{address}/{path}?lang={code}")
                        look = "night" if is_night else "day"
                        name = f"{account.user_name}-{entry.address}-{look}-{code}-{width}.png"
                        page.screenshot(path=folder / name)
                        page.close()
                context.close()


def walls(browser: Browser, address: str, folder: Path) -> None:
    """Every scene of the big screen, in both languages, on the three kinds of wall."""
    for width, height in _WALLS:
        context = signed_in(browser, address, "leader", width=width, height=height)
        for code in ("zh", "en"):
            for scene in SCENES:
                page = opened(context, f"{address}/screen?scene={scene}&lang={code}")
                page.screenshot(path=folder / f"wall-{scene}-{code}-{width}.png")
                page.close()
        context.close()


def main() -> None:
    """Start a cockpit, take the pictures."""
    parser = argparse.ArgumentParser(prog="python -m release.shots")
    parser.add_argument("names", nargs="*", help="names of pictures; all of them without any")
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="photograph every page into FOLDER")
    arguments = parser.parse_args()
    with demonstration() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=_ARGUMENTS)
        if arguments.all:
            everything(browser, address, arguments.all)
            walls(browser, address, arguments.all)
        else:
            for_the_guide(browser, address, arguments.names)
        browser.close()


if __name__ == "__main__":
    main()
