"""人大整改报告附件: the findings of a work report, how far they are, what changed, what is open."""

from data.language import _
from queries.reporting.parts import (
    LastSnapshot,
    day_words,
    indicators,
    listed_rows,
    picture,
    rates,
    since_snapshot,
)
from queries.reporting.report import Block, Heading
from queries.reporting.teller import Teller
from queries.reporting.words import standing, woven

_INDICATORS = (
    "findings",
    "rectification_rate_by_count",
    "report_amount_rectification_rate",
    "rectification_on_time",
    "close_out_rate",
    "findings_open",
    "findings_overdue",
    "overdue_amount",
    "amount_by_kind",
    "rules_established",
    "transfer_rate",
)


def congress(teller: Teller, snapshot: LastSnapshot | None) -> list[Block]:
    """The blocks; the filters name the plan year and keep to the audit work report."""
    before = teller.filters.a_year_before()
    return [
        Heading(_("Overall")),
        standing(teller),
        woven(
            _(
                "A year ago, the findings of the work report before stood at {count} by count and {amount} "
                "by amount; the change is {points} and {amount_points} percentage points."
            ),
            count=teller.figure("rectification_rate_by_count", filters=before),
            amount=teller.figure("report_amount_rectification_rate", filters=before),
            points=teller.change("rectification_rate_by_count", before),
            amount_points=teller.change("report_amount_rectification_rate", before),
        ),
        indicators(
            teller,
            before,
            names=_INDICATORS,
            earlier=_("Work report before, {day}").format(day=day_words(before.as_of)),
        ),
        *since_snapshot(teller, snapshot),
        Heading(_("By type of rectification")),
        rates(teller, "rectification_type"),
        Heading(_("By district")),
        rates(teller, "region"),
        picture(
            teller, "rectification_rate_by_amount", "region", _("Rectification rate by amount, by district")
        ),
        Heading(_("By problem class")),
        rates(teller, "problem_class"),
        picture(teller, "findings", "problem_class", _("Findings, by problem class")),
        Heading(_("Amount rectified, by kind")),
        picture(teller, "amount_by_kind", "money_kind", _("Amount rectified, by kind")),
        Heading(_("By audited unit")),
        rates(teller, "unit"),
        Heading(_("Not rectified yet")),
        listed_rows(
            teller,
            "findings_open",
            _("Not rectified yet"),
            columns=("rectified_fen", "due_date", "incomplete_reason"),
            order="amount_fen",
            is_descending=True,
        ),
    ]
