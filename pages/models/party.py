"""涉及对象: a person, company or unit across all models, suspects and datasets that the reader may see."""

import streamlit as st

from components.fact_tile import fact_tile
from components.figures import NO_DATA, show
from components.inert import inert
from components.party.party_datasets import party_datasets
from components.party.party_hits import party_hits
from components.party.party_opening import party_opening
from components.party.party_path import party_path
from components.party.party_search import party_search
from components.party.party_suspects import party_suspects
from components.session import bureau_now, current_user, engine, row_scope, source
from data.codes import label
from data.engine import reading
from data.language import _
from queries.audit_models.parties import suspects_with
from queries.cards.suspect_card import suspect_standings

as_of = bureau_now().as_of
party = party_opening()
kind = label("party_kind", party.kind)
party_path(kind)
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    st.header(inert(party.name or NO_DATA), width="content")
    st.badge(kind, icon=":material/hub:", color="blue")

with reading(engine()) as connection:
    ids = suspects_with(connection, current_user(), party)
found = suspect_standings(source(), ids, as_of, row_scope())
suspects = [found[number] for number in ids if number in found]

looked = party_search(party)
hits, datasets = looked or ((), ())

TILES = (
    (_("Suspects"), len(suspects), _("that you may see")),
    (_("Models that flag it"), len(hits) if looked else None, _("in their newest run")),
    (_("Datasets with rows of it"), len(datasets) if looked else None, _("that you may read")),
    (_("Rows"), sum(each.count for each in datasets) if looked else None, _("in those datasets")),
)
for place, (title, count, words) in zip(st.columns(4), TILES, strict=True):
    with place:
        fact_tile(title, show(count, "count"), words)

st.subheader(_("Suspects"))
party_suspects(suspects)
if looked:
    st.subheader(_("Models"))
    party_hits(hits)
    st.subheader(_("Datasets"))
    party_datasets(party, datasets)
