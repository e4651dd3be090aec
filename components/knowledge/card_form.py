"""The dialog in which a card is written: a new one, or the next version of one that is there."""

from dataclasses import replace

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import engine
from data.codes import CARD_KIND, MODEL_SECTOR, label
from data.dataset_types import dataset_types
from data.knowledge.card import Card
from data.knowledge.writing import LONGEST_TITLE, LONGEST_WORDS, KnowledgeCardError, write_card
from data.language import _

_NEW = Card("", "method", "public_finance", "", "", (), (), (), (), ())


def card_form(card: Card = _NEW) -> None:
    """Open it; without a card it is a new one."""
    title = _("New version of {title}").format(title=card.title) if card.code else _("New card")
    dialog(title, width="large")(_draw)(card)


def _draw(card: Card) -> None:
    with st.form("knowledge_card", border=False):
        title = st.text_input(_("Title"), card.title, max_chars=LONGEST_TITLE)
        left, right = st.columns(2)
        with left:
            kind = st.selectbox(
                _("Kind"),
                list(CARD_KIND),
                list(CARD_KIND).index(card.kind),
                format_func=lambda code: label("card_kind", code),
            )
        with right:
            sector = st.selectbox(
                _("Sector"),
                list(MODEL_SECTOR),
                list(MODEL_SECTOR).index(card.sector),
                format_func=lambda code: label("model_sector", code),
            )
        purpose = _area(_("What it is for"), card.purpose, 70)
        steps = _area(_("Method in steps, a line each"), "\n".join(card.steps), 150)
        laws = _area(_("Legal basis, a line each"), "\n".join(card.legal_basis), 90)
        findings = _area(_("Typical findings, a line each"), "\n".join(card.typical_findings), 90)
        types = dataset_types()
        data = st.multiselect(
            _("Data needed"),
            list(types),
            [name for name in card.dataset_types if name in types],
            format_func=lambda name: str(types[name].title),
            placeholder=_("Choose"),
        )
        models = st.text_input(
            _("Models of other sectors"),
            " ".join(card.model_codes),
            help=_("Codes with blanks between them. Models of the sector come by themselves."),
        )
        st.caption(_("No names or numbers of persons: every reader of the cockpit can open a card."))
        is_sent = st.form_submit_button(_("Keep as a new version"), type="primary", width="stretch")
    written = replace(
        card,
        title=title,
        kind=str(kind),
        sector=str(sector),
        purpose=purpose,
        steps=_lines(steps),
        legal_basis=_lines(laws),
        typical_findings=_lines(findings),
        dataset_types=tuple(data),
        model_codes=tuple(models.upper().split()),
    )
    if is_sent and attempted(
        lambda: write_card(engine(), user_now(engine()), written, card.version), KnowledgeCardError
    ):
        st.rerun()


def _area(title: str, words: str, height: int) -> str:
    return str(st.text_area(title, words, max_chars=LONGEST_WORDS, height=height))


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.splitlines() if line.strip())
