"""Charts are drawn anew when the reader's device goes over from day to night, without a click.

Who types in a dialog meanwhile goes on with it.
"""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from components.palette import palette
from tests.browser.screens import go_to, until_painted

DRAWN_IN = """colours => [...document.querySelectorAll('.js-plotly-plot .main-svg text')]
    .some(words => colours.includes(getComputedStyle(words).fill))"""

SETTLED_MS = 1_000  # what is asked for is asked at once, and would be there by now


def _rgb(colour: str) -> str:
    red, green, blue = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def test_charts_follow_the_look(page_as: Callable[[str], Page], cockpit: str) -> None:
    page = page_as("leader")
    day, night = ([_rgb(look.ink), _rgb(look.muted)] for look in (palette("light"), palette("dark")))
    assert not set(day) & set(night)
    go_to(page, f"{cockpit}/tasks")
    page.wait_for_function(DRAWN_IN, arg=day)
    try:
        page.emulate_media(color_scheme="dark")
        page.wait_for_function(DRAWN_IN, arg=night)
    finally:
        page.emulate_media(color_scheme="light")
    page.wait_for_function(DRAWN_IN, arg=day)


def test_an_open_dialog_keeps_its_words_and_charts_follow_when_it_is_gone(
    page_as: Callable[[str], Page], cockpit: str
) -> None:
    page = page_as("planning")
    day, night = ([_rgb(look.ink), _rgb(look.muted)] for look in (palette("light"), palette("dark")))
    go_to(page, f"{cockpit}/tasks")
    page.wait_for_function(DRAWN_IN, arg=day)
    page.get_by_role("button", name="新增任务").click()
    field = page.get_by_role("dialog").get_by_role("textbox").first
    field.fill("查清账龄")
    try:
        page.emulate_media(color_scheme="dark")
        page.wait_for_timeout(SETTLED_MS)
        until_painted(page)
        expect(field).to_have_value("查清账龄")
        assert not page.evaluate(DRAWN_IN, night)
        page.keyboard.press("Escape")
        page.wait_for_function(DRAWN_IN, arg=night)
    finally:
        page.emulate_media(color_scheme="light")
    page.wait_for_function(DRAWN_IN, arg=day)
