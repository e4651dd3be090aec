"""Four facts at the head of an information system: its cost, its users, its logins, its assessment."""

import streamlit as st

from components.fact_tile import fact_tile
from components.figures import NO_DATA, show
from data.codes import label
from data.language import _
from queries.information_systems.system_card import SystemCard

_COLOURS = {"valid": "green", "expired": "red", "never": "red"}


def system_tiles(card: SystemCard) -> None:
    """Draw the four tiles for the day of the card."""
    standing = card.standing
    tiles = st.columns(4)
    with tiles[0]:
        words = None
        if standing.maintenance_fen is not None:
            amount = show(standing.maintenance_fen, "fen")
            words = _("{amount} of it for operation and maintenance").format(amount=amount)
        fact_tile(_("Spent in all"), show(standing.system_cost_fen, "fen"), words)
    with tiles[1]:
        rate = standing.active_rate
        words = None
        if standing.authorised_users is not None:
            users = show(standing.authorised_users, "count")
            words = _("{active} of {users} users").format(
                active=show(standing.monthly_active_users, "count"), users=users
            )
        is_low = standing.use_state in {"idle", "low"}
        fact_tile(_("Active in the month"), show(rate, "percent"), words, "red" if is_low else "gray")
    with tiles[2]:
        day = standing.counted_date
        fact_tile(
            _("Logins in 90 days"),
            show(standing.logins_90_days, "count"),
            _("counted on {day}").format(day=day.isoformat()) if day else None,
            "red" if standing.use_state == "idle" else "gray",
        )
    with tiles[3]:
        level = standing.protection_level
        fact_tile(
            _("Protection level"),
            label("protection_level", level) if level else NO_DATA,
            label("assessment_state", standing.assessment_state),
            _COLOURS.get(standing.assessment_state, "gray"),
        )
