"""The models that flag a party in their newest run, each hit with its sentence and a link to its evidence."""

import streamlit as st

from components.address import address
from components.figures import show
from components.inert import inert
from components.navigation import HIT_PAGE
from components.session import bureau_now
from data.language import _
from queries.audit_models.hits import HIT, HitsAsked, page_of_hits
from queries.audit_models.parties import MOST_HITS, PartyHits
from queries.audit_models.said import summary_of

_SHOWN = 5


def party_hits(found: tuple[PartyHits, ...]) -> None:
    """Draw them, model by model."""
    if not found:
        st.caption(_("No model that was run on data open to you flags it."))
        return
    for each in found:
        model, facts = each.seen.model, each.seen.facts
        count = _("{hits} hits in run {number}").format(hits=show(each.count, "count"), number=facts.run_id)
        st.markdown(f"**{model.code} {inert(str(model.title))}** :small[:gray[{count}]]")
        asked = HitsAsked(numbers=each.numbers[:_SHOWN])
        for row in page_of_hits(each.seen, 0, MOST_HITS, asked):
            st.page_link(
                HIT_PAGE,
                label=inert(summary_of(model, row, facts.params)),
                icon=":material/flag:",
                query_params=address(None, bureau_now().as_of, run=str(facts.run_id), hit=str(row[HIT])),
            )
        if each.count > _SHOWN:
            st.caption(_("The first {count} are shown.").format(count=_SHOWN))
