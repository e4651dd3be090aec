"""大屏令牌: which walls may show figures. The system administrator makes and revokes their tokens."""

import streamlit as st

from components.administration.display_table import display_table
from components.administration.new_display import new_display
from components.administration.revoke_display import revoke_display
from components.page_guard import page_guard
from components.session import current_user, engine
from data.language import _
from data.walls.displays import displays

user = current_user()
page_guard(user, "manage-displays")
st.title(_("Display tokens"))
st.caption(
    _("A token signs in one wall: it sees figures only, no rows and no persons, and opens no other page.")
)

with st.container(horizontal=True, vertical_alignment="bottom"):
    is_with_revoked = st.toggle(_("Show revoked ones"))
    st.space("stretch")
    if st.button(_("New display token"), type="primary", icon=":material/add:"):
        new_display(engine())

walls = [wall for wall in displays(engine(), user) if is_with_revoked or wall.revoked_at is None]
if not walls:
    st.info(
        _("No wall has a token. Make one, then open its address on the computer of the wall."),
        icon=":material/tv_off:",
    )
    st.stop()

chosen = display_table(walls)
if chosen is None:
    st.caption(_("Choose a row to revoke its token."))
elif chosen.revoked_at is not None:
    st.caption(_("This token is revoked already."))
elif st.button(_("Revoke the token of {name}").format(name=chosen.name), icon=":material/block:"):
    revoke_display(engine(), chosen)
