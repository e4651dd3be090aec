"""The models that flag a party in their newest run, each hit with its sentence and a link to its evidence."""

import streamlit as st

from components.address import address
from components.figures import show
from components.inert import inert
from components.navigation import HIT_PAGE
from components.session import bureau_now, current_user, engine
from data.access.roles import NotPermittedError
from data.engine import reading
from data.language import _
from data.warehouse import WarehouseError
from queries.audit_models.hits import HIT, HitsAsked, page_of_hits, seen_run
from queries.audit_models.parties import MOST_HITS, PartyHits
from queries.audit_models.said import summary_of

_SHOWN = 5


def party_hits(found: tuple[PartyHits, ...]) -> None:
    """Draw them, model by model."""
    if not found:
        st.caption(_("No model that was run on data open to you flags it."))
        return
    for each in found:
        try:  # it was found a while ago: what the reader may see of it is asked now
            with reading(engine()) as connection:
                seen = seen_run(connection, current_user(), each.facts)
            asked = HitsAsked(numbers=each.numbers[:_SHOWN])
            rows = page_of_hits(seen, 0, MOST_HITS, asked)
        except (NotPermittedError, WarehouseError):
            continue
        model, facts = seen.model, seen.facts
        count = _("{hits} hits in run {number}").format(hits=show(each.count, "count"), number=facts.run_id)
        st.markdown(f"**{model.code} {inert(str(model.title))}** :small[:gray[{count}]]")
        for row in rows:
            st.page_link(
                HIT_PAGE,
                label=inert(summary_of(model, row, facts.params)),
                icon=":material/flag:",
                query_params=address(None, bureau_now().as_of, run=str(facts.run_id), hit=str(row[HIT])),
            )
        if each.count > _SHOWN:
            st.caption(_("The first {count} are shown.").format(count=_SHOWN))
