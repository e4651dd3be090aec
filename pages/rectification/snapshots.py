"""月末快照: freeze the figures of a day, and see later what became of them and why."""

import streamlit as st

from components.figures import show
from components.one_of import one_of
from components.page_guard import page_guard
from components.session import bureau_now, current_user, snapshot_comparison, snapshot_moves
from components.snapshot.figures_then_and_now import figures_then_and_now
from components.snapshot.finding_changes import finding_changes, frozen_list
from components.snapshot.freeze_button import freeze_button
from components.snapshot.late_facts import late_facts
from components.snapshot.snapshot_choice import snapshot_choice
from components.snapshot.whole_bureau_only import whole_bureau_only
from data.language import _
from queries.catalog import kpis

page_guard(current_user(), "see-rows")
st.title(_("Month-end snapshots"))
whole_bureau_only()
with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
    chosen = st.container()
    freeze_button()
with chosen:
    facts = snapshot_choice()
if facts is None:
    st.stop()

found = snapshot_comparison(facts, bureau_now().as_of)
st.subheader(_("Figures then and now"))
clicked = figures_then_and_now(found, facts)

names = [each.kpi.name for each in found.figures]
st.subheader(_("Findings behind the figures"))
WAYS = {"all": _("Everything that changed"), "late": _("Recorded late"), "one": _("Behind one figure")}
way = one_of(_("Show"), WAYS, key=f"snapshot_way_{clicked or ''}", first="one" if clicked else "all")
match way:
    case "late":
        late_facts(found)
    case "all":
        st.caption(
            _("{count} findings are others than then.").format(count=show(len(found.changes), "count"))
        )
        finding_changes(found.changes, "snapshot_changes")
    case _:
        name = st.selectbox(
            _("Indicator"),
            names,
            index=names.index(clicked) if clicked else 0,
            format_func=lambda name: str(kpis()[name].title),
            key=f"snapshot_kpi_{clicked or ''}",
            width=420,
        )
        moves = snapshot_moves(facts, name, bureau_now().as_of)
        entered, left, frozen = st.tabs(
            [
                _("Counted now, not then ({count})").format(count=show(len(moves.entered), "count")),
                _("Counted then, not now ({count})").format(count=show(len(moves.left), "count")),
                _("Counted when frozen ({count})").format(count=show(len(moves.frozen), "count")),
            ]
        )
        with entered:
            finding_changes([each for each in found.changes if each.finding_id in moves.entered], "entered")
        with left:
            finding_changes([each for each in found.changes if each.finding_id in moves.left], "left")
        with frozen:
            frozen_list(moves.frozen, "frozen")
