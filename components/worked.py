"""Work in the background: how long it has been going on, and the button that stops it."""

import time
from collections.abc import Callable
from typing import Any, TypeVar

import duckdb
import streamlit as st

from components.speaking import speaking
from data.language import _
from queries.background import LIMIT_SECONDS, BusyError, Work, WorkStoppedError, start

_SHOWN_AT_ONCE_SECONDS = 5.0  # most work ends before a reader would look for a way to stop it
_LOOKS_EVERY_SECONDS = 1.0
Result = TypeVar("Result")


def worked(
    asked: object,
    do: Callable[[duckdb.DuckDBPyConnection, Callable[[], None]], Result],
    *,
    key: str,
    words: str,
) -> Result | None:
    """The result of work, begun where `asked` is new; None while it goes on or where it was stopped.

    The last result is kept in the session. `words` say what is being done. Raises what the work raises.
    """
    kept = st.session_state.get(key)
    work: Work[Result] | None = kept[1] if kept is not None and kept[0] == asked else None
    if work is None:
        if kept is not None:
            kept[1].stop()  # nobody waits for it any more
        try:
            work = start(do)
        except BusyError:
            st.warning(
                _("Other tests are running at the moment. Try again in a few seconds."),
                icon=":material/hourglass:",
            )
            return None
        st.session_state[key] = (asked, work)
        with st.spinner(words):
            work.wait(_SHOWN_AT_ONCE_SECONDS)
    if not work.is_over:
        st.fragment(speaking(_draw), run_every=_LOOKS_EVERY_SECONDS)(work, words, key)
        return None
    try:
        return work.result
    except WorkStoppedError:
        st.info(
            _("Stopped after {seconds} seconds: too much for one time. Choose fewer rows.").format(
                seconds=LIMIT_SECONDS
            )
            if work.is_stopped_for == "time"
            else _("Stopped. Nothing was written."),
            icon=":material/stop_circle:",
        )
        if st.button(_("Begin again"), icon=":material/refresh:", key=f"{key}_again"):
            del st.session_state[key]
            st.rerun()
        return None


def _draw(work: Work[Any], words: str, key: str) -> None:
    if work.is_over:
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(":material/hourglass_top:")
        st.markdown(
            _("{work} {seconds} of at most {limit} seconds").format(
                work=words, seconds=int(time.monotonic() - work.began), limit=LIMIT_SECONDS
            )
        )
        st.space("stretch")
        if st.button(_("Stop"), icon=":material/stop:", key=f"{key}_stop"):
            work.stop()
            work.wait(2)
            st.rerun()
