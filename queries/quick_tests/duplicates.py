"""Duplicates: rows that agree in the chosen columns, to the letter, without their punctuation, or nearly."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from data.duck import identifier
from data.language import _, mark
from queries.quick_tests import said
from queries.quick_tests.declaration import Param, QuickTest
from queries.quick_tests.near import near_groups
from queries.quick_tests.outcome import CouldNotCheckError, Outcome, Picture
from queries.quick_tests.subject import Subject
from queries.quick_tests.written_alike import letters_and_digits

_STRICTNESS = {
    "exact": mark("To the letter"),
    "letters": mark("Letters and digits only"),
    "near": mark("Amount and day nearly the same"),
}
_SIZES = (("2", 2, 2), ("3", 3, 3), ("4-5", 4, 5), ("6-10", 6, 10), ("11-100", 11, 100), ("> 100", 101, None))


@dataclass(frozen=True)
class _Groups:
    """SQL: CTEs over `data`, the sizes of the groups in them, and how rows are joined to their group."""

    tables: str
    sizes: str
    joined: str
    present: str
    values: Mapping[str, Any]


def duplicates(table: Subject, given: Mapping[str, Any]) -> Outcome:
    """`groups`, `rows`, `largest` (rows of the largest group), `surplus` (rows beyond one of each group).

    With `differs`, only groups in which that column has two values or more. Rows with nothing filled in a
    chosen column are not compared: `not_compared`. The rows carry `_group`, the number of their first row.
    """
    groups = _near(table, given) if given["strictness"] == "near" else _alike(given)
    sizes = dict(
        table.ask(f"{groups.tables} select size, count(*) from ({groups.sizes}) group by 1", **groups.values)
    )
    n, compared = table.one(f"select count(*), count(*) filter ({groups.present}) from data")
    found, rows = sum(sizes.values()), sum(size * times for size, times in sizes.items())
    words = _("{rows} of {n} rows have a double: {groups} groups, the largest of {largest} rows.")
    if not found:
        words = _("None of {n} rows has a double.")
    cautions = []
    if n > compared:
        cautions.append(
            _("{n} rows were not compared: a chosen column is empty there.").format(
                n=said.count(n - compared)
            )
        )
    if given["strictness"] == "near":
        cautions.append(_("A group joins rows that are near through others, not all near each other."))
    return Outcome(
        test=TEST.name,
        n=n,
        rows=rows,
        figures={
            "groups": found,
            "largest": max(sizes, default=0),
            "surplus": rows - found,
            "not_compared": n - compared,
        },
        words=words.format(
            rows=said.count(rows),
            n=said.count(n),
            groups=said.count(found),
            largest=said.count(max(sizes, default=0)),
        ),
        cautions=tuple(cautions),
        is_grouped=True,
        offending=table.question(
            f"{groups.tables} select grouped._group, data.* from data join grouped on {groups.joined} "
            "order by grouped._group, data._row",
            **groups.values,
        ),
        picture=_picture(sizes),
    )


def _alike(given: Mapping[str, Any]) -> _Groups:
    columns = [identifier(name) for name in given["columns"]]
    if not columns:
        raise CouldNotCheckError(_("Choose the columns in which doubles agree."))
    keys = columns if given["strictness"] == "exact" else [letters_and_digits(name) for name in columns]
    present = " and ".join(_is_filled(key) for key in keys)
    named = ", ".join(f"{key} as _k{place}" for place, key in enumerate(keys))
    having = "count(*) > 1"
    if given["differs"]:
        differs = identifier(given["differs"])
        having += f" and min({differs}) <> max({differs})"
    return _Groups(
        f", grouped as (select {named}, min(_row) as _group, count(*) as _size from data where {present} "
        f"group by {', '.join(f'_k{place}' for place in range(len(keys)))} having {having})",
        "select _size as size from grouped",
        " and ".join(f"{key} = grouped._k{place}" for place, key in enumerate(keys)),
        present,
        {},
    )


def _near(table: Subject, given: Mapping[str, Any]) -> _Groups:
    amount, day = given["amount"], given["day"]
    if amount is None and day is None:
        raise CouldNotCheckError(_("Nearly the same needs an amount or a day to be near."))
    keys = [letters_and_digits(identifier(name)) for name in given["columns"] if name not in {amount, day}]
    near = [identifier(name) for name in (amount, day) if name is not None]
    present = " and ".join([*(_is_filled(key) for key in keys), *(f"{name} is not null" for name in near)])
    tables = near_groups(
        keys,
        table.hundredths(amount) if amount else "0",
        f"datediff('day', date '2000-01-01', cast({identifier(day)} as date))" if day else "0",
        present,
        identifier(given["differs"]) if given["differs"] else None,
    )
    return _Groups(
        f", {tables}",
        "select count(*) as size from grouped group by _group",
        "data._row = grouped._row",
        present,
        {
            "tolerance": int(given["amount_tolerance"] * 100) if amount else 0,
            "window": given["days"] if day else 0,
        },
    )


def _is_filled(expression: str) -> str:
    return f"coalesce(trim(cast({expression} as varchar)), '') <> ''"


def _picture(sizes: Mapping[int, int]) -> Picture:
    counts = [
        sum(times for size, times in sizes.items() if low <= size and (high is None or size <= high))
        for __, low, high in _SIZES
    ]
    labels = [_("{size} rows").format(size=label) for label, *__ in _SIZES]
    return Picture(
        "columns",
        _("How many rows does a group have?"),
        pd.DataFrame(
            {"label": labels, "value": counts, "code": [label for label, *__ in _SIZES], "meaning": "at_risk"}
        ),
    )


TEST = QuickTest(
    "duplicates",
    mark("Duplicates"),
    mark(
        "Finds rows that agree in the chosen columns. What was paid, claimed or numbered twice shows up "
        "here, also where it was written a little differently the second time."
    ),
    (
        Param("columns", mark("Columns that agree"), "columns"),
        Param("strictness", mark("How strictly"), "choice", default="exact", choices=_STRICTNESS),
        Param("amount", mark("Amount that is nearly the same"), "column", wants="number"),
        Param("amount_tolerance", mark("Amounts differ at most by"), "number", default=Decimal(0), least=0),
        Param("day", mark("Day that is nearly the same"), "column", wants="day"),
        Param("days", mark("Days apart at most"), "whole", default=0, least=0, most=3_660),
        Param(
            "differs",
            mark("Column that differs within a group"),
            "column",
            help=mark("For one invoice paid to two suppliers: agree in both, differ in supplier"),
        ),
    ),
    duplicates,
)
