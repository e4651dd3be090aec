"""The dialog that asks before the token of a wall is revoked."""

import streamlit as st
from sqlalchemy import Engine

from components.frame.sign_in import user_now
from data.language import _, use_language
from data.walls.displays import Display, DisplayError
from data.walls.displays import revoke_display as revoke


def revoke_display(engine: Engine, wall: Display) -> None:
    """Open the dialog. The table behind it is drawn anew when it closes."""
    dialog = st.dialog(_("Revoke the token"), icon=":material/block:", on_dismiss="rerun")
    dialog(_draw)(engine, wall)


def _draw(engine: Engine, wall: Display) -> None:
    use_language(st.query_params.get("lang", "zh"))
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
