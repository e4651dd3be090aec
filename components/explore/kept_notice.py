"""What became of rows that were just kept as suspects: told once, after the figures were drawn anew."""

import streamlit as st

from data.data_room.keep_suspects import Kept
from data.language import _


def kept_notice(key: str) -> None:
    """Draw and forget the Kept that stands in the session under `key`; nothing where there is none."""
    done: Kept | None = st.session_state.pop(key, None)
    if done is None:
        return
    words = _("{n} suspects were kept; they wait to be issued.").format(n=len(done.suspect_ids))
    if done.already_kept:
        words += " " + _("{n} had been kept before and were not written again.").format(n=done.already_kept)
    st.success(words, icon=":material/bookmark_added:")
