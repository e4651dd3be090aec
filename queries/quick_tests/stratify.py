"""Stratification: amounts in bands, each with its rows, sum and shares."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.language import _, mark
from queries.quick_tests import said
from queries.quick_tests.bands import band
from queries.quick_tests.declaration import Param, QuickTest
from queries.quick_tests.outcome import CouldNotCheckError, Outcome, Picture
from queries.quick_tests.subject import Subject


def stratify(table: Subject, given: Mapping[str, Any]) -> Outcome:
    """`bands` of from_fen (belongs to it), below_fen, count, sum_fen, count_share, sum_share; `sum_fen`.

    Limits as given, or quantiles that make bands of about as many rows. The first band has no lower limit,
    the last no upper one. Rows are those of the highest band that has any. `sum_share` is of the sum of
    absolute amounts.
    """
    fen = table.hundredths(given["column"])
    (rows, n, total, absolute) = table.one(
        f"select count(*), count({fen}), sum({fen}), sum(abs({fen})) from data"
    )
    if n == 0:
        raise CouldNotCheckError(_("The column {column} is empty.").format(column=given["column"]))
    limits = [int(limit * 100) for limit in given["limits"]] or _quantiles(table, fen, given["bands"])
    place = band("fen", "$limits", upper_belongs=False)
    counted = {
        number: (count, int(fen_sum), int(size))
        for number, count, fen_sum, size in table.ask(
            f"select {place}, count(*), sum(fen), sum(abs(fen)) from (select {fen} as fen from data) "
            "where fen is not null group by 1",
            limits=limits,
        )
    }
    edges = [None, *limits, None]
    bands = []
    for number in range(len(limits) + 1):
        count, fen_sum, size = counted.get(number, (0, 0, 0))
        bands.append(
            {
                "from_fen": edges[number],
                "below_fen": edges[number + 1],
                "count": count,
                "sum_fen": fen_sum,
                "count_share": count / n,
                "sum_share": size / int(absolute) if absolute else 0.0,
            }
        )
    top = max(counted)
    return Outcome(
        test=TEST.name,
        n=n,
        rows=counted[top][0],
        figures={"bands": bands, "sum_fen": int(total), "empty": rows - n},
        words=_(
            "{n} amounts, {total} in all. {rows} of them ({share}) are {band} and hold {sum_share}."
        ).format(
            n=said.count(n),
            total=said.amount(int(total)),
            rows=said.count(counted[top][0]),
            share=said.share(counted[top][0], n),
            band=_label(edges[top], edges[top + 1]),
            sum_share=said.share(counted[top][2], int(absolute)),
        ),
        cautions=(_("{n} rows have no amount.").format(n=said.count(rows - n)),) if rows > n else (),
        offending=table.question(
            f"select * from data where {fen} is not null "
            f"and {band(fen, '$limits', upper_belongs=False)} = $top "
            f"order by {fen} desc, _row",
            limits=limits,
            top=top,
        ),
        picture=Picture(
            "bars",
            _("Which band holds how much of the sum?"),
            pd.DataFrame(
                {
                    "label": [_label(item["from_fen"], item["below_fen"]) for item in bands],
                    "value": [item["sum_share"] for item in bands],
                    "code": [str(number) for number in range(len(bands))],
                    "meaning": "neutral",
                }
            ),
            "percent",
        ),
    )


def _quantiles(table: Subject, fen: str, bands: int) -> list[int]:
    shares = [number / bands for number in range(1, bands)]
    # Quantiles of DuckDB do not take a bound list; these are numbers of our own making.
    (limits,) = table.one(f"select quantile_disc({fen}, {shares}) from data")
    return sorted(set(limits))


def _label(low: int | None, high: int | None) -> str:
    if low is None:
        return _("below {limit}").format(limit=said.amount(high))
    if high is None:
        return _("{limit} and more").format(limit=said.amount(low))
    return _("{low} to below {high}").format(low=said.amount(low), high=said.amount(high))


TEST = QuickTest(
    "stratify",
    mark("Stratification"),
    mark(
        "Puts amounts into bands with their rows, sums and shares. It shows where the money is and how a "
        "sample should be drawn."
    ),
    (
        Param("column", mark("Amount"), "column", wants="number", is_required=True),
        Param(
            "limits",
            mark("Limits of the bands"),
            "numbers",
            default=(),
            help=mark("Such as 1000, 10000, 100000; without limits, bands have about as many rows each"),
        ),
        Param("bands", mark("Number of bands"), "whole", default=10, least=2, most=50),
    ),
    stratify,
)
