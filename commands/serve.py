"""Serve the cockpit on AUDIT_PORT.

Like `streamlit run app.py`, but with the routes for large files (routes/), and pages are those of
the menu from the very first visit: Streamlit alone takes the folder pages/ for an older kind of app until
somebody has opened the cockpit, and meets a deep link with "page not found".
"""

import argparse
import logging
import threading
import time
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from data.data_room.drop_folder import watch
from data.data_room.outputs import sweep_outputs
from data.engine import connect_to
from data.file_texts import catching_up
from data.settings import database_url, number
from data.transfers import sweep_transfers
from data.warehouse import sweep
from queries.audit_models.catalogue import publish_shipped
from queries.search.rules import enter_shipped

_log = logging.getLogger(__name__)
_DAY_SECONDS = 86_400
APP = Path(__file__).resolve().parent.parent / "app.py"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument("--address", default="127.0.0.1", help="address to listen on; 0.0.0.0: every network")
    parser.add_argument("--port", type=int, help="port; without it: AUDIT_PORT")


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped."""
    # Here, not above: every other command would wait for Streamlit to load.
    import streamlit as st  # noqa: PLC0415
    from streamlit.runtime.pages_manager import PagesManager  # noqa: PLC0415

    from routes.output_files import output_routes  # noqa: PLC0415
    from routes.uploads import upload_routes  # noqa: PLC0415

    engine = connect_to(database_url())
    _keep_the_warehouse(engine)
    PagesManager.uses_pages_directory = False
    options = {"server.address": arguments.address, "server.port": arguments.port or number("AUDIT_PORT")}
    st.App(APP, routes=[*upload_routes(engine), *output_routes(engine)]).run(config=options)
    return 0


def _keep_the_warehouse(engine: Engine) -> None:
    """Clear away what was never committed, and bring in what is dropped while the server runs."""
    # A server starts also while its database is away; the next start sweeps.
    with suppress(SQLAlchemyError, OSError):
        sweep(engine)
        sweep_outputs(engine)
        sweep_transfers()
        publish_shipped(engine)
        enter_shipped(engine)
    threading.Thread(target=_sweep_daily, args=(engine,), daemon=True).start()
    threading.Thread(target=watch, args=(engine, number("AUDIT_DROP_SECONDS")), daemon=True).start()
    reading = (engine, number("AUDIT_FILE_TEXT_SECONDS"))
    threading.Thread(target=catching_up.watch, args=reading, daemon=True).start()


def _sweep_daily(engine: Engine) -> None:
    """A server may run for months: files that nobody may take any more go each day."""
    while True:
        time.sleep(_DAY_SECONDS)
        try:
            sweep_outputs(engine)
        except Exception:  # the thread goes on: the next day may be sound
            _log.exception("files of outputs could not be deleted")
