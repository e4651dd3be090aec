"""我的工作: what waits for the reader, what is late, what came back, and steps of many at once."""

import streamlit as st

from components.closing.answers_in import answers_in
from components.closing.answers_out import answers_out
from components.closing.outcomes import step_outcomes
from components.closing.work_list import work_list
from components.closing.work_stages import work_stages
from components.kpi.filter_bar import filter_bar
from components.overview.no_ledger import no_ledger
from components.session import current_user
from data.access.roles import can
from data.closing.answers import ACTION
from data.language import _

st.title(_("My work"))
filters = filter_bar()
if no_ledger():
    st.stop()
work_stages(filters)
work_list(filters)
step_outcomes()  # where the buttons were pressed: above the list nobody would see it

if can(current_user(), ACTION):
    with st.expander(_("Rectification sheets: out to units and back in"), icon=":material/swap_horiz:"):
        st.markdown(_("For units that do not use this system: send the sheet, and enter what comes back."))
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            answers_out()
        answers_in()
