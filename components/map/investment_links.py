"""What was done about an investment project: suspects, findings, audits; each line opens its card."""

import streamlit as st

from components.figures import show
from components.link_box import Line, link_box
from data.codes import label
from data.language import _
from queries.cell_words import cell_words
from queries.investment.investment_card import InvestmentCard


def investment_links(card: InvestmentCard) -> None:
    """Draw three boxes side by side; of many lines the newest, with a word on how many there are."""
    suspects: list[Line] = [
        (
            each.suspect_id,
            f"{each.model_code} {cell_words('audit_model', each.model)}",
            [label("suspect_state", each.suspect_state), show(each.amount_fen, "fen"), each.flagged_date],
        )
        for each in card.suspects
    ]
    findings: list[Line] = [
        (
            each.finding_id,
            each.title,
            [label("state", each.state), show(each.amount_fen, "fen"), each.found_date],
        )
        for each in card.findings
    ]
    audits: list[Line] = [
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
            link_box(title, kind, lines, card.as_of, nothing=nothing)
