"""重大审计问题清单周报: where the list stands in the week, problem by problem, and what was not told."""

from dataclasses import replace

from data.language import _
from queries.reporting.parts import LastSnapshot, day_before_week, day_words, indicators, listed_rows
from queries.reporting.report import Block, Heading
from queries.reporting.teller import Teller
from queries.reporting.words import woven

_INDICATORS = (
    "major_problems_listed",
    "major_problems_open",
    "major_problems_closed",
    "major_problem_close_rate",
    "major_problems_red",
    "major_states_missing",
    "major_week_rate",
    "major_problems_to_review",
    "major_problems_to_approve",
)
_ALL = 500  # the list itself is the document


def major(teller: Teller, snapshot: LastSnapshot | None) -> list[Block]:
    """The blocks of the weekly list of major problems of the week that the day lies in, up to the day."""
    del snapshot  # the list is not frozen: its steps and weeks are dated and never change
    before = replace(teller.filters, as_of=day_before_week(teller.filters.as_of))
    columns = (
        "title",
        "unit",
        "week_colour",
        "week_state",
        "progress_percent",
        "week_next_step",
        "lead_section",
    )
    return [
        Heading(_("Overall")),
        woven(
            _(
                "{listed} problems were put on the list of major problems, {closed} of them are closed "
                "out, a rate of {rate}; {open} are open. {red} of these are stuck, {missing} have no state "
                "of this week; {review} await the review of the list, {approve} its approval."
            ),
            listed=teller.figure("major_problems_listed"),
            closed=teller.figure("major_problems_closed"),
            rate=teller.figure("major_problem_close_rate"),
            open=teller.figure("major_problems_open"),
            red=teller.figure("major_problems_red"),
            missing=teller.figure("major_states_missing"),
            review=teller.figure("major_problems_to_review"),
            approve=teller.figure("major_problems_to_approve"),
        ),
        indicators(teller, before, names=_INDICATORS, earlier=day_words(before.as_of)),
        Heading(_("Open on the list, problem by problem")),
        listed_rows(
            teller,
            "major_problems_open",
            _("Open on the list, problem by problem"),
            columns=columns,
            order="listed_date",
            shown=_ALL,
        ),
        Heading(_("No state of this week")),
        listed_rows(
            teller,
            "major_states_missing",
            _("No state of this week"),
            columns=("title", "unit", "lead_section", "tracker", "weeks_missed", "told_date"),
            shown=_ALL,
        ),
        Heading(_("Closed out from the list")),
        listed_rows(
            teller,
            "major_problems_closed",
            _("Closed out from the list"),
            columns=("title", "unit", "lead_section", "listed_date", "left_list_date", "amount_fen"),
            order="left_list_date",
            is_descending=True,
        ),
    ]
