"""Kept queries, one's own and the shared ones; a chosen one goes into the editor."""

import pandas as pd
import streamlit as st

from components.session import current_user, engine
from components.workbench.query_table import query_table
from components.workbench.query_text import replace
from data.data_room.saved_queries import SavedQueryError, remove_saved_query
from data.engine import reading
from data.language import _
from data.local_time import in_china
from queries.workbench.history import saved_queries


def saved_query_list() -> None:
    """Draw the table, and what can be done with the chosen query: its owner may take it away."""
    user = current_user()
    with reading(engine()) as connection:
        kept = saved_queries(connection, user)
    if not kept:
        st.caption(
            _("No query was saved yet. Write one above and choose “{save}”.").format(save=_("Save query"))
        )
        return
    frame = pd.DataFrame(
        [
            (
                saved.title,
                saved.owner_name,
                saved.is_shared,
                in_china(saved.saved_at),
                " ".join(saved.sql.split()),
            )
            for saved in kept
        ],
        columns=["title", "owner", "shared", "time", "sql"],
    )
    place = query_table(
        frame,
        {
            "title": st.column_config.TextColumn(_("Title"), width="medium"),
            "owner": st.column_config.TextColumn(_("Owner"), width=110),
            "shared": st.column_config.CheckboxColumn(_("Shared"), width=70),
            "time": st.column_config.DatetimeColumn(_("Time"), format="YYYY-MM-DD HH:mm", width=140),
            "sql": st.column_config.TextColumn(_("Query"), width="large"),
        },
        key=f"saved_queries_{hash(tuple(saved.saved_query_id for saved in kept))}",
    )
    if place is None:
        return
    saved = kept[place]
    st.code(saved.sql, language="sql")
    with st.container(horizontal=True, gap="small"):
        st.button(
            _("Put into the editor"),
            icon=":material/edit:",
            on_click=replace,
            args=(saved.sql,),
            key="saved_to_editor",
        )
        if saved.owner == user.user_name and st.button(
            _("Remove"), icon=":material/delete:", key="remove_saved"
        ):
            try:
                remove_saved_query(engine(), user, saved.saved_query_id)
            except SavedQueryError as error:
                st.error(str(error), icon=":material/error:")
                return
            st.rerun()
