"""数据集: one dataset, whose it is, its rows, its versions and what became of what was refused."""

import streamlit as st

from components.dataset.dataset_closed import dataset_closed
from components.dataset.dataset_comparison import dataset_comparison
from components.dataset.dataset_facts import dataset_facts
from components.dataset.dataset_history import dataset_history
from components.dataset.dataset_part import dataset_part
from components.dataset.dataset_preview import dataset_preview
from components.dataset.dataset_quarantine import dataset_quarantine
from components.dataset.dataset_report import dataset_report
from components.dataset.dataset_rights import dataset_rights
from components.dataset.dataset_tiles import dataset_tiles
from components.dataset.dataset_versions import dataset_versions
from components.dataset.dataset_ways import dataset_ways
from components.inert import inert
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.navigation import CATALOGUE_PAGE
from components.session import current_user, engine, row_scope, source
from data.access.roles import can
from data.engine import reading
from data.language import _
from queries.cards.dataset_card import dataset_card

user, opening = current_user(), card_opening()
asked = opening.asked if opening.asked is not None else st.query_params.get("dataset", "")
with reading(engine()) as connection:
    card = dataset_card(connection, source(), user, asked, as_of=opening.filters.as_of, scope=row_scope())
if card is None:
    no_card(
        opening,
        _("There is no such dataset, or it is not among those you may see. Open it from the data catalogue."),
    )

drill_path(opening.filters, opening.kpi, opening.steps, here=card.facts.title, under=CATALOGUE_PAGE)
st.header(inert(card.facts.title))
dataset_tiles(card)
facts, ways = st.columns([2, 1])
with facts:
    dataset_facts(card)
with ways:
    dataset_ways(card)

if not card.access.may_read:
    dataset_closed(card)
if not card.access.is_listed:
    st.stop()

parts = {"versions": _("All versions"), "report": _("Report of checking")}
if card.access.may_read:
    parts = {
        "rows": _("Data rows"),
        **parts,
        "quarantine": _("Quarantine"),
        "comparison": _("Compare versions"),
    }
if user.user_name == card.facts.owner or can(user, "keep-data-room"):
    parts["history"] = _("Use and events")
parts["rights"] = _("Rights")
match dataset_part(parts):
    case "rows":
        dataset_preview(card)
    case "versions":
        dataset_versions(card)
    case "report":
        dataset_report(card)
    case "quarantine":
        dataset_quarantine(card)
    case "comparison":
        dataset_comparison(card)
    case "history":
        dataset_history(card)
    case "rights":
        dataset_rights(card.facts)
