"""Four facts at the head of a task: its limit, how far it is, its parts, and who set it when."""

import streamlit as st

from components.fact_tile import fact_tile
from components.figures import NO_DATA, show
from components.limit_tile import limit_tile
from data.language import _
from queries.cards.task_card import TaskCard


def task_tiles(card: TaskCard) -> None:
    """Draw the four tiles for the day of the card."""
    standing = card.standing
    tiles = st.columns(4)
    with tiles[0]:
        _limit(card)
    with tiles[1]:
        percent = standing.progress_percent
        told = None if standing.completed_date else _how_told(percent, standing.part_count or 0)
        fact_tile(_("Progress"), NO_DATA if percent is None else f"{percent}%", told, "gray")
    with tiles[2]:
        parts = standing.part_count or 0
        done = show(standing.parts_completed, "count")
        told = None if parts else _("Not broken down")
        fact_tile(
            _("Parts completed"), f"{done} / {show(parts, 'count')}" if parts else NO_DATA, told, "gray"
        )
    with tiles[3]:
        fact_tile(_("Date set"), standing.set_date.isoformat(), _extensions(standing.extension_count), "gray")


def _how_told(percent: int | None, parts: int) -> str:
    if percent is not None:
        return _("as reported")
    return _("see the parts") if parts else _("nothing reported yet")


def _extensions(number: int) -> str | None:
    return _("extended {number} times").format(number=number) if number else None


def _limit(card: TaskCard) -> None:
    standing, due = card.standing, card.standing.due_date
    if standing.completed_date:
        is_late = standing.is_on_time is False
        words, colour = (_("late"), "orange") if is_late else (_("on time"), "green")
        if standing.is_on_time is None:
            words, colour = _("no limit was set"), "gray"
        if due is not None:
            words = _("{words}, limit {day}").format(words=words, day=due.isoformat())
        fact_tile(_("Date completed"), standing.completed_date.isoformat(), words, colour)
        return
    title = _("Limit")
    if due is None or standing.is_over:
        fact_tile(title, due.isoformat() if due else _("None set"), None, "gray")
        return
    limit_tile(title, due, card.as_of)
