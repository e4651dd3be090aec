"""Take cards along as a DOCX to print: one click, one file, one event."""

from functools import partial

from components.made_file import made_file
from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.language import _
from queries.knowledge.sheet_document import ACTION, take_cards


def print_button(codes: tuple[str, ...], title: str) -> None:
    """Draw it; `title` is the name of the file."""
    user = current_user()
    is_allowed = can(user, ACTION)
    made_file(
        _("Print (DOCX)"),
        partial(take_cards, engine(), user, codes),
        f"{title}_{bureau_now().as_of:%Y-%m-%d}.docx",
        icon="print",
        words=None if is_allowed else _("You have no right to export rows."),
        is_open=bool(is_allowed and codes),
        key=f"print_cards_{title}",
    )
