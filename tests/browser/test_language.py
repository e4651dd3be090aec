"""On a Chinese screen no Latin word stands outside the allow-list, whatever language the browser speaks.

One page with every widget of Streamlit, whose lists, calendars, menus and messages are opened one by one:
what a new version of Streamlit says in English is found here. The pages of the cockpit are in
test_every_page.py.
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

from tests.browser.conftest import TIMEOUT_MS, WINDOW
from tests.browser.latin_words import latin, open_list
from tests.browser.screens import until_painted

HERE = Path(__file__).resolve().parent


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


@pytest.fixture(scope="module")
def window(browser):
    # The hardest case for a Chinese interface: a browser that speaks English.
    context = browser.new_context(**WINDOW | {"locale": "en-US"})
    context.set_default_timeout(TIMEOUT_MS)
    yield context.new_page()
    context.close()


@pytest.fixture
def widgets(window, every_widget, has_failed):
    """The page as the test before left it; after a fault it is opened anew."""
    if not window.url.startswith(every_widget):
        window.goto(every_widget)
        until_painted(window)
    yield window
    if has_failed():
        window.goto("about:blank")


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
        widgets.get_by_text("没有匹配的选项").wait_for(state="hidden")  # keys mean the list that is seen
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
    grid.scroll_into_view_if_needed()
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
    widgets.keyboard.press("Escape")


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


def test_uploads_are_chinese(widgets):
    name, kind = "Close.txt", "text/plain"
    widgets.locator(".st-key-upload input[type=file]").set_input_files(
        [{"name": name, "mimeType": kind, "buffer": b"x"}]
    )
    widgets.get_by_text(name).wait_for()
    widgets.get_by_text("不接受").first.wait_for(state="attached")
    assert not latin(widgets, ITS_OWN | {"plain", "text"})
    assert widgets.get_by_test_id("stFileChipName").inner_text() == name
