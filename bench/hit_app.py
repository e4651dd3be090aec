"""The evidence page of one hit for whoever runs the bench: only what is asked for it, without the frame."""

import runpy

from components import session
from data.access.roles import COMMAND_LINE, ROLES, User
from data.language import use_language
from queries.filters import EVERYTHING

session.current_user = lambda: COMMAND_LINE
session.row_scope = lambda: EVERYTHING
session.take_stock()

# Only now: these modules take the functions above by name.
from components.frame.closed_page import closed_page  # noqa: E402
from components.navigation import navigation  # noqa: E402

use_language("zh")
navigation(User("bench", "bench", frozenset(ROLES)), closed_page)
runpy.run_path("pages/models/hit.py")
