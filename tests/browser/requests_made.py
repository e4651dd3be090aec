"""What a page asks servers for, and which of it goes outside."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Page, WebSocket

LOCAL_SCHEMES = {"data", "blob", "about"}  # inside the browser: images and scripts that came with the page


def outside(requests, cockpit):
    home = urlsplit(cockpit).netloc
    parts = [urlsplit(request) for request in requests]
    return sorted(
        {part.geturl() for part in parts if part.scheme not in LOCAL_SCHEMES and part.netloc != home}
    )


def recorded(page):
    """The list that fills with the address of every request of the page, sockets included."""
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("websocket", lambda socket: requests.append(socket.url))
    return requests


@dataclass(frozen=True)
class Heard:
    """What a page has asked for from its beginning, and its lines to the server."""

    requests: list[str]
    lines: list[WebSocket]


def listen(page: Page) -> Heard:
    """What fills with all that the page asks for from now on."""
    heard = Heard(recorded(page), [])

    def keep(line: WebSocket) -> None:
        heard.lines.append(line)

    page.on("websocket", keep)
    return heard
