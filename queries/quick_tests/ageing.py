"""Ageing: how long ago the days of a column lie, in buckets up to a day of reckoning."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from data.duck import identifier
from data.language import _, mark
from data.local_time import today_in_china
from queries.quick_tests import said
from queries.quick_tests.bands import band
from queries.quick_tests.declaration import Param, QuickTest
from queries.quick_tests.outcome import CouldNotCheckError, Outcome, Picture
from queries.quick_tests.subject import Subject


def ageing(table: Subject, given: Mapping[str, Any]) -> Outcome:
    """`buckets` of from_days, to_days (both belong to it), count, sum_fen; `oldest_days`, `later`, `empty`.

    A day after the day of reckoning is in the first bucket, whose from_days is None. Rows are those of the
    last bucket and those of a later day, with `_days`.
    """
    day: date = given["day"] or today_in_china()
    limits = [int(limit) for limit in given["buckets"]]
    days = f"datediff('day', cast({identifier(given['column'])} as date), $day)"
    fen = table.hundredths(given["amount"]) if given["amount"] else "0"
    rows, n, oldest = table.one(f"select count(*), count({days}), max({days}) from data", day=day)
    if n == 0:
        raise CouldNotCheckError(_("The column {column} is empty.").format(column=given["column"]))
    ends = [-1, *limits]
    place = band("days", "$ends", upper_belongs=True)
    counted = {
        number: (count, int(total or 0))
        for number, count, total in table.ask(
            f"select {place}, count(*), sum(fen) from (select {days} as days, {fen} as fen from data) "
            "where days is not null group by 1",
            day=day,
            ends=ends,
        )
    }
    buckets = []
    for number in range(len(ends) + 1):
        count, total = counted.get(number, (0, 0))
        bucket: dict[str, Any] = {
            "from_days": ends[number - 1] + 1 if number else None,
            "to_days": ends[number] if number < len(ends) else None,
            "count": count,
        }
        buckets.append(bucket | ({"sum_fen": total} if given["amount"] else {}))
    last, later = counted.get(len(ends), (0, 0))[0], counted.get(0, (0, 0))[0]
    cautions = []
    if later:
        cautions.append(_("{n} rows lie after {day}.").format(n=said.count(later), day=day))
    if rows > n:
        cautions.append(_("{n} rows have no day.").format(n=said.count(rows - n)))
    return Outcome(
        test=TEST.name,
        n=n,
        rows=last + later,
        figures={
            "day": day.isoformat(),
            "buckets": buckets,
            "oldest_days": oldest,
            "later": later,
            "empty": rows - n,
        },
        words=_(
            "{rows} of {n} rows ({share}) are older than {days} days on {day}; the oldest has {oldest}."
        ).format(
            rows=said.count(last),
            n=said.count(n),
            share=said.share(last, n),
            days=said.count(limits[-1]),
            day=day,
            oldest=said.count(oldest),
        ),
        cautions=tuple(cautions),
        offending=table.question(
            f"select {days} as _days, * from data where {days} > $last or {days} < 0 "
            "order by _days desc, _row",
            day=day,
            last=limits[-1],
        ),
        picture=Picture(
            "columns",
            _("How old are the rows?"),
            pd.DataFrame(
                {
                    "label": [_label(item["from_days"], item["to_days"]) for item in buckets],
                    "value": [item["count"] for item in buckets],
                    "code": [str(number) for number in range(len(buckets))],
                    "meaning": ["at_risk", *["neutral"] * len(limits), "at_risk"],
                }
            ),
        ),
    )


def _label(first: int | None, last: int | None) -> str:
    if first is None:
        return _("later")
    if last is None:
        return _("more than {days} days").format(days=said.count(first - 1))
    return _("{first}-{last} days").format(first=first, last=last)


TEST = QuickTest(
    "ageing",
    mark("Ageing"),
    mark(
        "Counts rows by the days that went by since a date. Advances, receivables and deposits that lie for "
        "long were often misused or cannot be recovered."
    ),
    (
        Param("column", mark("Date"), "column", wants="day", is_required=True),
        Param(
            "day",
            mark("Day of reckoning"),
            "day",
            help=mark("Without a day: the day that the figures of the bureau are of"),
        ),
        Param(
            "buckets",
            mark("Limits in days"),
            "numbers",
            default=tuple(Decimal(days) for days in (30, 90, 180, 365)),
            least=0,
            most=100_000,
        ),
        Param("amount", mark("Amount to add up"), "column", wants="number"),
    ),
    ageing,
)
