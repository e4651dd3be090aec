"""周报: what the week brought, where the ledger stands, what presses, what the tasks are."""

from dataclasses import replace

from data.codes import TASK_LIST_PART, label
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters
from queries.reporting.parts import (
    LastSnapshot,
    day_before_week,
    day_words,
    indicators,
    listed_rows,
    picture,
    rates,
    since_snapshot,
)
from queries.reporting.report import Block, Heading, Paragraph, Table
from queries.reporting.teller import Teller
from queries.reporting.words import standing, woven

_PRESSING = 15  # findings in the document


def weekly(teller: Teller, snapshot: LastSnapshot | None) -> list[Block]:
    """The blocks of the weekly report of the week that the day lies in, up to the day."""
    day = teller.filters.as_of
    before = replace(teller.filters, as_of=day_before_week(day))
    return [
        Heading(_("Overall")),
        standing(teller),
        moved(teller, before, _("This week")),
        indicators(teller, before, earlier=day_words(before.as_of)),
        *since_snapshot(teller, snapshot),
        Heading(_("Districts and sections")),
        rates(teller, "region"),
        picture(
            teller, "rectification_rate_by_count", "region", _("Rectification rate by count, by district")
        ),
        rates(teller, "section"),
        Heading(_("What presses")),
        woven(
            _(
                "{overdue} findings are overdue, {soon} more fall due within 30 days; {major} major ones and "
                "{instructed} with leaders' instructions are open, {waiting} wait for close-out."
            ),
            overdue=teller.figure("findings_overdue"),
            soon=teller.figure("findings_due_soon"),
            major=teller.figure("major_findings_open"),
            instructed=teller.figure("instructed_findings_open"),
            waiting=teller.figure("findings_awaiting_close_out"),
        ),
        listed_rows(
            teller,
            "findings_overdue",
            _("Overdue longest"),
            columns=("section", "due_date", "days_overdue"),
            order="days_overdue",
            is_descending=True,
            shown=_PRESSING,
        ),
        listed_rows(
            teller,
            "findings_due_soon",
            _("Due within 30 days"),
            columns=("section", "due_date"),
            order="due_date",
            shown=_PRESSING,
        ),
        Heading(_("Tasks")),
        *tasks(teller, "week"),
    ]


def moved(teller: Teller, before: Filters, period: str) -> Paragraph:
    """What came in and was done since a day."""
    return woven(
        _(
            "{period}: {found} findings came into the ledger, {rectified} net were accepted as rectified, "
            "{money} was rectified; overdue findings changed by {overdue}."
        ),
        period=period,
        found=teller.change("findings", before),
        rectified=teller.change("rectification_rate_by_count", before, part="numerator"),
        money=teller.change("amount_by_kind", before),
        overdue=teller.change("findings_overdue", before),
    )


def tasks(teller: Teller, period: str) -> list[Block]:
    """The tasks of the week or month: how many of each kind, and which."""
    name, by, following = f"tasks_of_the_{period}", f"{period}_part", f"tasks_due_next_{period}"
    lines = [(label("task_list_part", code), teller.group(name, by, code)) for code in TASK_LIST_PART]
    lines.append((str(kpis()[following].title), teller.figure(following)))
    title = str(kpis()[name].title)
    shown = ("task_code", "task_title", "section", "limit_date", "task_state", "progress_percent")
    return [
        Table(title, title, (_("Task"), _("number")), tuple(lines)),
        listed_rows(teller, name, _("List of tasks"), columns=(by, *shown)),
    ]
