"""Files that were granted and taken: those too large to pass through the page's own connection.

The act of taking is the page's (data/data_room/outputs/taking.py); for an hour its asker alone gets the file
here, in pieces of a bounded size, and a browser may go on where a download broke off.
"""

import re

from sqlalchemy import Engine
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from data.access.roles import NotPermittedError
from data.data_room.outputs import OutputError, taken_file
from data.language import _
from routes.answers import RefusedError, in_words
from routes.asker import Askers

PATH = "/output-files"
_NUMBER = re.compile(r"[0-9]{1,18}")


def output_routes(engine: Engine) -> list[Route]:
    """The route, to be served beside the pages."""
    askers = Askers(engine)

    async def one(request: Request) -> Response:
        return await run_in_threadpool(_file, engine, askers, request)

    return [Route(PATH + "/{number}", in_words(one), methods=["GET"])]


def _file(engine: Engine, askers: Askers, request: Request) -> Response:
    user, number = askers.user_of(request), request.path_params["number"]
    try:
        if _NUMBER.fullmatch(number) is None:
            raise OutputError(_("There is no such request."))
        found, file = taken_file(engine, user, int(number))
    except OutputError as error:
        raise RefusedError(404, str(error)) from error
    except NotPermittedError as error:
        raise RefusedError(403, _("Your account may not do this any more.")) from error
    return FileResponse(
        file,
        media_type="application/octet-stream",
        filename=_("output-{number}").format(number=found.output_id) + file.suffix,
        headers={"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"},
    )
