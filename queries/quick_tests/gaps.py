"""Gaps in numbering: numbers that a series of documents should have and has not.

The last run of digits in a value is its number; what stands before and after it names the series, so that
2026-0001 and 2026-0003 miss one number and 2027-0001 begins anew.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.duck import identifier
from data.language import _, mark
from queries.quick_tests import said
from queries.quick_tests.declaration import Param, QuickTest
from queries.quick_tests.outcome import CouldNotCheckError, Outcome, Picture
from queries.quick_tests.subject import Subject

_SHOWN = 15
_PARTS = """
, parts as (
    select *, regexp_extract(written, '^(.*?)([0-9]+)([^0-9]*)$', ['before', 'number', 'after']) as part
    from (select _row, {group} as series_group, trim(cast({column} as varchar)) as written from data)
    where written <> ''
),
numbers as (
    select series_group, part.before as before, part.after as after, _row,
           try_cast(part.number as bigint) as number
    from parts
),
distinct_numbers as (
    select series_group, before, after, number, min(_row) as _row, count(*) as times
    from numbers where number is not null group by all
),
steps as (
    select *, lead(number) over (partition by series_group, before, after order by number) as next_number
    from distinct_numbers
),
gaps as (
    select *, next_number - number - 1 as missing from steps where next_number - number > 1
)
"""


def gaps(table: Subject, given: Mapping[str, Any]) -> Outcome:
    """`gaps`, `missing` (numbers in them), `series`, `jumps`, `unreadable` (rows without a number to read).

    A step beyond `largest` is a jump to another range and no gap. Rows are those before each gap, with
    `_missing_from`, `_missing_to` and `_missing`.
    """
    column = identifier(given["column"])
    if table.columns[given["column"]] == "number" and given["column"] not in table.whole:
        column = f"(case when {column} = round({column}) then try_cast({column} as hugeint) end)"  # not "7.0"
    parts = _PARTS.format(column=column, group=identifier(given["per"]) if given["per"] else "null")
    (n,) = table.one("select count(*) from data")
    numbered, series = table.one(
        f"{parts} select coalesce(sum(times), 0), count(distinct (series_group, before, after)) "
        "from distinct_numbers"
    )
    if numbered == 0:
        raise CouldNotCheckError(_("No value of {column} has a number in it.").format(column=given["column"]))
    found, missing, jumps = table.one(
        f"{parts} select count(*) filter (missing <= $largest), "
        "coalesce(sum(missing) filter (missing <= $largest), 0), count(*) filter (missing > $largest) "
        "from gaps",
        largest=given["largest"],
    )
    words = _("{missing} numbers are missing in {gaps} gaps, in {series} series of {n} rows.")
    if not found:
        words = _("No number is missing in {series} series of {n} rows.")
    cautions = []
    if jumps:
        cautions.append(
            _("{n} steps of more than {largest} numbers were taken for a new range, not for a gap.").format(
                n=said.count(jumps), largest=said.count(given["largest"])
            )
        )
    if n > numbered:
        cautions.append(
            _("{n} rows could not be checked: no number that can be read.").format(
                n=said.count(n - int(numbered))
            )
        )
    return Outcome(
        test=TEST.name,
        n=n,
        rows=found,
        figures={
            "gaps": found,
            "missing": int(missing),
            "series": series,
            "jumps": jumps,
            "unreadable": n - int(numbered),
        },
        words=words.format(
            missing=said.count(int(missing)),
            gaps=said.count(found),
            series=said.count(series),
            n=said.count(n),
        ),
        cautions=tuple(cautions),
        offending=table.question(
            f"{parts} select gaps.number + 1 as _missing_from, gaps.next_number - 1 as _missing_to, "
            "gaps.missing as _missing, data.* from gaps join data using (_row) "
            "where gaps.missing <= $largest order by gaps.missing desc, data._row",
            largest=given["largest"],
        ),
        picture=_picture(table, parts, given),
    )


def _picture(table: Subject, parts: str, given: Mapping[str, Any]) -> Picture:
    rows = table.ask(
        f"{parts} select series_group, before, after, sum(missing) from gaps where missing <= $largest "
        "group by all order by 4 desc, before, after limit $shown",
        largest=given["largest"],
        shown=_SHOWN,
    )
    labels = [
        " ".join(str(part) for part in (group, f"{before}#{after}") if part is not None)
        for group, before, after, __ in rows
    ]
    return Picture(
        "bars",
        _("Which series miss the most numbers?"),
        pd.DataFrame(
            {
                "label": labels,
                "value": [int(row[3]) for row in rows],
                "code": [str(place) for place in range(len(rows))],
                "meaning": "at_risk",
            }
        ),
    )


TEST = QuickTest(
    "gaps",
    mark("Gaps in numbering"),
    mark(
        "Finds numbers that a series of vouchers, contracts or invoices should have and has not. A missing "
        "number may be a document that was withheld or destroyed."
    ),
    (
        Param("column", mark("Number"), "column", wants="text", is_required=True),
        Param("per", mark("Numbered for each"), "column"),
        Param("largest", mark("Largest gap"), "whole", default=1_000, least=1),
    ),
    gaps,
)
