"""数据查询: questions in SQL over the datasets that the reader may see, with their masks, within limits."""

import streamlit as st

from components.page_guard import page_guard
from components.session import current_user, engine
from components.workbench.no_readables import no_readables
from components.workbench.query_catalogue import query_catalogue
from components.workbench.query_editor import query_editor
from components.workbench.query_history import query_history
from components.workbench.query_progress import query_progress
from components.workbench.query_result import query_result
from components.workbench.saved_query_list import saved_query_list
from data.engine import reading
from data.language import _
from queries.workbench.readables import readables
from queries.workbench.still_readable import still_readable

user = current_user()
page_guard(user, "use-data")
st.title(_("Data query"))
with reading(engine()) as connection:
    known = readables(connection, user)
if not known:
    no_readables()
    st.stop()

catalogue, work = st.columns([5, 9], gap="medium")
with catalogue:
    query_catalogue(known)
with work:
    run = query_editor(known)
    if run is not None and run.outcome is None:
        query_progress(run)
    elif run is not None and still_readable(run.readables, known):
        query_result(run)
    elif run is not None:
        st.info(
            _("What you may see of these datasets has changed since. Run the query again."),
            icon=":material/lock_reset:",
        )

saved, history = st.tabs([_("Saved queries"), _("My history")])
with saved:
    saved_query_list()
with history:
    query_history()
