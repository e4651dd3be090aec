"""The documents about an official to hand out: 责任告知 and 问题反馈清单; each download is logged."""

from functools import partial

import streamlit as st

from components.session import current_user, engine, source
from data.access.roles import User, can
from data.language import _, language, use_language
from queries.cards.official_card import OfficialCard
from queries.exporting.official_export import ACTION, DOCUMENTS, document_name, export_official
from queries.source import Source

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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
            st.download_button(
                _(title),
                # Made on the click, in a thread that knows nothing of this run.
                partial(_content, user, source(), language(), document, card),
                file_name=document_name(document, card),
                mime=_XLSX,
                icon=f":material/{_ICONS[document]}:",
                on_click="ignore",
                disabled=not is_allowed,
                help=reason,
                key=f"document_{document}",
            )


def _content(user: User, figures: Source, spoken: str, document: str, card: OfficialCard) -> bytes:
    use_language(spoken)
    return export_official(engine(), figures, user, document, official_id=card.official_id, as_of=card.as_of)
