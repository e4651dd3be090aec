"""One official document: how it stands, what happened to it, what it is about, and its files."""

import streamlit as st

from components.address import address
from components.attachments import attachments
from components.document.document_buttons import document_buttons
from components.document.document_state import document_state
from components.fact_tile import fact_tile
from components.figures import NO_DATA, show
from components.frame.sign_in import user_now
from components.inert import inert
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.navigation import CARDS
from components.session import bureau_now, current_user, engine, row_scope, source
from data.codes import label
from data.documents.register import attach_to_document, may_handle, take_from_document
from data.engine import reading
from data.language import _
from queries.cards.document_card import document_card

opening = card_opening()
filters = opening.filters
card = None
if opening.asked is not None:
    with reading(engine()) as connection:
        card = document_card(source(), connection, opening.asked, filters.as_of, row_scope())

if card is None:
    no_card(opening, _("There is no such document, or it is not among those you may see."))

drill_path(filters, opening.kpi, opening.steps, here=card.register_code)
st.header(inert(card.document))
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    document_state(card.document_state)
    st.badge(label("document_direction", card.document_direction), icon=":material/mail:", color="blue")
    st.caption(
        inert(
            " · ".join(
                part
                for part in (
                    card.register_code,
                    card.document_number,
                    label("document_type", card.document_type),
                    card.counterparty,
                    _("as of {day}").format(day=card.as_of.isoformat()),
                )
                if part
            )
        )
    )

late = (
    None
    if card.days_overdue is None
    else _("{days} days overdue").format(days=show(card.days_overdue, "count"))
)
TILES = (
    (_("Registered on"), card.registered_date.isoformat(), label("urgency", card.urgency)),
    (_("Deadline of handling"), card.limit_date.isoformat() if card.limit_date else NO_DATA, late),
    (_("Finished on"), card.finished_date.isoformat() if card.finished_date else NO_DATA, None),
    (
        _("Section that handles it"),
        inert(card.section or NO_DATA),
        inert(card.responsible_person or "") or None,
    ),
)
for place, (title, shown, words) in zip(st.columns(4), TILES, strict=True):
    with place:
        fact_tile(title, shown, words, "red" if words == late and late else "gray")
document_buttons(card)

left, right = st.columns([3, 2])
with left, st.container(border=True):
    st.subheader(_("Course"))
    if not card.steps:
        st.caption(_("Nothing has happened to it yet."))
    for step in card.steps:
        limit = _("until {day}").format(day=step.new_due_date.isoformat()) if step.new_due_date else ""
        told = " ".join(part for part in (step.section or "", limit, step.note or "") if part)
        kind = label("document_step", step.kind)
        st.markdown(f":gray[{step.fact_date.isoformat()}] **{kind}** {inert(told)}")
with right:
    with st.container(border=True):
        st.subheader(_("What it is about"))
        if not card.links:
            st.caption(_("No project and no finding is named."))
        for link in card.links:
            st.page_link(
                CARDS[link.what],
                label=inert(link.words),
                query_params=address(filters, bureau_now().as_of, id=str(link.thing_id)),
            )
    with st.container(border=True):
        st.subheader(_("Files of the document"))
        user, database, number = user_now(engine()), engine(), card.document_id
        attachments(
            card.files,
            lambda attachment_id: take_from_document(database, user, attachment_id),
            (lambda name, content, note: attach_to_document(database, user, number, name, content, note=note))
            if may_handle(current_user(), card.section_code)
            else None,
            key="document",
        )
