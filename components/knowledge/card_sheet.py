"""A card as it is read: the method on the left, what it needs and stands on at the right, then its models."""

import streamlit as st

from components.address import address
from components.figures import show
from components.inert import inert
from components.model.model_words import severity_words
from components.navigation import CATALOGUE_PAGE, MODEL_PAGE, MODELS_PAGE
from components.session import bureau_now, groups
from data.language import _
from queries.filters import Filters
from queries.knowledge.sheet import Sheet

_LAWS_SHOWN = 8


def card_sheet(sheet: Sheet) -> None:
    """Draw it."""
    card = sheet.card
    st.markdown(inert(card.purpose))
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.subheader(_("Method in steps"))
        st.markdown("\n".join(f"{place}. {inert(step)}" for place, step in enumerate(card.steps, 1)))
        if card.typical_findings:
            st.subheader(_("Typical findings"))
            st.markdown("\n".join(f"- {inert(finding)}" for finding in card.typical_findings))
    with right:
        if sheet.data:
            st.subheader(_("Data needed"))
            with st.container(horizontal=True, gap="small"):
                for title in sheet.data:
                    st.badge(title, color="gray")
            st.page_link(CATALOGUE_PAGE, label=_("What of it is here"), icon=":material/folder_data:")
        if card.legal_basis or sheet.laws:
            st.subheader(_("Legal basis"))
            st.markdown("\n".join(f"- {inert(law)}" for law in card.legal_basis))
            _articles(sheet)


def card_models(sheet: Sheet) -> None:
    """Draw the models of a card, each with how often its suspects proved true."""
    as_of = bureau_now().as_of
    rates = {
        group.code: group.figure.value
        for group in groups("suspect_confirmation_rate", Filters(as_of=as_of), "audit_model")
    }
    with st.grid(2, min_column_width=340, gap="small"):
        for model in sheet.models:
            with st.container(border=True, height="stretch", gap=None):
                st.page_link(
                    MODEL_PAGE,
                    label=f"**{inert(str(model.title))}** :gray[{inert(model.code)}]",
                    query_params=address(None, as_of, id=model.code),
                    width="stretch",
                )
                rate = rates.get(model.code)
                told = [severity_words(model.severity)]
                if rate is not None:
                    told.append(_("{rate} of the suspects proved true").format(rate=show(rate, "percent")))
                st.markdown(f":small[:gray[{inert(str(model.risk))}]]  \n:small[{' · '.join(told)}]")


def _articles(sheet: Sheet) -> None:
    if not sheet.laws:
        return
    with st.expander(
        _("{number} articles that the models stand on").format(number=show(len(sheet.laws), "count")),
        expanded=len(sheet.laws) <= _LAWS_SHOWN,
    ):
        for law, is_checked in sheet.laws:
            doubt = "" if is_checked else f" :orange[{_('to be checked')}]"
            st.page_link(
                MODELS_PAGE,
                label=f":small[{inert(law)}{doubt}]",
                query_params=address(None, bureau_now().as_of, words=law),
                width="stretch",
            )
