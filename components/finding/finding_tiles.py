"""Four facts at the head of a finding: how much, how much of it is done and open, how long is left."""

import streamlit as st

from components.figures import NO_DATA, money_unit, show
from data.language import _
from queries.cards.finding_card import FindingCard

_SOON = 30  # days: from then on a limit needs attention


def finding_tiles(card: FindingCard) -> None:
    """Draw the four tiles for the day of the card."""
    standing = card.standing
    tiles = st.columns(4)
    with tiles[0]:
        _money(_("Amount found"), standing.amount_fen if standing.has_amount else None, _("Non-monetary"))
    with tiles[1]:
        is_money = standing.has_amount or standing.rectified_fen
        _money(_("Amount rectified"), standing.rectified_fen if is_money else None)
    with tiles[2]:
        _money(_("Amount still open"), standing.open_fen)
    with tiles[3]:
        _limit(card)


def _money(title: str, fen: int | None, without: str = NO_DATA) -> None:
    # A large amount is told in large units, and to the last 分 below: an auditor compares it with a voucher.
    is_short = money_unit(fen) != "yuan"
    st.metric(
        title,
        without if fen is None else show(fen, "fen"),
        delta=show(fen, "fen", "yuan") if is_short else None,
        delta_color="off",
        delta_arrow="off",
        border=True,
        height="stretch",
    )


def _limit(card: FindingCard) -> None:
    standing, left = card.standing, card.days_left
    title = _("Rectification limit")
    words: str | None = None
    colour = "gray"
    if left is not None:
        if left < 0:
            words, colour = _("overdue by {days}").format(days=show(-left, "days")), "red"
        else:
            words = _("{days} left").format(days=show(left, "days"))
            colour = "orange" if left <= _SOON else "green"
    elif standing.rectified_date:
        title = _("Rectified on")
        taken = show(standing.days_to_rectify, "days")
        if standing.is_on_time is None:
            words = _("took {days}").format(days=taken)
        elif standing.is_on_time:
            words, colour = _("on time, took {days}").format(days=taken), "green"
        else:
            words, colour = _("late, took {days}").format(days=taken), "orange"
    day = standing.rectified_date if card.days_left is None and standing.rectified_date else standing.due_date
    st.metric(
        title,
        day.isoformat() if day else _("None set"),
        delta=words,
        delta_color=colour,  # type: ignore[arg-type]
        delta_arrow="off",
        border=True,
        height="stretch",
    )
