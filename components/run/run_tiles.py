"""What a run found, in numbers: hits, amount, and what changed since the run that it is compared with."""

import streamlit as st

from components.fact_tile import fact_tile
from components.figures import NO_DATA, show
from data.audit_models.runs import RunFacts
from data.language import _
from queries.audit_models.comparing import compared
from queries.audit_models.hits import SeenRun, amount_of_hits

_WIDE = 1.5  # an amount with its unit takes more room than a number


def run_tiles(seen: SeenRun, before: RunFacts | None) -> None:
    """Draw them; `before` is the run to compare with."""
    hits = seen.facts.row_count or 0
    new, gone = compared(seen.model, seen.facts, before) if before else (None, None)
    still = None if new is None else hits - new
    words = _against(seen.facts, before)
    tiles = [(_("Hits"), show(hits, "count"), _("in this run"))]
    if seen.model.amount is not None:
        tiles.append((_("Amount"), show(amount_of_hits(seen), "fen"), _("sum of the hits")))
    tiles += [
        (title, NO_DATA if value is None else show(value, "count"), words)
        for title, value in (
            (_("New hits"), new),
            (_("Hits still there"), still),
            (_("Hits that are gone"), gone),
        )
    ]
    widths = [_WIDE if title == _("Amount") else 1.0 for title, *__ in tiles]
    for place, (title, value, below) in zip(st.columns(widths), tiles, strict=True):
        with place:
            fact_tile(title, value, below)


def _against(facts: RunFacts, before: RunFacts | None) -> str:
    if before is None:
        return _("no earlier run")
    if before.params != facts.params:
        return _("run {number}, other thresholds").format(number=before.run_id)
    return _("against run {number}").format(number=before.run_id)
