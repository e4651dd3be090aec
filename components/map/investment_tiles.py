"""Four facts at the head of an investment project: its money, what is paid, how much is done, the delay."""

import streamlit as st

from components.fact_tile import fact_tile
from components.figures import NO_DATA, show
from data.language import _
from queries.investment.investment_card import InvestmentCard


def investment_tiles(card: InvestmentCard) -> None:
    """Draw the four tiles for the day of the card."""
    standing = card.standing
    tiles = st.columns(4)
    with tiles[0]:
        over = standing.overrun_rate
        words = None
        if over is not None:
            words = (
                _("cost above the approved budget by {share}").format(share=show(over, "percent"))
                if over > 0
                else _("cost within the approved budget")
            )
        fact_tile(
            _("Investment"), show(standing.investment_fen, "fen"), words, "red" if (over or 0) > 0 else "gray"
        )
    with tiles[1]:
        words = _("{share} of the contract").format(share=show(standing.paid_rate, "percent"))
        is_over = (standing.paid_rate or 0) > 1
        fact_tile(
            _("Paid so far"),
            show(standing.paid_fen, "fen"),
            words if standing.paid_rate is not None else None,
            "red" if is_over else "gray",
        )
    with tiles[2]:
        ahead = (standing.paid_rate or 0) - (standing.progress_rate or 0)
        is_known = standing.paid_rate is not None and standing.progress_rate is not None
        words = (
            _("payments {points} points ahead of the works").format(points=f"{ahead * 100:.1f}")
            if is_known and ahead > 0
            else None
        )
        fact_tile(_("Works done"), show(standing.progress_rate, "percent"), words)
    with tiles[3]:
        late = standing.works_delay_days
        end = standing.planned_end_date
        fact_tile(
            _("Past the planned end"),
            NO_DATA if late is None else show(max(late, 0), "days"),
            _("planned for {day}").format(day=end.isoformat()) if end else None,
            "red" if (late or 0) > 0 else "gray",
        )
