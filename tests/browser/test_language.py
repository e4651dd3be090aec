"""On a Chinese screen no Latin word stands outside the allow-list, whatever language the browser speaks.

Every page of the cockpit as it opens, and one page with every widget of Streamlit, whose lists, calendars,
menus and messages are opened one by one: what a new version of Streamlit says in English is found here.
"""

import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect

from data.first_accounts import DEMO_ACCOUNTS
from tests.browser.screens import open_screen, screens, until_painted

HERE = Path(__file__).resolve().parent
LATIN_WORDS = (HERE / "latin_words.js").read_text(encoding="utf-8")
FILES = "JSON XLSX XLSM XLS CSV TSV TXT xlsx xlsm xls csv tsv txt MB KB GB"
TERMS = "FAC URL ID KPI IP Enter Ctrl Tab Esc Streamlit"
ALLOWED = {
    *FILES.split(),
    *TERMS.split(),
    *("true", "false"),  # of a tick, told to screen readers by the grid's canvas, which no script can reach
    "English",  # the switch is for those who cannot read the rest
    *(account.user_name.rstrip("0123456789") for account in DEMO_ACCOUNTS),
}
CODE = re.compile(r"[A-Za-z0-9_.:/-]*\d[A-Za-z0-9_.:/-]*")  # F-2026-0012, 003-K11, hashes, times


def latin(page, allowed=frozenset()):
    """Latin words on the page that should not be there, each with the place where it stands."""
    found = set()
    for text, place in page.evaluate(LATIN_WORDS):
        words = set(re.findall(r"[A-Za-z]{2,}", CODE.sub(" ", text))) - ALLOWED - allowed
        if words:
            found.add(f"{text[:80]!r} in {place}")
    return sorted(found)


def open_list(page, box):
    """Open the list of a field from the keyboard: a click may fall into a redraw and close it again."""
    box.focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("listbox").wait_for()


@pytest.mark.parametrize("screen", screens(), ids=str)
def test_page_is_chinese(page_as, cockpit, screen):
    page = page_as(screen.user_name)
    open_screen(page, cockpit, screen)
    assert not latin(page)
    for box in page.locator("[data-testid='stMainBlockContainer'] [role='combobox']:enabled").all()[:1]:
        open_list(page, box)
        assert not latin(page)


def test_sign_in_is_chinese(page, cockpit):
    page.goto(cockpit)
    page.locator("input[type=password]").wait_for()
    until_painted(page)
    assert not latin(page)


@pytest.fixture(scope="session")
def every_widget(browser):
    """Address of the page with every widget."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(HERE / "every_widget.py")]
    server = subprocess.Popen([*command, "--server.port", str(port)], cwd=HERE.parent.parent)
    address = f"http://localhost:{port}"
    for _ in range(150):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=5).read()
            break
        except OSError:
            time.sleep(0.2)
    yield address
    server.terminate()
    server.wait()


@pytest.fixture
def widgets(page, every_widget):
    page.goto(every_widget)
    until_painted(page)
    return page


# What the rows and texts of the page say in English by themselves, and must go on saying.
ITS_OWN = frozenset({"Search", "Close", "Upload"})


def test_every_widget_is_chinese(widgets):
    assert not latin(widgets, ITS_OWN)


def test_the_menu_offers_day_and_night(widgets):
    widgets.get_by_test_id("stMainMenu").locator("button").click()
    widgets.get_by_test_id("stThemeSwitcher").get_by_text("夜间").wait_for()
    assert not latin(widgets, ITS_OWN)
    widgets.get_by_text("夜间").click()
    widgets.wait_for_function("getComputedStyle(document.querySelector('.stApp')).colorScheme === 'dark'")


def test_lists_are_chinese(widgets):
    for key in ("many", "one"):
        box = widgets.locator(f".st-key-{key} input")
        open_list(widgets, box)
        assert not latin(widgets, ITS_OWN)
        box.fill("没有这一项")
        widgets.get_by_text("没有匹配的选项").wait_for()
        assert not latin(widgets, ITS_OWN)
        box.fill("")
        widgets.keyboard.press("ArrowDown")
        widgets.keyboard.press("Enter")
        widgets.keyboard.press("Escape")
    assert not latin(widgets, ITS_OWN)


def test_calendars_are_chinese(widgets):
    for key in ("day", "range", "no_day"):
        widgets.locator(f".st-key-{key}").get_by_test_id("stDateInputCalendarButton").click()
        calendar = widgets.get_by_test_id("stDateInputCalendar")
        calendar.get_by_role("grid").wait_for()
        expect(calendar).to_have_text(re.compile("[一二三四五六七八九十]+月"))
        assert not latin(widgets, ITS_OWN)
        for button in calendar.locator("button[aria-haspopup='listbox']").all():
            button.click()
            widgets.get_by_role("listbox").wait_for()
            assert not latin(widgets, ITS_OWN)
            widgets.keyboard.press("Escape")
        widgets.keyboard.press("Escape")


def test_uploads_are_chinese(widgets):
    name, kind = "Close.txt", "text/plain"
    widgets.locator(".st-key-upload input[type=file]").set_input_files(
        [{"name": name, "mimeType": kind, "buffer": b"x"}]
    )
    widgets.get_by_text(name).wait_for()
    widgets.get_by_text("不接受").first.wait_for(state="attached")
    assert not latin(widgets, ITS_OWN | {"plain", "text"})
    assert widgets.get_by_test_id("stFileChipName").inner_text() == name


def test_fields_are_chinese(widgets):
    for key, words in (("word", "按回车键确认"), ("in_form", "按回车键提交"), ("area", "确认")):
        widgets.locator(f".st-key-{key}").locator("input, textarea").first.fill("甲")
        widgets.get_by_test_id("InputInstructions").get_by_text(words).wait_for()
    widgets.locator(".st-key-number input").fill("33")
    widgets.keyboard.press("Tab")
    widgets.get_by_text("超出范围").wait_for(state="attached")
    assert not latin(widgets, ITS_OWN)


def test_grid_menus_are_chinese(widgets):
    grid = widgets.locator(".st-key-grid")
    box = grid.locator("canvas").first.bounding_box()
    middle = box["y"] + 16
    for x in range(int(box["x"]) + 40, int(box["x"] + box["width"]), 12):
        # The menu opens on the dots at the right end of a header; where a column ends depends on its text.
        widgets.mouse.move(x, middle)
        widgets.mouse.click(x, middle)
        if widgets.get_by_test_id("stDataFrameColumnMenu").count():
            break
    menu = widgets.get_by_test_id("stDataFrameColumnMenu")
    menu.get_by_text("升序").wait_for()
    assert not latin(widgets, ITS_OWN)
    for entry in ("格式", "统计"):
        if menu.get_by_text(entry).count():
            menu.get_by_text(entry).hover()
            widgets.wait_for_timeout(600)
            assert not latin(widgets, ITS_OWN)
    widgets.keyboard.press("Escape")
    widgets.mouse.click(5, 500)


def test_grid_tools_are_chinese_and_let_nothing_out(widgets):
    grid = widgets.locator(".st-key-grid")
    tools = grid.get_by_test_id("stElementToolbarButton").locator("button")
    labels = []
    for tool in tools.all():
        grid.hover()
        tool.hover()
        widgets.get_by_test_id("stTooltipContent").first.wait_for()
        assert not latin(widgets, ITS_OWN)
        labels.append(tool.get_attribute("aria-label"))
    assert labels == ["选择显示的列", "查找", "全屏"], "rows leave through the logged export alone"
    grid.hover()
    tools.nth(1).click()
    widgets.keyboard.type("甲")
    widgets.get_by_text(re.compile("找到|第 1 处")).wait_for()
    assert not latin(widgets, ITS_OWN)


def test_messages_are_chinese(widgets):
    widgets.get_by_role("button", name="提示").click()
    widgets.get_by_test_id("stToast").wait_for()
    assert not latin(widgets, ITS_OWN)
    widgets.get_by_role("button", name="打开").click()
    widgets.get_by_role("dialog").wait_for()
    assert not latin(widgets, ITS_OWN)
    widgets.keyboard.press("Escape")
    widgets.get_by_role("button", name="出错").click()
    widgets.get_by_text("这一步没有完成").wait_for()
    assert not latin(widgets, ITS_OWN)
    assert "secret" not in widgets.content()


def test_what_users_say_is_left_alone(widgets):
    assert widgets.get_by_test_id("stMarkdown").get_by_text("Close", exact=True).count() == 1
    assert widgets.get_by_test_id("stText").get_by_text("Upload", exact=True).count() == 1
    cells = widgets.locator("canvas [role='gridcell']").all_inner_texts()
    assert {"Search", "Close", "Upload"} <= set(cells)


def test_the_language_can_be_changed_there_and_back(widgets, every_widget):
    upload = widgets.locator(".st-key-upload")
    upload.get_by_text("选择文件").wait_for()
    for language, word, locale in (("en", "Upload", "en"), ("zh", "选择文件", "zh-CN")):
        widgets.evaluate(
            "language => { history.pushState({}, '', `?lang=${language}`);"
            " dispatchEvent(new PopStateEvent('popstate')) }",
            language,
        )
        widgets.locator(".st-key-word input").fill(language)
        widgets.keyboard.press("Enter")  # runs the script again, which reads the language in the address
        upload.get_by_text(word, exact=True).wait_for()
        assert widgets.evaluate("[document.documentElement.lang, navigator.language]") == [locale, locale]
