"""模型运行: one run, what made it what it is, what it found, and what is done with its hits."""

import streamlit as st

from components.inert import inert
from components.run.hit_groups import hit_groups
from components.run.hit_table import hit_table
from components.run.run_buttons import run_buttons
from components.run.run_comparison import run_comparison
from components.run.run_facts import run_facts
from components.run.run_map import run_map
from components.run.run_opening import run_opening
from components.run.run_path import run_path
from components.run.run_picture import run_picture
from components.run.run_tiles import run_tiles
from data.language import _
from data.warehouse import WarehouseError
from queries.audit_models.lookups import prepare

seen = run_opening("id")
run_path(seen)
number = _("Run {number}").format(number=seen.facts.run_id)
st.header(f"{number} · {seen.model.code} {inert(str(seen.model.title))}")
run_facts(seen)
run_buttons(seen)
if seen.facts.outcome != "done":
    st.stop()

prepare(seen)  # while the hits are looked at; then each opens at once
before = run_comparison(seen)
try:
    run_tiles(seen, before)
    if not seen.facts.row_count and not before:
        st.success(_("Nothing was flagged."), icon=":material/check_circle:")
        st.stop()
    picture, groups = st.columns([3, 2], gap="medium") if seen.model.group else (st.container(), None)
    with picture, st.container(border=True):
        run_picture(seen)
    if groups is not None:
        with groups, st.container(border=True):
            hit_groups(seen)
    if seen.model.picture is None or seen.model.picture.kind != "map":
        run_map(seen, title=_("Where they lie"))
    hit_table(seen, before)
except WarehouseError as error:
    st.info(inert(str(error)), icon=":material/history:")
