"""Round amounts: multiples of 10, 100, 1,000 … in the unit of the column, against what chance would give."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.language import _, mark
from queries.quick_tests import said
from queries.quick_tests.declaration import Param, QuickTest
from queries.quick_tests.outcome import CouldNotCheckError, Outcome, Picture
from queries.quick_tests.subject import Subject

_HIGHEST = 8


def round_amounts(table: Subject, given: Mapping[str, Any]) -> Outcome:
    """`levels` of power, multiple, count, expected, ratio for 10⁰ … 10⁸; `sum_fen` of the rows; `zero`.

    A multiple of 10^k counts at every level up to k. Expected is a tenth of the amounts that are multiples of
    10^(k-1) and not smaller than 10^k (of 10⁰: a hundredth of all): the chance of one more zero. Rows are the
    multiples of 10^`power`.
    """
    fen = table.hundredths(given["column"])
    parts = [f"count(*) filter (fen % {10 ** (k + 2)} = 0)" for k in range(_HIGHEST + 1)]
    bases = [
        f"count(*) filter (abs(fen) >= {10 ** (k + 2)} and fen % {10 ** (k + 1)} = 0)"
        for k in range(1, _HIGHEST + 1)
    ]
    unit = 10 ** (given["power"] + 2)
    rows, filled, n, total, *counts = table.one(
        f"select count(*), count(fen), count(*) filter (fen <> 0), "
        f"sum(fen) filter (fen <> 0 and fen % {unit} = 0), "
        f"{', '.join(part.replace('filter (', 'filter (fen <> 0 and ') for part in parts)}, "
        f"count(*) filter (abs(fen) >= 100), {', '.join(bases)} from (select {fen} as fen from data)"
    )
    if n == 0:
        raise CouldNotCheckError(_("No amount in {column} differs from zero.").format(column=given["column"]))
    levels = []
    for k in range(_HIGHEST + 1):
        expected = counts[_HIGHEST + 1 + k] / (10 if k else 100)
        levels.append(
            {
                "power": k,
                "multiple": 10**k,
                "count": counts[k],
                "expected": expected,
                "ratio": counts[k] / expected if expected else None,
            }
        )
    found = counts[given["power"]]
    expected = levels[given["power"]]["expected"]
    return Outcome(
        test=TEST.name,
        n=n,
        rows=found,
        figures={
            "levels": levels,
            "sum_fen": int(total or 0),
            "zero": filled - n,
            "empty": rows - filled,
        },
        words=_(
            "{rows} of {n} amounts ({share}) are multiples of {multiple}; chance would give {expected}."
        ).format(
            rows=said.count(found),
            n=said.count(n),
            share=said.share(found, n),
            multiple=said.count(10 ** given["power"]),
            expected=said.count(round(expected)),
        ),
        cautions=(_("Prices and grants are often round by nature; look at what should not be."),),
        offending=table.question(
            f"select * from data where {fen} <> 0 and {fen} % {unit} = 0 order by abs({fen}) desc, _row"
        ),
        picture=Picture(
            "columns",
            _("How many amounts are multiples of …?"),
            pd.DataFrame(
                {
                    "label": [said.count(item["multiple"]) for item in levels],
                    "value": [item["count"] for item in levels],
                    "expected": [item["expected"] for item in levels],
                    "code": [str(item["power"]) for item in levels],
                    "meaning": [
                        "at_risk" if item["power"] >= given["power"] else "neutral" for item in levels
                    ],
                }
            ),
        ),
    )


TEST = QuickTest(
    "round_amounts",
    mark("Round amounts"),
    mark(
        "Counts multiples of 10, 100, 1,000 and so on. Amounts that should be measured or reckoned, such as "
        "wages, claims and settlements, are seldom round; estimates and inventions are."
    ),
    (
        Param("column", mark("Amount"), "column", wants="number", is_required=True),
        Param(
            "power",
            mark("Zeros that make an amount round"),
            "whole",
            default=4,
            least=0,
            most=_HIGHEST,
            help=mark("4 means multiples of 10,000"),
        ),
    ),
    round_amounts,
)
