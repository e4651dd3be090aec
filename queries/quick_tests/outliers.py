"""Outliers: amounts far from the others of their group, by the quartiles or by the standard deviation."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from data.duck import identifier
from data.language import _, mark
from queries.quick_tests import said
from queries.quick_tests.declaration import Param, QuickTest
from queries.quick_tests.outcome import CouldNotCheckError, Outcome, Picture
from queries.quick_tests.subject import Subject

_SHOWN = 15
_METHODS = {
    "quartiles": mark("Quartiles (IQR)"),
    "deviation": mark("Standard deviation"),
}
_FACTORS = {"quartiles": Decimal("1.5"), "deviation": Decimal(3)}
_FENCES = {
    "quartiles": (
        "quantile_cont(fen, 0.25) - $factor * (quantile_cont(fen, 0.75) - quantile_cont(fen, 0.25))",
        "quantile_cont(fen, 0.75) + $factor * (quantile_cont(fen, 0.75) - quantile_cont(fen, 0.25))",
    ),
    "deviation": ("avg(fen) - $factor * stddev_samp(fen)", "avg(fen) + $factor * stddev_samp(fen)"),
}
_TABLES = """
, amounts as (select _row, {per} as part, {fen} as fen from data where {fen} is not null),
fences as (
    select part, count(*) as size, {low} as low, {high} as high from amounts group by part
),
judged as (
    select amounts.*, low, high, size from amounts join fences
        on amounts.part is not distinct from fences.part
    where size >= $least
)
"""


def outliers(table: Subject, given: Mapping[str, Any]) -> Outcome:
    """`low` and `high` outliers, `groups` judged, `not_compared` rows; `low_fence_fen`, `high_fence_fen`.

    An amount on a fence is none. Fences are given where there is one group. Groups of fewer rows than `least`
    are not judged. The rows carry `_low_fence` and `_high_fence` in the unit of the column.
    """
    low, high = _FENCES[given["method"]]
    fen = table.hundredths(given["column"])
    tables = _TABLES.format(
        per=identifier(given["per"]) if given["per"] else "null", fen=fen, low=low, high=high
    )
    factor = given["factor"] if given["factor"] is not None else _FACTORS[given["method"]]
    values = {"factor": float(factor), "least": given["least"]}
    rows, filled = table.one(f"select count(*), count({fen}) from data")
    n, groups, below, above, fence_low, fence_high = table.one(
        f"{tables} select count(*), count(distinct coalesce(cast(part as varchar), '')), "
        "count(*) filter (fen < low), count(*) filter (fen > high), min(low), max(high) from judged",
        **values,
    )
    if n == 0:
        raise CouldNotCheckError(
            _("No group has {least} amounts or more to compare.").format(least=given["least"])
        )
    cautions = []
    if filled > n:
        cautions.append(
            _("{n} rows were not compared: their group has fewer than {least} amounts.").format(
                n=said.count(filled - n), least=given["least"]
            )
        )
    if rows > filled:
        cautions.append(_("{n} rows have no amount.").format(n=said.count(rows - filled)))
    figures = {
        "low": below,
        "high": above,
        "groups": groups,
        "not_compared": filled - n,
        "empty": rows - filled,
    }
    if not given["per"]:
        figures |= {"low_fence_fen": round(fence_low), "high_fence_fen": round(fence_high)}
    return Outcome(
        test=TEST.name,
        n=n,
        rows=below + above,
        figures=figures,
        words=_(
            "{rows} of {n} amounts ({share}) lie far from the others: {low} too low, {high} too high."
        ).format(
            rows=said.count(below + above),
            n=said.count(n),
            share=said.share(below + above, n),
            low=said.count(below),
            high=said.count(above),
        ),
        cautions=tuple(cautions),
        offending=table.question(
            f"{tables} select {_fence(table, given, 'low')} as _low_fence, "
            f"{_fence(table, given, 'high')} as _high_fence, data.* "
            "from data join judged using (_row) "
            "where judged.fen < judged.low or judged.fen > judged.high "
            "order by greatest(judged.low - judged.fen, judged.fen - judged.high) desc, data._row",
            **values,
        ),
        picture=_picture(table, tables, values, given),
    )


def _fence(table: Subject, given: Mapping[str, Any], end: str) -> str:
    """In the unit of the column, so that it can be held against what stands there."""
    if table.hundredths_in_one(given["column"]) == 1:
        return f"cast(round(judged.{end}) as bigint)"
    return f"judged.{end} / 100"


def _picture(table: Subject, tables: str, values: Mapping[str, Any], given: Mapping[str, Any]) -> Picture:
    if given["per"]:
        found = table.ask(
            f"{tables} select part, count(*) from judged where fen < low or fen > high "
            "group by 1 order by 2 desc, 1 limit $shown",
            shown=_SHOWN,
            **values,
        )
        parts = [(_("(empty)") if part is None else str(part), count, "at_risk") for part, count in found]
    else:
        ((low, within, high),) = table.ask(
            f"{tables} select count(*) filter (fen < low), count(*) filter (fen between low and high), "
            "count(*) filter (fen > high) from judged",
            **values,
        )
        parts = [
            (_("too low"), low, "at_risk" if low else "neutral"),
            (_("as usual"), within, "neutral"),
            (_("too high"), high, "at_risk" if high else "neutral"),
        ]
    return Picture(
        "bars",
        _("Which groups have the most outliers?") if given["per"] else _("How many amounts lie far out?"),
        pd.DataFrame(
            {
                "label": [label for label, *__ in parts],
                "value": [count for __, count, ___ in parts],
                "code": [str(place) for place in range(len(parts))],
                "meaning": [meaning for *__, meaning in parts],
            }
        ),
    )


TEST = QuickTest(
    "outliers",
    mark("Outliers"),
    mark(
        "Finds amounts far from the others of their group: unit prices, wages, claims or fees that stand "
        "out. A wrong decimal point and a favour look alike here."
    ),
    (
        Param("column", mark("Amount"), "column", wants="number", is_required=True),
        Param("per", mark("Compared within each"), "column"),
        Param("method", mark("Method"), "choice", default="quartiles", choices=_METHODS),
        Param(
            "factor",
            mark("Factor"),
            "number",
            least=0.1,
            most=100,
            help=mark("Without a factor: 1.5 ranges between the quartiles, or 3 standard deviations"),
        ),
        Param("least", mark("Fewest amounts of a group"), "whole", default=10, least=3),
    ),
    outliers,
)
