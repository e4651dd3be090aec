"""Sentences of reports: words with figures put between them."""

import string

from data.language import _
from queries.reporting.report import Cell, Paragraph
from queries.reporting.teller import Teller


def woven(sentence: str, **figures: Cell) -> Paragraph:
    """The sentence in parts, each {name} replaced by its figure. Raises KeyError for one that is missing."""
    parts: list[Cell] = []
    for words, name, __, __ in string.Formatter().parse(sentence):
        if words:
            parts.append(words)
        if name is not None:
            parts.append(figures[name])
    return Paragraph(tuple(parts))


def standing(teller: Teller) -> Paragraph:
    """Where the ledger stands on the day."""
    return woven(
        _(
            "The ledger holds {findings} findings. Of {pool} to be rectified {rectified} were accepted as "
            "rectified, a rate of {by_count}; of {found} found, {returned} was rectified, a rate of "
            "{by_amount}. {closed} of those to be rectified are closed out."
        ),
        findings=teller.figure("findings"),
        pool=teller.figure("rectification_rate_by_count", part="denominator"),
        rectified=teller.figure("rectification_rate_by_count", part="numerator"),
        by_count=teller.figure("rectification_rate_by_count"),
        found=teller.figure("rectification_rate_by_amount", part="denominator"),
        returned=teller.figure("rectification_rate_by_amount", part="numerator"),
        by_amount=teller.figure("rectification_rate_by_amount"),
        closed=teller.figure("close_out_rate"),
    )
