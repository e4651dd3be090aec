"""What was done about an investment project: suspects, findings, audits; each line opens its card."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from components.address import address
from components.figures import show
from components.inert import inert
from components.navigation import CARDS
from components.session import bureau_now
from data.codes import label
from data.language import _
from queries.cell_words import cell_words
from queries.filters import Filters
from queries.investment.investment_card import InvestmentCard

_SHOWN = 8

_Line = tuple[int, str, Sequence[str | date | None]]  # id, words, notes


def investment_links(card: InvestmentCard) -> None:
    """Draw three boxes side by side; of many lines the newest, with a word on how many there are."""
    suspects: list[_Line] = [
        (
            each.suspect_id,
            f"{each.model_code} {cell_words('audit_model', each.model)}",
            [label("suspect_state", each.suspect_state), show(each.amount_fen, "fen"), each.flagged_date],
        )
        for each in card.suspects
    ]
    findings: list[_Line] = [
        (
            each.finding_id,
            each.title,
            [label("state", each.state), show(each.amount_fen, "fen"), each.found_date],
        )
        for each in card.findings
    ]
    audits: list[_Line] = [
        (
            each.project_id,
            each.name,
            [
                label("project_type", each.project_type),
                label("project_state", each.project_state),
                each.delivery_date,
            ],
        )
        for each in card.audits
    ]
    boxes = (
        (_("Suspects"), "suspect", suspects, _("No suspect about this project.")),
        (_("Findings"), "finding", findings, _("No finding about this project is in the ledger.")),
        (_("Audits of the works"), "project", audits, _("No audit in the plan looks at this project.")),
    )
    for place, (title, kind, lines, nothing) in zip(st.columns(len(boxes)), boxes, strict=True):
        with place:
            _box(title, kind, lines, card, nothing)


def _box(
    title: str,
    kind: str,
    lines: Sequence[_Line],
    card: InvestmentCard,
    nothing: str,
) -> None:
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.subheader(title if not lines else f"{title} ({show(len(lines), 'count')})")
        if not lines:
            st.text(nothing)
        for key, words, notes in lines[:_SHOWN]:
            st.page_link(
                CARDS[kind],
                label=inert(words),
                icon=":material/arrow_forward:",
                query_params=address(Filters(as_of=card.as_of), bureau_now().as_of, id=str(key)),
            )
            st.caption(" · ".join(inert(str(note)) for note in notes if note))
        if len(lines) > _SHOWN:
            st.caption(_("{number} more").format(number=show(len(lines) - _SHOWN, "count")))
