"""The dialog that makes a display token and shows the address of its wall, this once."""

from urllib.parse import urljoin

import streamlit as st
from sqlalchemy import Engine

from components.dialog import dialog
from components.frame.sign_in import user_now
from components.one_of import one_of
from components.wall.wall_address import LONGEST_SECONDS, SHORTEST_SECONDS, WallAddress, wall_query
from data.language import _
from data.walls.displays import LONGEST_NAME, DisplayError, make_display
from queries.wall import SCENES

_PLAYS_EVERY = 30  # seconds; time enough to read one scene from across a room
_MADE = "display_made"
_SPOKEN = {"zh": "简体中文", "en": "English"}


def new_display(engine: Engine) -> None:
    """Open the dialog. The table behind it is drawn anew when it closes."""
    _forget()
    dialog(_("New display token"), icon=":material/cast:", on_dismiss=_forget)(_draw)(engine)


def _forget() -> None:
    st.session_state.pop(_MADE, None)  # the token is known where it was shown, and nowhere else


def _draw(engine: Engine) -> None:
    token = st.session_state.get(_MADE)
    if token is None:
        token = _made(engine)
    if token is None:
        return
    st.success(_("The token was made. This is the only time that it is shown."), icon=":material/key:")
    scenes = st.multiselect(
        _("Scenes, in the order in which they play"),
        list(SCENES),
        default=list(SCENES),
        format_func=lambda name: _(SCENES[name].title),
    )
    interval = st.number_input(
        _("Seconds for each scene; 0: stays on the first"), 0, LONGEST_SECONDS, _PLAYS_EVERY, step=5
    )
    spoken = one_of(_("Language"), _SPOKEN, key="display_spoken")
    if 0 < interval < SHORTEST_SECONDS:
        st.caption(_("A scene stays at least {seconds} seconds.").format(seconds=SHORTEST_SECONDS))
    wall = WallAddress(tuple(scenes) or tuple(SCENES), int(interval))
    query = wall_query(token, wall, str(spoken))
    # A wall has one page, which is therefore the one at the bare address.
    st.code(urljoin(str(st.context.url), f"./?{query}"), language=None, wrap_lines=True)
    st.caption(
        _(
            "Open this address on the wall's computer, full screen. Whoever has it sees the figures: keep it"
            " as you keep a password, and do not send it by mail."
        )
    )


def _made(engine: Engine) -> str | None:
    with st.form("new_display"):
        name = st.text_input(
            _("Where it hangs"), max_chars=LONGEST_NAME, placeholder=_("Meeting room, third floor")
        )
        is_sent = st.form_submit_button(_("Make the token"), type="primary", width="stretch")
    if not is_sent:
        return None
    try:
        st.session_state[_MADE] = make_display(engine, user_now(engine), name)
    except DisplayError as error:
        st.error(str(error), icon=":material/error:")
        return None
    st.rerun(scope="fragment")
