"""Charts are drawn anew when the reader's device goes over from day to night, without a click."""

from collections.abc import Callable

from playwright.sync_api import Page

from components.palette import palette
from tests.browser.screens import go_to

DRAWN_IN = """colours => [...document.querySelectorAll('.js-plotly-plot .main-svg text')]
    .some(words => colours.includes(getComputedStyle(words).fill))"""


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
