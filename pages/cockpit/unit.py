"""One unit: what the coverage rules ask of it, its audits, who leads it, and what it has not put right."""

from dataclasses import replace

import streamlit as st

from components.address import read_filters
from components.catalogue.asked_data import asked_data
from components.coverage.unit_audits import unit_audits
from components.coverage.unit_duties import unit_duties
from components.coverage.unit_facts import unit_facts
from components.coverage.unit_posts import unit_posts
from components.inert import inert
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.kpi.ledger_table import ledger_table
from components.kpi.tile_row import tile_row
from components.session import bureau_now, row_scope, source
from data.language import _
from queries.cards.unit_card import unit_card
from queries.catalog import kpis

opening = card_opening()
filters = opening.filters
card = None
if opening.asked is not None:
    card = unit_card(source(), opening.asked, filters.as_of, row_scope())

if card is None:
    no_card(
        opening,
        _("There is no such unit, or it is not among those you may see. Open it from its row."),
    )

drill_path(filters, opening.kpi, opening.steps, here=card.unit.name)
st.header(inert(card.unit.name))
unit_facts(card, filters)

of_unit = replace(read_filters(bureau_now().as_of), drill=(("unit", str(opening.asked)),), year=None)
TILES = ("findings", "findings_open", "findings_overdue", "repeat_findings_open")
tile_row(TILES, of_unit)

left, right = st.columns([3, 2])
with left:
    unit_audits(card, filters)
with right:
    unit_duties(card)
    unit_posts(card, filters)

asked_data(of_unit, leaves_out="unit")

st.subheader(_("Open findings"))
ledger_table(kpis()["findings_open"], of_unit)
