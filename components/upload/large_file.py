"""Sending one large file in pieces: chosen or dropped, paused, taken up again after any interruption.

A component without a frame, because no native element can read a file in pieces; the browser speaks to the
route of routes/uploads.py by itself, so the file never passes through the page's own connection. See
docs/adr/0016-large-files-by-a-route.md.
"""

from pathlib import Path

import streamlit as st

from components.palette import palette
from components.session import current_user
from data.language import _, language
from data.size_words import size_words
from data.transfers import NoTransferError, find, size_limit

_HERE = Path(__file__)
_component = st.components.v2.component(
    "large_file",
    css=_HERE.with_suffix(".css").read_text("utf-8"),
    js=_HERE.with_suffix(".js").read_text("utf-8"),
)
_COLOURS = ("meets", "at_risk", "breach", "neutral", "ink", "muted", "paper", "panel", "rule", "font")


def large_file() -> str | None:
    """Draw it; gives the id of a transfer of the user's in the one run that follows its completion."""
    colours = palette()
    result = _component(
        key="large_file",
        data={
            "user": current_user().user_name,
            "language": language(),
            "limit": size_limit(),
            "colours": {name.replace("_", "-"): getattr(colours, name) for name in _COLOURS},
            "words": _words(),
        },
        on_arrived_change=_nothing,
    )
    try:  # what a browser says is true once the server finds it so
        arrived = find(current_user(), str(result.arrived)) if result.arrived else None
    except NoTransferError:
        return None
    return arrived.transfer_id if arrived is not None and arrived.is_complete else None


def _nothing() -> None:
    """A file has arrived: the run that follows tells the page."""


def _words() -> dict[str, str]:
    return {
        "choose": _("Choose a large file"),
        "drop": _(
            "or drop it here. Up to {limit}; after an interruption it goes on where it stopped."
        ).format(limit=size_words(size_limit())),
        "absent": _(
            "Large files cannot be sent: the server was started without the route for them. Ask the system"
            " administrator to start it with manage.py serve."
        ),
        "progress": _("Progress of the upload"),
        "asking": _("Asking the server how much has arrived …"),
        "sending": _("{sent} of {size} · {rate}/s · {left} left"),
        "resumed": _("Going on at {percent} %."),
        "paused": _("Paused. {sent} of {size} are on the server."),
        "lost": _("The connection was lost. {sent} of {size} are on the server; next attempt in {left}."),
        "arrived": _("{name} has arrived."),
        "discarding": _("Discard what has arrived?"),
        "empty": _("The file is empty."),
        "tooLarge": _("The file has {size}; the largest that is taken has {limit}."),
        "unreadable": _("The file cannot be read: it was changed or moved. Choose it again."),
        "refused": _("The server refused the file. Try again later."),
        "pause": _("Pause"),
        "resume": _("Go on"),
        "now": _("Try now"),
        "cancel": _("Cancel"),
        "discard": _("Discard"),
        "keep": _("Keep"),
        "another": _("Choose another file"),
        "seconds": _("{number} s"),
        "minutes": _("{number} min"),
        "hours": _("{number} h"),
    }
