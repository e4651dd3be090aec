"""What the route answers: headers of the protocol, statuses for failures, words in the reader's language."""

import logging
from collections.abc import Awaitable, Callable

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import Response

from data.access.roles import NotPermittedError
from data.data_room.undertakings import UndertakingMissingError
from data.language import _, use_language
from data.transfers import (
    NoRoomError,
    NoTransferError,
    TooLargeError,
    TooManyError,
    TransferError,
    WrongOffsetError,
    size_limit,
)
from routes.asker import FirstPasswordError, NotSignedInError

VERSION = "1.0.0"
Handler = Callable[[Request], Awaitable[Response]]
_log = logging.getLogger(__name__)

# The first class that fits decides.
_STATUS: tuple[tuple[type[Exception], int], ...] = (
    (NotSignedInError, 401),
    (FirstPasswordError, 403),
    (UndertakingMissingError, 403),
    (NoTransferError, 404),
    (WrongOffsetError, 409),
    (TooLargeError, 413),
    (TooManyError, 403),
    (NoRoomError, 507),
    (TransferError, 400),
)


class RefusedError(Exception):
    """A request that does not keep to the protocol: the status and a message that says why."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def in_words(handler: Handler) -> Handler:
    """The handler, but what it raises becomes a status and a sentence; the log has what nobody foresaw."""

    async def answered(request: Request) -> Response:
        use_language(_language_of(request))
        try:
            return await handler(request)
        except RefusedError as refused:
            return said(refused.status, str(refused))
        except NotPermittedError:
            return said(403, _("The account has no right to bring in data."))
        except SQLAlchemyError:
            _log.exception("the audit database cannot be used")
            return said(503, _("The audit database cannot be reached"))
        except Exception as error:
            for kind, status in _STATUS:
                if isinstance(error, kind):
                    return said(status, str(error), _more(request, error))
            _log.exception("a request to the route for large files failed")
            return said(500, _("This step was not completed. Try again; the server's log has the details."))

    return answered


def said(status: int, words: str = "", headers: dict[str, str] | None = None) -> Response:
    """An answer of the protocol."""
    always = {"Tus-Resumable": VERSION, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    if status == 412:
        always["Tus-Version"] = VERSION
    return Response(words, status, always | (headers or {}), "text/plain" if words else None)


def offered() -> Response:
    """What the server can do, for whoever asks."""
    return said(
        204,
        headers={
            "Tus-Version": VERSION,
            "Tus-Extension": "creation,termination",
            "Tus-Max-Size": str(size_limit()),
        },
    )


def _more(request: Request, error: Exception) -> dict[str, str]:
    if isinstance(error, WrongOffsetError):
        return {"Upload-Offset": str(error.received)}
    if isinstance(error, NotSignedInError):
        # A browser would ask for a password in a window of its own; the page has a sign-in of its own.
        is_browser = "sec-fetch-mode" in request.headers or "origin" in request.headers
        scheme = "Session" if is_browser else "Basic"
        return {"WWW-Authenticate": f'{scheme} realm="audit-cockpit", charset="UTF-8"'}
    return {}


def _language_of(request: Request) -> str:
    asked = request.query_params.get("lang")
    return asked or ("en" if request.headers.get("accept-language", "").lower().startswith("en") else "zh")
