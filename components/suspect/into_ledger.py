"""The button that turns a confirmed suspect into a finding, and afterwards the way to that finding."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import FINDING_PAGE
from components.session import bureau_now, current_user, engine
from components.suspect.into_ledger_form import into_ledger_form
from data.access.roles import can
from data.codes import label
from data.engine import reading
from data.language import _
from data.suspects.into_ledger import ENTER
from data.suspects.moving import ACTION
from queries.audit_models.catalogue import model_named
from queries.cards.suspect_card import SuspectCard
from queries.filters import Filters
from queries.suspects.revisions import Seen


def into_ledger(card: SuspectCard, seen: Seen, filters: Filters) -> bool:
    """Draw the button where the act is open to the reader, or the link where it was taken; whether it is."""
    standing = card.standing
    if standing.finding_id is not None:
        stage = label("ledger_stage", standing.ledger_stage) if standing.ledger_stage else ""
        st.page_link(
            FINDING_PAGE,
            label=" · ".join(
                part
                for part in (_("Finding {code}").format(code=inert(standing.finding_code or "")), stage)
                if part
            ),
            icon=":material/article:",
            query_params=address(filters, bureau_now().as_of, id=str(standing.finding_id)),
        )
        return False
    is_open = ENTER in seen.acts and seen.is_theirs and filters.as_of == bureau_now().as_of
    if not is_open or not can(current_user(), ACTION):
        return False
    if st.button(_("Enter into the ledger"), icon=":material/task_alt:", type="primary", key="suspect_enter"):
        with reading(engine()) as connection:
            model = model_named(connection, standing.model_code)
        basis = "\n".join(f"{each.law}{each.article}" for each in model.basis) if model else ""
        into_ledger_form(card, seen.revisions[standing.suspect_id], basis)
    return True
