"""数据清理: datasets that nobody uses, proposed and removed by hand, and files that are deleted for good."""

import streamlit as st

from components.cleanup.idle_table import idle_table
from components.cleanup.removed_table import removed_table
from components.cleanup.set_idle_days import set_idle_days
from components.kpi.filter_bar import filter_bar
from components.kpi.tile_row import tile_row
from components.page_guard import page_guard
from components.session import current_user
from data.language import _

page_guard(current_user(), "keep-data-room")
st.title(_("Data clean-up"))
filters = filter_bar(offers=("region", "section"))
tile_row(("idle_datasets", "datasets", "dataset_rows"), filters)
set_idle_days()
idle_table(filters)
removed_table()
