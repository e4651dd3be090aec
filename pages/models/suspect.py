"""One suspect: what was flagged and why, how it stands, the rows behind it, whom it touches, what to do."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.navigation import MODEL_PAGE, SUSPECTS_PAGE
from components.session import bureau_now, current_user, engine, row_scope, source
from components.suspect.act_buttons import act_buttons
from components.suspect.into_ledger import into_ledger
from components.suspect.suspect_attachments import suspect_attachments
from components.suspect.suspect_course import suspect_course
from components.suspect.suspect_evidence import suspect_evidence
from components.suspect.suspect_note import suspect_note
from components.suspect.suspect_severity import suspect_severity
from components.suspect.suspect_state import suspect_state
from components.suspect.suspect_tiles import suspect_tiles
from components.suspect.touched_parties import touched_parties
from data.codes import label
from data.engine import reading
from data.language import _
from queries.cards.suspect_card import suspect_card
from queries.cell_words import cell_words
from queries.suspects.revisions import seen

opening = card_opening()
filters = opening.filters
card = None
if opening.asked is not None:
    with reading(engine()) as connection:
        card = suspect_card(source(), connection, current_user(), opening.asked, filters.as_of, row_scope())

if card is None:
    no_card(
        opening,
        _("There is no such suspect, or it is not among those you may see. Open it from its row."),
    )

standing = card.standing
with reading(engine()) as connection:
    now = seen(connection, current_user(), [standing.suspect_id])
number = _("suspect {number}").format(number=standing.suspect_id)
drill_path(filters, opening.kpi, opening.steps, here=number, under=SUSPECTS_PAGE)

st.header(inert(standing.entity_reference))
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    suspect_state(standing.suspect_state)
    suspect_severity(standing.severity)
    st.caption(
        " · ".join(
            [number]
            + [inert(name) for name in (standing.section, standing.region) if name]
            + [
                label("digital_step", standing.digital_step),
                _("flagged on {day}").format(day=standing.flagged_date.isoformat()),
                _("as of {day}").format(day=card.as_of.isoformat()),
            ]
        )
    )
st.markdown(inert(standing.summary))
model_name = inert(str(cell_words("audit_model", standing.model)))
if standing.model_sector is not None:  # a quick test of a dataset has no page among the models
    st.page_link(
        MODEL_PAGE,
        label=f"{inert(standing.model_code)} {model_name}",
        icon=":material/model_training:",
        query_params=address(filters, bureau_now().as_of, id=standing.model_code),
    )

suspect_tiles(card)
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    is_to_enter = into_ledger(card, now, filters)
    act_buttons(now, filters, amount_fen=standing.suspect_fen, is_second=is_to_enter)
    suspect_note(standing)

left, right = st.columns([3, 2])
with left:
    with st.container(border=True):
        st.subheader(_("Source rows"))
        suspect_evidence(standing.suspect_id)
    with st.container(border=True):
        st.subheader(_("Attachments"))
        suspect_attachments(card)
with right:
    with st.container(border=True):
        st.subheader(_("Course"))
        suspect_course(card)
    with st.container(border=True):
        st.subheader(_("Whom it touches"))
        touched_parties(card, filters)
