"""数据探查: a dataset's columns, a quick test on it, what it found, and its rows kept as suspects."""

import streamlit as st

from components.explore.explore_choice import explore_choice
from components.explore.explore_match import explore_match
from components.explore.explore_profile import explore_profile
from components.explore.explore_rows import explore_rows
from components.explore.quick_test_form import quick_test_form
from components.explore.quick_test_outcome import quick_test_outcome
from components.page_guard import page_guard
from components.session import current_user, engine
from data.duck import open_duck
from data.engine import reading
from data.language import _
from data.warehouse import WarehouseError
from queries.quick_tests.dataset_subject import dataset_subject

page_guard(current_user(), "use-data")
st.title(_("Explore data"))
explored = explore_choice()
if explored is None:
    st.stop()

st.caption(
    _("{rows} rows, {columns} columns").format(
        rows=f"{explored.version.row_count:,}", columns=len(explored.version.columns)
    )
)
with open_duck() as duck:
    try:
        with reading(engine()) as connection:
            table = dataset_subject(duck, connection, explored.version, explored.access)
        explore_profile(explored)
    except WarehouseError as error:
        st.error(str(error), icon=":material/error:")
        st.stop()
    narrowed, choices = explore_rows(explored, explore_match(explored, table))
    st.subheader(_(explored.test.title))
    st.write(_(explored.test.finds))
    key = f"quick_test_{explored.test.name}_{explored.version.version_id}"
    answers = quick_test_form(explored.test, table, key=key, title_of=explored.title)
    if answers is not None:
        quick_test_outcome(explored, narrowed, answers, choices)
