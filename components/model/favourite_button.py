"""The star of a model: whether it is among the reader's favourites, and the way in and out."""

import streamlit as st

from components.session import current_user, engine
from data.audit_models.favourites import set_favourite
from data.language import _


def favourite_button(code: str, *, is_favourite: bool) -> None:
    """Draw it; a click puts the model among the favourites or takes it out."""
    st.button(
        ":yellow[:material/star:]" if is_favourite else ":gray[:material/star_outline:]",
        key=f"favourite_{code}",
        type="tertiary",
        help=_("Take out of the favourites") if is_favourite else _("Add to the favourites"),
        on_click=_set,
        args=(code, not is_favourite),
    )


def _set(code: str, is_favourite: bool) -> None:
    set_favourite(engine(), current_user(), code, is_favourite=is_favourite)
