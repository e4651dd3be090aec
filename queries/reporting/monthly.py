"""月清单: what came in and was done in the month, what is late and falls due, item by item."""

from dataclasses import replace

from data.language import _
from queries.reporting.parts import (
    LastSnapshot,
    day_before_month,
    day_words,
    indicators,
    listed_rows,
    picture,
    rates,
    since_snapshot,
)
from queries.reporting.report import Block, Heading
from queries.reporting.teller import Teller
from queries.reporting.weekly import moved, tasks
from queries.reporting.words import standing


def monthly(teller: Teller, snapshot: LastSnapshot | None) -> list[Block]:
    """The blocks of the list of the month that the day lies in, up to the day."""
    day = teller.filters.as_of
    month = f"{day:%Y-%m}"
    before = replace(teller.filters, as_of=day_before_month(day))
    return [
        Heading(_("Overall")),
        standing(teller),
        moved(teller, before, _("This month")),
        indicators(teller, before, earlier=day_words(before.as_of)),
        *since_snapshot(teller, snapshot),
        Heading(_("Types and sections")),
        rates(teller, "rectification_type"),
        rates(teller, "section"),
        picture(teller, "findings_overdue", "section", _("Overdue findings, by section")),
        Heading(_("Found this month")),
        listed_rows(
            teller,
            "findings",
            _("Found this month"),
            drill=(("found_month", month),),
            columns=("section", "rectification_type", "due_date"),
        ),
        Heading(_("Rectified this month")),
        listed_rows(
            teller,
            "findings",
            _("Rectified this month"),
            drill=(("rectified_month", month),),
            columns=("section", "rectified_fen", "rectified_date"),
        ),
        Heading(_("Overdue")),
        listed_rows(
            teller,
            "findings_overdue",
            _("Overdue"),
            columns=("section", "due_date", "days_overdue"),
            order="days_overdue",
            is_descending=True,
        ),
        Heading(_("Due within 30 days")),
        listed_rows(
            teller,
            "findings_due_soon",
            _("Due within 30 days"),
            columns=("section", "due_date"),
            order="due_date",
        ),
        Heading(_("Tasks")),
        *tasks(teller, "month"),
    ]
