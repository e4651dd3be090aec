"""数据比对: two datasets by a key: who is in both, who in one alone, and what to do with these rows."""

import duckdb
import streamlit as st

from components.joining.join_choice import join_choice
from components.joining.join_result import join_result
from components.joining.join_ways import join_ways
from components.page_guard import page_guard
from components.session import current_user
from data.language import _
from data.warehouse import WarehouseError

page_guard(current_user(), "use-data")
st.title(_("Compare datasets"))
st.write(
    _(
        "Finds who is in two datasets at once, or in one alone: pensions of the dead, aid to owners of cars, "
        "payments to companies that are not registered."
    )
)
try:
    choice = join_choice()
    if choice is None:
        st.stop()
    result = join_result(choice)
    if result is not None:
        join_ways(choice, result)
except WarehouseError as error:
    st.error(str(error), icon=":material/error:")
except duckdb.OutOfMemoryException:
    st.error(_("The datasets are too large to be compared like that."), icon=":material/error:")
except duckdb.Error:
    st.error(_("The rows of these datasets cannot be compared."), icon=":material/error:")
