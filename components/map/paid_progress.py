"""Payments against works: the share of the contract that is paid, and of the works that is done, by month."""

from calendar import monthrange
from datetime import date

import pandas as pd
import streamlit as st

from components.charts.draw import draw
from components.charts.trend import trend
from data.language import _
from queries.investment.investment_card import Fact, InvestmentCard

_MONTHS = 36


def paid_progress(card: InvestmentCard) -> None:
    """Draw the two lines from the first payment or report on, at most three years."""
    days = [fact.fact_date for fact in card.facts if fact.kind in {"paid", "progress", "contract"}]
    with st.container(border=True):
        if not days:
            st.subheader(_("Payments against works"))
            st.text(_("No payment and no progress is recorded on this day."))
            return
        months = _month_ends(min(days), card.as_of)[-_MONTHS:]
        frame = pd.DataFrame(
            {
                "day": months,
                "value": [_paid(card.facts, day) for day in months],
                "other": [_done(card.facts, day) for day in months],
            }
        )
        chart = trend(
            frame,
            date="day",
            value="value",
            format="percent",
            title=_("Do payments keep to the works?"),
            name=_("Paid, share of contract and changes"),
            other="other",
            other_name=_("Works done"),
        )
        draw(chart, key="paid_progress")


def _paid(facts: tuple[Fact, ...], day: date) -> float | None:
    agreed = _sum(facts, ("contract", "change"), day)
    return _sum(facts, ("paid",), day) / agreed if agreed else None


def _done(facts: tuple[Fact, ...], day: date) -> float | None:
    if any(fact.kind == "completed" and fact.fact_date <= day for fact in facts):
        return 1.0
    known = [fact.share for fact in facts if fact.kind == "progress" and fact.fact_date <= day]
    return known[-1] if known else None


def _sum(facts: tuple[Fact, ...], kinds: tuple[str, ...], day: date) -> int:
    return sum(fact.amount_fen or 0 for fact in facts if fact.kind in kinds and fact.fact_date <= day)


def _month_ends(first: date, last: date) -> list[date]:
    ends = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        ends.append(date(year, month, monthrange(year, month)[1]))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return ends
