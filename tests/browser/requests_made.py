"""What a page asks servers for, and which of it goes outside."""

from urllib.parse import urlsplit

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
