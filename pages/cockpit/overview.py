"""驾驶舱总览: is anything wrong, and where."""

import streamlit as st

from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.course_chart import course_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.tile_row import tile_row
from components.navigation import (
    COVERAGE_PAGE,
    EC_PAGE,
    INDICATORS_PAGE,
    PROGRESS_PAGE,
    SUSPECTS_PAGE,
    TASKS_PAGE,
)
from components.overview.action_list import action_list
from components.overview.new_suspects import new_suspects
from components.overview.no_ledger import no_ledger
from components.overview.page_pointer import page_pointer
from data.language import _
from queries.overview import ACTIONS, BESIDE, FOOT_TILES, HEAD_TILES, PICTURE, POINTED, WARNED, WARNED_BY

st.title(_("Cockpit overview"))
filters = filter_bar()

new_suspects(filters, WARNED, by=WARNED_BY)
has_ledger = not no_ledger()
tile_row(HEAD_TILES, filters)

if has_ledger:
    picture, action = st.columns([2, 1])
    with picture:
        breakdown_chart(*PICTURE, filters, title=_("Which districts lag behind in rectification?"), sort=True)
    with action:
        action_list(filters, ACTIONS)

st.subheader(_("How do things stand beyond rectification?"))
PAGES = (COVERAGE_PAGE, EC_PAGE, PROGRESS_PAGE, INDICATORS_PAGE, TASKS_PAGE, SUSPECTS_PAGE)
for place, page, name in zip(st.columns(len(PAGES)), PAGES, POINTED, strict=True):
    with place:
        page_pointer(page, name, filters)

if has_ledger:
    tile_row(FOOT_TILES, filters)
    course_chart(
        PICTURE[0],
        filters,
        title=_("How have the two rates moved in a year?"),
        beside=BESIDE,
    )
