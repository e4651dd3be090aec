"""Figures of one dataset at the head of its page: rows, what was refused, quality, age, use."""

import streamlit as st

from components.fact_tile import fact_tile
from components.figures import NO_DATA, show
from components.session import bureau_now
from data.bringing.open_rows import refused_and_corrected
from data.codes import label
from data.dataset_types import ADHOC
from data.language import _
from data.local_time import in_china
from queries.cards.dataset_card import DatasetCard

_BASIS_POINTS = 10_000


def dataset_tiles(card: DatasetCard) -> None:
    """Draw the tiles of the newest version."""
    newest, tiles = card.newest, st.columns(5)
    arrived = in_china(newest.loaded_at)
    with tiles[0]:
        words = _("{columns} columns").format(columns=show(len(newest.columns), "count"))
        fact_tile(_("Number of rows"), show(newest.row_count, "count"), words)
    with tiles[1]:
        change = label("version_change", newest.change)
        # What came first replaced nothing, whatever its change is called.
        words = (
            _("the first arrival") if newest.number == 1 else _("the newest: {change}").format(change=change)
        )
        fact_tile(_("Versions"), show(newest.number, "count"), words)
    with tiles[2]:
        days = (bureau_now().as_of - arrived.date()).days
        ago = _("came today") if days == 0 else _("{days} ago").format(days=show(days, "days"))
        # Where the bureau's day is fixed, it may have come since.
        fact_tile(_("Last arrival"), arrived.date().isoformat(), ago if days >= 0 else None)
    with tiles[3]:
        _quality(card)
    with tiles[4]:
        usage = card.usage
        last = None
        if usage and card.access.is_listed:
            last = _("last on {day}").format(day=usage.last_day)
        fact_tile(_("Days of use"), show(usage.days if usage else 0, "count"), last)


def _quality(card: DatasetCard) -> None:
    """The quality of all rows of the newest version, and how many of those that came are not in it."""
    quality = card.newest.quality_basis_points
    refused, corrected = refused_and_corrected(card.versions)
    left_out = refused - corrected
    if left_out:
        words = _("{rows} rows left out").format(rows=show(left_out, "count"))
    elif corrected:
        words = _("all rows refused were corrected")
    elif card.facts.dataset_type == ADHOC:
        words = _("kept as it came, without rules")
    else:
        words = _("not checked") if quality is None else _("nothing refused")
    value = NO_DATA if quality is None else show(quality / _BASIS_POINTS, "percent")
    fact_tile(_("Quality"), value, words, "orange" if left_out else "gray")
