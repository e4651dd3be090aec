"""Which project library is looked at; the choice stands in the address."""

from components.address_choice import address_choice
from components.figures import show
from components.session import groups
from data.codes import LIBRARY, label
from data.language import _
from queries.filters import Filters


def library_choice(filters: Filters) -> str:
    """Draw the choice with the number of items that wait in each; returns the code of LIBRARY."""
    waiting = {group.code: group.figure.rows for group in groups("library_items_open", filters, "library")}
    libraries = {
        code: f"{label('library', code)} ({show(waiting.get(code, 0), 'count')})" for code in LIBRARY
    }
    return address_choice(_("Library"), libraries, "library", key="library_choice", look="bare segments")
