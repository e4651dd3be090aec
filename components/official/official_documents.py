"""The documents about an official to hand out: 责任告知 and 问题反馈清单; each download is logged."""

from functools import partial

import streamlit as st

from components.made_file import made_file
from components.session import current_user, engine, source
from data.access.roles import can
from data.language import _
from queries.cards.official_card import OfficialCard
from queries.exporting.official_export import ACTION, DOCUMENTS, document_name, export_official

_ICONS = {"responsibility_notice": "contract", "problem_list": "checklist"}


def official_documents(card: OfficialCard) -> None:
    """Draw a button for each; where they cannot be used, they say why."""
    user = current_user()
    is_allowed = can(user, ACTION)
    reason = (
        _("An XLSX file to be completed by the office. Every download is logged.")
        if is_allowed
        else _("You have no right to export rows.")
    )
    with st.container(horizontal=True, gap="small"):
        for document, title in DOCUMENTS.items():
            made_file(
                _(title),
                partial(
                    export_official,
                    engine(),
                    source(),
                    user,
                    document,
                    official_id=card.official_id,
                    as_of=card.as_of,
                ),
                document_name(document, card),
                icon=_ICONS[document],
                words=reason,
                is_open=is_allowed,
                key=f"document_{document}",
            )
