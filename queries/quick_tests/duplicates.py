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
from queries.quick_tests.subject import Question, Subject
from queries.quick_tests.written_alike import letters_and_digits

_STRICTNESS = {
    "exact": mark("To the letter"),
    "letters": mark("Letters and digits only"),
    "near": mark("Amount and day nearly the same"),
}
_REPEATS = 4  # rows for each different value, from which on looking a form up is quicker than making it
_MOST_BOUND = 200_000  # rows of groups that are taken along by their numbers
_SIZES = (("2", 2, 2), ("3", 3, 3), ("4-5", 4, 5), ("6-10", 6, 10), ("11-100", 11, 100), ("> 100", 101, None))


@dataclass(frozen=True)
class _Groups:
    """`compared` rows, the `sizes` of groups with how often each occurs, and the question for their rows."""

    compared: int
    sizes: Mapping[int, int]
    offending: Question


def duplicates(table: Subject, given: Mapping[str, Any]) -> Outcome:
    """`groups`, `rows`, `largest` (rows of the largest group), `surplus` (rows beyond one of each group).

    With `differs`, only groups in which that column has two values or more. Rows with nothing filled in a
    chosen column are not compared: `not_compared`. The rows carry `_group`, the number of their first row.
    """
    groups = _near(table, given) if given["strictness"] == "near" else _alike(table, given)
    sizes = groups.sizes
    (n,) = table.one("select count(*) from data")
    found, rows = sum(sizes.values()), sum(size * times for size, times in sizes.items())
    words = _("{rows} of {n} rows have a double: {groups} groups, the largest of {largest} rows.")
    if not found:
        words = _("None of {n} rows has a double.")
    cautions = []
    if n > groups.compared:
        cautions.append(
            _("{n} rows were not compared: a chosen column is empty there.").format(
                n=said.count(n - groups.compared)
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
            "not_compared": n - groups.compared,
        },
        words=words.format(
            rows=said.count(rows),
            n=said.count(n),
            groups=said.count(found),
            largest=said.count(max(sizes, default=0)),
        ),
        cautions=tuple(cautions),
        is_grouped=True,
        offending=groups.offending,
        picture=_picture(sizes),
    )


def _alike(table: Subject, given: Mapping[str, Any]) -> _Groups:
    """Groups of rows whose keys are the same.

    Texts are brought into their form once and hashed; only rows whose hash occurs twice are grouped by the
    keys themselves, so that ten million rows without a double cost one pass.
    """
    columns = [identifier(name) for name in given["columns"]]
    if not columns:
        raise CouldNotCheckError(_("Choose the columns in which doubles agree."))
    keys = columns if given["strictness"] == "exact" else [letters_and_digits(name) for name in columns]
    places = [f"_k{place}" for place in range(len(keys))]
    named = ", ".join(f"{key} as {place}" for key, place in zip(keys, places, strict=True))
    present = " and ".join(map(_is_filled, places))
    once, joins = (named, "") if keys is columns else _forms_of_values(table, columns, keys)
    table.keep(
        "hashed",
        # Not a WHERE: it would be pushed below and bring every text into its form a second time.
        f"select _row, case when {present} then hash({', '.join(places)}) end as _hash "
        f"from (select _row, {once} from data {joins})",
    )
    twice = "select _hash from hashed where _hash is not null group by _hash having count(*) > 1"
    differs = identifier(given["differs"]) if given["differs"] else None
    having = "count(*) > 1" + (" and min(_differs) <> max(_differs)" if differs else "")
    alike = f"group by {', '.join(places)} having {having}"
    table.keep(
        "grouped",
        f", met as materialized (select {named}, _row, {differs or 'null'} as _differs from data "
        f"where _row in (select _row from hashed where _hash in ({twice}))) "
        "select unnest(_rows) as _row, _group from "
        f"(select list(_row) as _rows, min(_row) as _group from met {alike})",
    )
    (compared,) = table.one("select count(_hash) from hashed")
    sizes = dict(
        table.ask(
            "select size, count(*) from (select count(*) as size from grouped group by _group) group by 1"
        )
    )
    if sum(size * times for size, times in sizes.items()) <= _MOST_BOUND:
        found = table.ask("select _row, _group from grouped")
        grouped = "select unnest($rows) as _row, unnest($groups) as _group"
        values = {"rows": [row for row, __ in found], "groups": [group for __, group in found]}
    else:  # too many to take along: whoever asks reckons them again
        filled = " and ".join(_is_filled(key) for key in keys)
        grouped = (
            "select unnest(_rows) as _row, _group from "
            "(select list(_row) as _rows, min(_row) as _group from "
            f"(select {named}, _row, {differs or 'null'} as _differs from data where {filled}) {alike})"
        )
        values = {}
    return _Groups(compared, sizes, _rows_of_groups(table, f", grouped as ({grouped})", values))


def _forms_of_values(table: Subject, columns: list[str], keys: list[str]) -> tuple[str, str]:
    """The keys `_k0`, … and what is joined for them: values that repeat come into their form only once."""
    asked = ", ".join(f"approx_count_distinct({name})" for name in columns)
    rows, *distinct = table.one(f"select count(*), {asked} from data")
    found, joins = [], []
    for place, (name, key, values) in enumerate(zip(columns, keys, distinct, strict=True)):
        if values * _REPEATS > rows:
            found.append(f"{key} as _k{place}")
            continue
        table.keep(
            f"forms_{place}",
            f"select {name} as _value, {key} as _form from (select distinct {name} from data)",
        )
        found.append(f"forms_{place}._form as _k{place}")
        joins.append(f"left join forms_{place} on data.{name} = forms_{place}._value")
    return ", ".join(found), " ".join(joins)


def _rows_of_groups(table: Subject, tables: str, values: Mapping[str, Any]) -> Question:
    return table.question(
        f"{tables} select grouped._group, data.* from data join grouped on data._row = grouped._row "
        "order by grouped._group, data._row",
        **values,
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
    values = {
        "tolerance": int(given["amount_tolerance"] * 100) if amount else 0,
        "window": given["days"] if day else 0,
    }
    sizes = dict(
        table.ask(
            f", {tables} select size, count(*) from (select count(*) as size from grouped group by _group) "
            "group by 1",
            **values,
        )
    )
    (compared,) = table.one(f"select count(*) filter ({present}) from data")
    return _Groups(compared, sizes, _rows_of_groups(table, f", {tables}", values))


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
