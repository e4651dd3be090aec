"""Clicks on the map: a district narrows the page, a project opens its card."""

import math
import re
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import shapely
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as TooSlowError

from components.map.map_deck import map_view
from data.geo.layers.areas import demonstration_districts
from tests.browser.screens import go_to

PageAs = Callable[..., Page]
# Nothing can be picked before the shapes are drawn: what lies under the pointer is told when they are.
TOLD = "words => document.querySelector('.deck-tooltip')?.innerText.includes(words)"


def click(  # noqa: PLR0917
    page: Page, words: str, longitude: float, latitude: float, bounds: tuple[float, ...], leads_to: str
) -> None:
    """Click the map, which shows `bounds`, at a place, once these words stand over it; see where it leads.

    Without a graphics card the map may look longer for what lies there than a click may last: then it was
    none, and is made again.
    """
    canvas = page.locator('[data-testid="stDeckGlJsonChart"] canvas').first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None
    view = map_view((bounds[0], bounds[1], bounds[2], bounds[3]))
    width = 512 * 2**view.zoom
    x = box["x"] + box["width"] / 2 + (longitude - view.longitude) / 360 * width
    y = box["y"] + box["height"] / 2 - (north(latitude) - north(view.latitude)) * width
    for __ in range(60):
        page.mouse.move(x + 1, y)
        page.mouse.move(x, y)
        page.wait_for_timeout(250)
        if page.evaluate(TOLD, words):
            break
    for __ in range(6):
        page.mouse.click(x, y)
        with suppress(TooSlowError):
            page.wait_for_url(re.compile(leads_to), timeout=10_000)
            return
    raise AssertionError(page.url)


def north(latitude: float) -> float:
    return math.asinh(math.tan(math.radians(latitude))) / (2 * math.pi)


def test_a_click_on_a_district_narrows_the_page_and_on_a_project_opens_it(
    cockpit: str, cockpit_folder: Path, page_as: PageAs
) -> None:
    found = demonstration_districts()
    with sqlite3.connect(cockpit_folder / "audit.db") as database:
        code, name, region, longitude, latitude = database.execute(
            """select p.project_code, p.name, p.region_code, e.longitude, e.latitude
            from investment_project as p join investment_place as e using (investment_project_id)
            where p.region_code = e.found_region_code and e.shape_kind = 'point' limit 1"""
        ).fetchone()
    district = found.shapes[found.codes.index(region)]
    middle = shapely.point_on_surface(district)

    page = page_as("leader")
    go_to(page, f"{cockpit}/map?as=districts&q={code}")
    whole = tuple(float(each) for each in shapely.total_bounds(found.shapes))
    title = found.names[found.codes.index(region)]
    click(page, title, middle.x, middle.y, whole, rf"[?&]region={region}")

    go_to(page, f"{cockpit}/map?as=projects&region={region}&q={code}")
    click(page, name, longitude, latitude, district.bounds, r"/investment\?.*id=")
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def test_the_map_stands_on_the_first_screen_of_a_telephone(cockpit: str, page_as: PageAs) -> None:
    page = page_as("leader")
    window = page.viewport_size
    assert window is not None
    page.set_viewport_size({"width": 390, "height": 844})
    go_to(page, f"{cockpit}/map")
    canvas = page.locator('[data-testid="stDeckGlJsonChart"] canvas').first
    canvas.wait_for()
    box = canvas.bounding_box()
    page.set_viewport_size(window)
    assert box is not None
    assert box["y"] + box["height"] <= 844
