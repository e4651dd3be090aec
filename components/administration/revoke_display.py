"""The dialog that asks before the token of a wall is revoked."""

import streamlit as st
from sqlalchemy import Engine

from components.dialog import dialog
from components.frame.sign_in import user_now
from data.language import _
from data.walls.displays import Display, DisplayError
from data.walls.displays import revoke_display as revoke


def revoke_display(engine: Engine, wall: Display) -> None:
    """Open the dialog. The table behind it is drawn anew when it closes."""
    dialog(_("Revoke the token"), icon=":material/block:", on_dismiss="rerun")(_draw)(engine, wall)


def _draw(engine: Engine, wall: Display) -> None:
    st.text(wall.name)
    st.markdown(
        _("The wall shows no figures from its next refresh on. A new token needs a new address on the wall.")
    )
    if st.button(_("Revoke the token"), type="primary", key="revoke_display", width="stretch"):
        try:
            revoke(engine, user_now(engine), wall.display_token_id)
        except DisplayError as error:
            st.error(str(error), icon=":material/error:")
        else:
            st.rerun()
