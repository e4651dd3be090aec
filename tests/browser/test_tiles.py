"""The map over a bureau's own map server: which tiles it asks for, that they are drawn, and their source."""

import io
import math
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import shapely
from PIL import Image
from playwright.sync_api import Page, expect

from components.map.map_deck import map_view
from data.geo.layers.areas import demonstration_districts
from release.demonstration import served, sign_in
from tests.browser.requests_made import outside, recorded

GROUND, NAMES = (20, 160, 60), (230, 40, 200)
XYZ = "/ground/{z}/{x}/{y}.png"
WMTS = (
    "/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=cva&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles"
    "&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}"
)
SOURCE = "示范市地理信息中心影像，审图号 示S(2026)001号"
SIZE = 256  # px of a tile
DRAWN_MS = 30_000


def png(shade: tuple[int, ...], box: tuple[int, int, int, int]) -> bytes:
    """A tile that is clear but for a box of one colour."""
    tile = Image.new("RGBA", (SIZE, SIZE))
    tile.paste((*shade, 255), box)
    made = io.BytesIO()
    tile.save(made, "PNG")
    return made.getvalue()


@contextmanager
def map_server() -> Iterator[tuple[str, list[str]]]:
    """The address of a map server, and the list that fills with what it is asked for."""
    asked: list[str] = []
    # The ground fills its tile, the names its middle: both are to be seen.
    tiles = {"ground": png(GROUND, (0, 0, SIZE, SIZE)), "wmts": png(NAMES, (64, 64, 192, 192))}

    class Tiles(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            self.wfile.write(tiles["wmts" if self.path.startswith("/wmts") else "ground"])

        def log_message(self, *_words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Tiles)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


def tile_at(longitude: float, latitude: float, zoom: int) -> tuple[int, int, int]:
    """(z, x, y) of the tile in which a place lies, counted from the north."""
    wide = 2**zoom
    north = math.asinh(math.tan(math.radians(latitude)))
    return zoom, int((longitude + 180) / 360 * wide), int((1 - north / math.pi) / 2 * wide)


def asked_for(address: str, asked: list[str]) -> set[tuple[int, int, int]]:
    """(z, x, y) of the tiles that were asked for at an address with their places in it."""
    form = re.escape(address)
    for name in "zxy":
        form = form.replace(rf"\{{{name}\}}", rf"(?P<{name}>\d+)")
    found = (re.fullmatch(form, path) for path in asked)
    return {(int(each["z"]), int(each["x"]), int(each["y"])) for each in found if each}


def has_colour(picture: bytes, shade: tuple[int, int, int]) -> bool:
    """Whether the picture holds a good part of a colour, as it is or with what lies thinly over it."""
    seen = Image.open(io.BytesIO(picture)).convert("RGB")
    near = sum(
        count
        for count, pixel in seen.getcolors(seen.width * seen.height) or []
        if all(abs(one - other) < 40 for one, other in zip(pixel, shade, strict=True))
    )
    return near > seen.width * seen.height / 50


def test_tiles_of_the_bureaus_own_server_lie_under_the_map(page: Page, new_bureau: Callable[[], str]) -> None:
    requests = recorded(page)
    with map_server() as (tiles, asked):
        settings = {"AUDIT_MAP_TILES": f"{tiles}{XYZ} {tiles}{WMTS}", "AUDIT_MAP_TILES_SOURCE": SOURCE}
        with served(new_bureau(), "manage.py", "serve", "--port", **settings) as cockpit:
            sign_in(page, f"{cockpit}/map?as=districts", "leader")
            canvas = page.locator('[data-testid="stDeckGlJsonChart"] canvas').first
            canvas.wait_for()
            expect(page.get_by_text(SOURCE)).to_be_visible()
            for __ in range(DRAWN_MS // 500):
                picture = canvas.screenshot()
                if has_colour(picture, GROUND) and has_colour(picture, NAMES):
                    break
                page.wait_for_timeout(500)
            else:
                raise AssertionError(f"the tiles are not drawn; asked for: {asked[:5]}")

        found = demonstration_districts()
        west, south, east, north = (float(each) for each in shapely.total_bounds(found.shapes))
        view = map_view((west, south, east, north))
        for address in (XYZ, WMTS):
            got = asked_for(address, asked)
            zoom = max(z for z, __, __ in got)
            # Tiles of 256 pixels are one level finer than the view, whose earth is 512 wide at level 0.
            assert zoom in {math.floor(view.zoom) + 1, math.ceil(view.zoom) + 1}, (view.zoom, got)
            assert tile_at(view.longitude, view.latitude, zoom) in got
        others = [each for each in outside(requests, cockpit) if not each.startswith(tiles)]
        assert not others
