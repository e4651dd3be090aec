"""One task: how it stands, what counts as done, its parts, its steps, and what may be done with it."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.navigation import TASK_PAGE
from components.session import bureau_now, engine, row_scope, source
from components.task.task_buttons import task_buttons
from components.task.task_parts import task_parts
from components.task.task_state import task_state
from components.task.task_steps import task_steps
from components.task.task_tiles import task_tiles
from data.codes import label
from data.engine import reading
from data.language import _
from queries.cards.task_card import task_card

opening = card_opening()
filters = opening.filters
card = None
if opening.asked is not None:
    with reading(engine()) as connection:
        card = task_card(source(), connection, opening.asked, filters.as_of, row_scope())

if card is None:
    no_card(
        opening,
        _("There is no such task, or it is not among those you may see. Open it from its row."),
    )

task = card.standing
drill_path(filters, opening.kpi, opening.steps, here=task.task_code)

st.header(inert(task.task_title))
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    task_state(task.task_state)
    st.badge(label("task_kind", task.task_kind), icon=":material/assignment:", color="blue")
    st.caption(
        " · ".join(
            [inert(name) for name in (task.section, task.responsible_person, task.region) if name]
            + [str(task.plan_year), _("as of {day}").format(day=card.as_of.isoformat())]
        )
    )
if card.above:
    # A link to the page that is open would look like the place where the reader is.
    words = _("Part of: {title}").format(title=inert(card.above.task_title))
    if st.button(words, icon=":material/account_tree:", type="tertiary", key="task_above"):
        above = address(filters, bureau_now().as_of, id=str(card.above.task_id))
        st.switch_page(TASK_PAGE, query_params=above)

task_tiles(card)
task_buttons(card)

left, right = st.columns([3, 2])
with left:
    with st.container(border=True):
        st.subheader(_("What counts as done"))
        st.text(card.requirement or _("Nothing is written down."))
    if card.parts or task.part_count:
        with st.container(border=True):
            st.subheader(_("Broken down to"))
            task_parts(card, filters)
with right, st.container(border=True):
    st.subheader(_("Course"))
    task_steps(card)
