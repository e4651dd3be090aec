"""The warnings of an official: level, reason, and what proves it."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import CARDS
from components.official.warning_level import warning_level
from components.session import bureau_now
from data.language import _
from queries.cards.official_card import OfficialCard
from queries.cell_words import cell_words
from queries.filters import Filters


def official_warnings(card: OfficialCard, filters: Filters) -> None:
    """Draw them, the most urgent first; none is said to be none."""
    with st.container(border=True):
        st.subheader(_("Warnings"))
        if not card.warnings:
            nothing = _("No warnings")
            st.markdown(f":green[✓ {nothing}]")
        as_of = bureau_now().as_of
        for warning in card.warnings:
            with st.container(gap="xxsmall"):
                with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                    warning_level(warning.level)
                    st.markdown(f"**{cell_words('warning_rule', warning.warning_rule)}**", width="content")
                st.markdown(inert(cell_words("reason", warning.reason)))
                st.caption(inert(f"{warning.unit} · {warning.post_title}"))
                if warning.project_id is not None:
                    st.page_link(
                        CARDS["project"],
                        label=inert(warning.proof or ""),
                        icon=":material/assignment:",
                        query_params=address(filters, as_of, id=str(warning.project_id)),
                    )
                if warning.other_official_id is not None:
                    # A link to the page that is open would look like the place where the reader is.
                    st.button(
                        inert(warning.other_official or ""),
                        type="tertiary",
                        icon=":material/person:",
                        key=f"other_{warning.warning_rule}_{warning.unit_id}",
                        on_click=_open,
                        args=(warning.other_official_id,),
                    )


def _open(official_id: int) -> None:
    st.query_params["id"] = str(official_id)
