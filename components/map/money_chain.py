"""The chain of an investment's money from the estimate to the final accounts, with days and documents."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from components.charts.bars import bars
from components.charts.draw import draw
from components.figures import NO_DATA, show
from components.money_unit import money_unit
from data.codes import label
from data.language import _
from queries.investment.investment_card import Fact, InvestmentCard

_CHAIN = (
    "estimate",
    "approved_budget",
    "budget",
    "contract",
    "change",
    "submitted",
    "settled",
    "accounted",
)


@dataclass(frozen=True)
class _Link:
    kind: str
    amount_fen: int | None
    day: date | None
    document: str


def money_chain(card: InvestmentCard) -> None:
    """Draw the bars and the table. Contracts and changes add up; of the others the newest counts."""
    standing = card.standing
    amounts = {
        "estimate": standing.estimate_fen,
        "approved_budget": standing.approved_budget_fen,
        "budget": standing.budget_fen,
        "contract": standing.contract_fen,
        "change": standing.change_fen,
        "submitted": standing.submitted_fen,
        "settled": standing.settled_fen,
        "accounted": standing.accounted_fen,
    }
    links = [_link(kind, amounts[kind], card.facts) for kind in _CHAIN]
    with st.container(border=True):
        known = [link for link in links if link.amount_fen is not None]
        if not known:
            st.subheader(_("Chain of money"))
            st.text(_("No amount is recorded on this day."))
            return
        limit = standing.approved_budget_fen
        chart = bars(
            pd.DataFrame(
                {
                    "code": [link.kind for link in known],
                    "label": [label("investment_fact", link.kind) for link in known],
                    "value": [link.amount_fen for link in known],
                    "meaning": [
                        "breach"
                        if limit and link.kind != "estimate" and (link.amount_fen or 0) > limit
                        else "neutral"
                        for link in known
                    ],
                }
            ),
            label="label",
            value="value",
            code="code",
            format="fen",
            title=_("At which step does the money grow?"),
            meaning="meaning",
        )
        draw(chart, key="money_chain")
        st.dataframe(
            pd.DataFrame(
                {
                    _("Link of the chain"): [label("investment_fact", link.kind) for link in links],
                    _("Amount"): [show(link.amount_fen, "fen", money_unit()) for link in links],
                    _("Against the budget"): [_against(link, limit) for link in links],
                    _("Day"): [link.day.isoformat() if link.day else NO_DATA for link in links],
                    _("Document number"): [link.document or NO_DATA for link in links],
                }
            ),
            hide_index=True,
            height="content",
            column_config={_("Document number"): st.column_config.TextColumn(width="medium")},
        )


def _link(kind: str, amount_fen: int | None, facts: tuple[Fact, ...]) -> _Link:
    of_kind = [fact for fact in facts if fact.kind == kind]
    documents = dict.fromkeys(fact.document_number for fact in of_kind if fact.document_number)
    return _Link(kind, amount_fen, of_kind[-1].fact_date if of_kind else None, "；".join(documents))


def _against(link: _Link, limit: int | None) -> str:
    if not limit or link.amount_fen is None or link.kind in {"approved_budget", "change"}:
        return NO_DATA
    share = link.amount_fen / limit - 1
    return ("+" if share > 0 else "") + show(share, "percent")
