"""Serve the cockpit on AUDIT_PORT.

Like `streamlit run app.py`, but pages are those of the menu from the very first visit: Streamlit alone takes
the folder pages/ for an older kind of app until somebody has opened the cockpit, and meets a deep link with
"page not found".
"""

import argparse
from pathlib import Path

from data.settings import number

APP = Path(__file__).resolve().parent.parent / "app.py"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument("--address", default="127.0.0.1", help="address to listen on; 0.0.0.0: every network")
    parser.add_argument("--port", type=int, help="port; without it: AUDIT_PORT")


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped."""
    # Here, not above: every other command would wait for Streamlit to load.
    from streamlit.runtime.pages_manager import PagesManager  # noqa: PLC0415
    from streamlit.web import bootstrap  # noqa: PLC0415

    PagesManager.uses_pages_directory = False
    options = {"server.address": arguments.address, "server.port": arguments.port or number("AUDIT_PORT")}
    bootstrap.load_config_options(flag_options=options)
    bootstrap.run(str(APP), False, [], options)
    return 0
