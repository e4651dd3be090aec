"""我的工作: what waits for the reader, what is late, what came back, and steps of many at once."""

import streamlit as st

from components.closing.outcomes import step_outcomes
from components.closing.work_list import work_list
from components.kpi.filter_bar import filter_bar
from components.overview.no_ledger import no_ledger
from data.language import _

st.title(_("My work"))
filters = filter_bar()
if no_ledger():
    st.stop()
step_outcomes()
work_list(filters)
