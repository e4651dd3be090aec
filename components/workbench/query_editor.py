"""The editor of the workbench: the query, and the buttons that run and keep it."""

from collections.abc import Sequence

import streamlit as st

from components.inert import inert
from components.session import current_user, engine
from components.workbench.query_catalogue import written
from components.workbench.query_text import KEY, query_text
from components.workbench.save_query import save_query
from data.language import _
from queries.workbench.asking import ask
from queries.workbench.limits import limits
from queries.workbench.readable import Readable
from queries.workbench.reasons import LONGEST_SQL
from queries.workbench.refusal import QueryRefusedError
from queries.workbench.running import BusyError, Run

_RUN = "query_run"
_HEIGHT = 220
_SHOWN_AT_ONCE_SECONDS = 1.5  # most queries end before a reader would see that they run


def query_editor(known: Sequence[Readable]) -> Run | None:
    """Draw it; returns the run of this tab that was started last, None where there is none yet."""
    st.text_area(
        _("Query (SQL)"),
        key=KEY,
        height=_HEIGHT,
        max_chars=LONGEST_SQL,
        placeholder=f"SELECT *\nFROM {written(known[0].name)}\nLIMIT 100",
        help=_(
            "One SELECT over the datasets of the catalogue; names in Chinese need no quotation marks. Text"
            " stands between single ones."
        ),
    )
    run = st.session_state.get(_RUN)
    is_running = isinstance(run, Run) and run.outcome is None
    bounds = limits()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        is_asked = st.button(
            _("Run query"), type="primary", icon=":material/play_arrow:", disabled=is_running
        )
        with st.popover(_("Save query"), icon=":material/bookmark_add:", disabled=not query_text().strip()):
            save_query(query_text())
        st.caption(
            _("At most {rows} rows, {seconds} seconds, {memory} MB of memory. Every query is logged.").format(
                rows=f"{bounds.rows:,}", seconds=bounds.seconds, memory=f"{bounds.memory_mb:,}"
            )
        )
    if is_asked:
        run = _started(query_text())
        st.session_state[_RUN] = run
        if run is not None and run.outcome is None:
            st.rerun()  # the button is drawn already, and nobody should press it twice
    return run if isinstance(run, Run) else None


def _started(sql: str) -> Run | None:
    try:
        run = ask(engine(), current_user(), sql)
    except QueryRefusedError as error:
        st.error(inert(str(error)), title=_("Not run"), icon=":material/block:")
        return None
    except BusyError:
        st.warning(
            _("Other queries are running at the moment. Try again in a few seconds."),
            icon=":material/hourglass:",
        )
        return None
    run.wait(_SHOWN_AT_ONCE_SECONDS)
    return run
