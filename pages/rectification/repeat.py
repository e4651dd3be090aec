"""One problem that came back: all findings of its class in the unit and its predecessors, year by year."""

import streamlit as st

from components.fact_tile import fact_tile
from components.figures import show
from components.inert import inert
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.repeat.chapter import chapter
from components.session import bureau_now, current_user, engine, row_scope, source
from data.access.roles import can
from data.engine import reading
from data.language import _
from data.ledger.deciding_repeats import ACTION
from queries.filters import Filters
from queries.repeats.candidates import Candidate, candidates
from queries.repeats.story import story

opening = card_opening()
filters = opening.filters
told = None
if opening.asked is not None:
    with reading(engine()) as connection:
        told = story(source(), connection, opening.asked, filters.as_of, row_scope())

if told is None:
    no_card(
        opening,
        _("There is no such finding, or it is not among those you may see. Open it from its row."),
    )

drill_path(filters, opening.kpi, opening.steps, here=told.problem_class or "")
st.header(inert(f"{told.unit} · {told.problem_class or ''}"))
found = [entry.standing for entry in told.chapters]
facts = (
    (_("Number of years found"), show(len(told.years), "count")),
    (_("Findings"), show(len(found), "count")),
    (_("Not yet rectified"), show(sum(entry.rectified_date is None for entry in found), "count")),
    (
        _("Amount found"),
        show(sum(entry.amount_fen or 0 for entry in found), "fen")
        if any(entry.has_amount for entry in found)
        else _("Non-monetary"),
    ),
)
for place, (title, value) in zip(st.columns(len(facts)), facts, strict=True):
    with place:
        fact_tile(title, value, None)
if told.hidden:
    st.caption(
        _("{count} more of them lie outside what you may see.").format(count=show(told.hidden, "count"))
    )
waiting: dict[int, Candidate] = {}
if can(current_user(), ACTION) and filters.as_of == bureau_now().as_of:
    ids = [entry.finding_id for entry in found]
    undecided = candidates(source(), Filters(as_of=filters.as_of), row_scope(), most=len(ids), only=ids)
    waiting = {line.finding_id: line for line in undecided}
for entry in reversed(told.chapters):
    number = entry.standing.finding_id
    chapter(entry, filters, is_here=number == opening.asked, waiting=waiting.get(number))
