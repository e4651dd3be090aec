"""大屏: refreshes itself, keeps its last good figures in an outage, has none once its token is revoked."""

from datetime import date
from urllib.parse import urlencode

import streamlit as st

from components.address import address
from components.session import current_user, engine
from components.wall.big_screen_frame import Notice, Screen, big_screen_frame
from components.wall.wall_address import display_token, wall_address
from components.wall.wall_memory import wall_memory
from components.wall.wall_refusal import wall_refusal
from data.access.roles import User, can
from data.language import _, use_language
from data.settings import number
from data.walls.displays import DisplayRefusedError
from data.walls.known_wall import known_wall
from queries.wall import SCENES


@st.fragment
def big_screen() -> None:
    """Draw the scenes of the address over the whole page. The browser asks for each refresh by itself."""
    use_language(st.query_params.get("lang", "zh"))  # a refresh is a run of its own, without the frame
    user, asked = current_user(), wall_address()
    if (refusal := _refusal(user)) is not None:
        big_screen_frame(refusal)
        return
    # A person turns the pages by hand; a wall without a player needs its own alone.
    turns_pages = user.has_account and len(asked.scenes) == 1
    names = tuple(SCENES) if turns_pages else asked.scenes
    memory = wall_memory(names, asked.scenes[0], user)
    if not memory.scenes:
        nothing = _(
            "The figures cannot be computed at the moment, and none were kept. They appear by themselves."
        )
        notice = Notice(_("No figures yet"), nothing)
    else:
        notice = None
    big_screen_frame(
        Screen(
            scenes=memory.scenes,
            start=asked.scenes[0],
            is_fresh=memory.is_fresh,
            is_complete=memory.is_complete,
            interval=asked.interval,
            refresh_seconds=max(1, number("AUDIT_WALL_SECONDS")),
            is_wall=not user.has_account,
            opens_rows=can(user, "see-rows"),
            way_back=urlencode(address(None, date.max)) if user.has_account else None,
            notice=notice,
        )
    )


def _refusal(user: User) -> Screen | None:
    """Why this wall may show nothing any more; None for one that may, and for a person with an account."""
    token = display_token()
    if user.has_account:
        return None
    try:
        known_wall(engine(), token or "")
    except DisplayRefusedError as refused:
        return wall_refusal(refused.reason)
    return None
