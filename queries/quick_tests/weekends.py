"""Weekends and holidays: rows on days that are free by the official calendar, make-up days excepted."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.duck import identifier
from data.language import _, mark
from queries.quick_tests import said
from queries.quick_tests.declaration import Param, QuickTest
from queries.quick_tests.outcome import CouldNotCheckError, Outcome, Picture
from queries.quick_tests.subject import Subject


def weekends(table: Subject, given: Mapping[str, Any]) -> Outcome:
    """`weekend` and `holiday` rows, `working`, `share` of n, `by_name`; `outside` the calendar: not checked.

    n are the rows whose day is in the calendar. The rows carry `_holiday`, the holiday's name or null.
    """
    if not table.calendar:
        raise CouldNotCheckError(_("The calendar of working days is empty."))
    free = [day for day in table.calendar if not day.is_working_day]
    values: dict[str, list[Any]] = {
        "known": [day.day for day in table.calendar],
        "free": [day.day for day in free],
        "names": [day.holiday_name for day in free],
    }
    tables = (
        f", days as (select _row, cast({identifier(given['column'])} as date) as day from data), "
        "free as (select unnest($free) as day, unnest($names) as name), "
        "known as (select unnest($known) as day)"
    )
    rows, filled, n = table.one(
        f"{tables} select count(*), count(day), count(*) filter (day in (select day from known)) from days",
        **values,
    )
    if filled == 0:
        raise CouldNotCheckError(_("The column {column} is empty.").format(column=given["column"]))
    if n == 0:
        first, last = min(values["known"]), max(values["known"])
        raise CouldNotCheckError(
            _("All days lie outside the calendar of working days, which runs from {first} to {last}.").format(
                first=first, last=last
            )
        )
    by_name = dict(
        table.ask(
            f"{tables} select name, count(*) from days join free using (day) group by 1 order by 2 desc",
            **values,
        )
    )
    weekend = by_name.pop(None, 0)
    holiday = sum(by_name.values())
    found = weekend + holiday
    cautions = []
    if filled > n:
        cautions.append(
            _("{n} rows could not be checked: their day is outside the calendar of working days.").format(
                n=said.count(filled - n)
            )
        )
    if rows > filled:
        cautions.append(_("{n} rows have no day.").format(n=said.count(rows - filled)))
    return Outcome(
        test=TEST.name,
        n=n,
        rows=found,
        figures={
            "weekend": weekend,
            "holiday": holiday,
            "working": n - found,
            "share": found / n,
            "by_name": by_name,
            "outside": filled - n,
            "empty": rows - filled,
        },
        words=_(
            "{rows} of {n} rows ({share}) fall on free days: {weekend} on weekends, {holiday} on holidays."
        ).format(
            rows=said.count(found),
            n=said.count(n),
            share=said.share(found, n),
            weekend=said.count(weekend),
            holiday=said.count(holiday),
        ),
        cautions=tuple(cautions),
        offending=table.question(
            f"{tables} select free.name as _holiday, data.* from data join days using (_row) "
            "join free on days.day = free.day order by days.day, _row",
            **values,
        ),
        picture=Picture(
            "bars",
            _("On which free days do rows fall?"),
            pd.DataFrame(
                {
                    "label": [_("Weekend"), *by_name],
                    "value": [weekend, *by_name.values()],
                    "code": ["", *by_name],
                    "meaning": "at_risk",
                }
            ),
        ),
    )


TEST = QuickTest(
    "weekends",
    mark("Weekends and holidays"),
    mark(
        "Finds rows on days that were free by the official calendar, make-up working days excepted. Business "
        "that should rest on such days, such as approvals and site visits, may have been made up later."
    ),
    (Param("column", mark("Date"), "column", wants="day", is_required=True),),
    weekends,
)
