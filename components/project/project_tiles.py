"""Four facts at the head of a project: the report, the delay, the days on site, the person-days."""

import streamlit as st

from components.fact_tile import fact_tile
from components.figures import NO_DATA, show
from components.project.delay_words import delay_words
from data.codes import label
from data.language import _
from queries.cards.project_card import ProjectCard

_COLOURS = {"over": "red", "exceeded": "red", "near": "orange", "within": "green", "kept": "green"}


def project_tiles(card: ProjectCard) -> None:
    """Draw the four tiles for the day of the card."""
    standing = card.standing
    tiles = st.columns(4)
    with tiles[0]:
        delivered, planned = standing.delivery_date, standing.planned_delivery_date
        words = _("planned for {day}").format(day=planned.isoformat()) if planned else None
        fact_tile(_("Report delivered"), delivered.isoformat() if delivered else _("not yet"), words)
    with tiles[1]:
        awaited = label("project_stage", standing.next_stage) if standing.next_stage else None
        words = _("waits for: {stage}").format(stage=awaited) if awaited else None
        fact_tile(
            _("Against the plan, working days"),
            delay_words(standing.delay_days),
            words,
            "red" if standing.is_late else "gray",
        )
    with tiles[2]:
        state = standing.limit_state
        words = label("limit_state", state) if state else None
        fact_tile(
            _("Working days on site"),
            _number(standing.on_site_days),
            words,
            _COLOURS.get(state or "", "gray"),
        )
    with tiles[3]:
        total = sum(card.half_hours.values())
        online = card.half_hours.get("online", 0)
        words = _("online {share}").format(share=show(online / total, "percent")) if total else None
        fact_tile(_("Person-days"), show(total / 16, "days") if total else NO_DATA, words)


def _number(days: int | None) -> str:
    return NO_DATA if days is None else show(days, "days")
