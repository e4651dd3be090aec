"""Large files in pieces: the server side of tus 1.0, a protocol for uploads that can be taken up again.

Core, creation and termination (https://tus.io/protocols/resumable-upload): POST /uploads begins a file, HEAD
says how much has come, PATCH adds to it, DELETE discards it. A request is bounded in memory however much it
carries, and disk and database are never waited for on the event loop, which serves everybody's pages.
See docs/adr/0016-large-files-by-a-route.md.
"""

import asyncio
import base64
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

from sqlalchemy import Engine
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from data.access.roles import User
from data.language import _
from data.transfers import PIECE, TooLargeError, Transfer, begin, discard, find, receive
from data.warehouse.committing import permit_bringing
from routes.answers import VERSION, RefusedError, in_words, offered, said
from routes.asker import Askers

PATH = "/uploads"
_BODY = "application/offset+octet-stream"
_PATIENCE_SECONDS = 60  # a sender that went away without a word holds its request no longer
_METHODS = ["OPTIONS", "POST", "HEAD", "PATCH", "DELETE"]


def upload_routes(engine: Engine) -> list[Route]:
    """The routes, to be served beside the pages."""
    askers = Askers(engine)

    async def beginnings(request: Request) -> Response:
        match _method(request):
            case "OPTIONS":
                return offered()
            case "POST":
                _need_protocol(request)
                return await run_in_threadpool(_begin, engine, askers, request)
        raise RefusedError(405, _("This address does not take such a request."))

    async def one(request: Request) -> Response:
        method = _method(request)
        if method == "OPTIONS":
            return offered()
        _need_protocol(request)
        match method:
            case "HEAD":
                return await run_in_threadpool(_tell, askers, request)
            case "PATCH":
                return await _add(engine, askers, request)
            case "DELETE":
                return await run_in_threadpool(_discard, askers, request)
        raise RefusedError(405, _("This address does not take such a request."))

    return [
        Route(PATH, in_words(beginnings), methods=_METHODS),
        Route(PATH + "/{transfer_id}", in_words(one), methods=_METHODS),
    ]


def _method(request: Request) -> str:
    """Some proxies let nothing but GET and POST through; the protocol has a header for them."""
    return request.headers.get("x-http-method-override", request.method).upper()


def _need_protocol(request: Request) -> None:
    """Refuse other versions, and whatever another site lets a browser send with our cookie.

    The header is one that a foreign page may not send without being asked for leave, which it never gets.
    """
    if request.headers.get("tus-resumable") != VERSION:
        raise RefusedError(
            412, _("The request needs the header Tus-Resumable: {version}.").format(version=VERSION)
        )
    origin = request.headers.get("origin")
    if origin is not None and not _is_own(origin, request.headers.get("host", "")):
        raise RefusedError(403, _("The request comes from another site."))


def _is_own(origin: str, host: str) -> bool:
    parts = urlsplit(origin)
    default = {"http": ":80", "https": ":443"}.get(parts.scheme)
    return default is not None and parts.netloc.removesuffix(default) == host.removesuffix(default) != ""


def _begin(engine: Engine, askers: Askers, request: Request) -> Response:
    user = askers.user_of(request)
    begun = begin(engine, user, _name_in(request), _count(request, "upload-length"))
    return said(201, headers={"Location": f"{PATH}/{begun.transfer_id}", "Upload-Offset": "0"})


def _name_in(request: Request) -> str:
    """The file's name out of the metadata: pairs of a key and a text in Base64."""
    for pair in request.headers.get("upload-metadata", "").split(","):
        key, _space, value = pair.strip().partition(" ")
        if key == "filename":
            try:
                return base64.b64decode(value, validate=True).decode("utf-8")
            except ValueError as error:
                raise RefusedError(400, _("The file's name cannot be read.")) from error
    return ""


def _count(request: Request, header: str) -> int:
    value = request.headers.get(header, "")
    if not (value.isascii() and value.isdigit() and len(value) < 19):
        raise RefusedError(400, _("The header {name} must be a whole number.").format(name=header.title()))
    return int(value)


def _tell(askers: Askers, request: Request) -> Response:
    found = find(askers.user_of(request), request.path_params["transfer_id"])
    name = base64.b64encode(found.original_name.encode()).decode()
    return said(
        200,
        headers={
            "Upload-Offset": str(found.received),
            "Upload-Length": str(found.size),
            "Upload-Metadata": f"filename {name}",
        },
    )


def _discard(askers: Askers, request: Request) -> Response:
    discard(askers.user_of(request), request.path_params["transfer_id"])
    return said(204)


async def _add(engine: Engine, askers: Askers, request: Request) -> Response:
    if request.headers.get("content-type", "").partition(";")[0].strip() != _BODY:
        raise RefusedError(415, _("The body must be of the type {type}.").format(type=_BODY))
    offset = _count(request, "upload-offset")
    user, found = await run_in_threadpool(_may_add, engine, askers, request)
    if "content-length" in request.headers and offset + _count(request, "content-length") > found.size:
        raise TooLargeError(_("The file is longer than was said when it was begun."))
    async for piece, is_last in _pieces(request):
        found = await run_in_threadpool(receive, user, found.transfer_id, offset, piece, is_synced=is_last)
        offset = found.received
    return said(204, headers={"Upload-Offset": str(offset)})


def _may_add(engine: Engine, askers: Askers, request: Request) -> tuple[User, Transfer]:
    user = askers.user_of(request)
    found = find(user, request.path_params["transfer_id"])
    permit_bringing(engine, user, found.original_name)
    return user, found


async def _pieces(request: Request) -> AsyncIterator[tuple[bytes, bool]]:
    """The body in pieces of at most PIECE bytes, and whether each is the last, which may be empty.

    Also what has come of it when the sender goes away.
    """
    gathered = bytearray()
    body = request.stream()
    try:
        while True:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                gathered += await anext(body)
            while len(gathered) >= PIECE:
                yield bytes(gathered[:PIECE]), False
                del gathered[:PIECE]
    except StopAsyncIteration:
        is_whole = True
    except (ClientDisconnect, TimeoutError):
        is_whole = False
    yield bytes(gathered), True
    if not is_whole:
        raise RefusedError(408, _("The connection was lost. What has arrived is kept."))
