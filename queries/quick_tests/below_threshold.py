"""Just below a limit: amounts that stay under what would have needed a tender or an approval."""

from collections.abc import Mapping
from decimal import Decimal
from math import sqrt
from typing import Any

import pandas as pd

from data.language import _, mark
from queries.quick_tests import said
from queries.quick_tests.declaration import Param, QuickTest
from queries.quick_tests.outcome import CouldNotCheckError, Outcome, Picture
from queries.quick_tests.subject import Subject

_STEPS = 10  # columns on each side of the limit
_CONSPICUOUS_RATIO, _CONSPICUOUS_SCORE = 1.5, 3.0


def below_threshold(table: Subject, given: Mapping[str, Any]) -> Outcome:
    """`below` and `above` the limit (counts), `below_sum_fen`, `ratio`, `share` of n, `score`, `verdict`.

    Below is from limit × (1 - x) up to less than the limit, above from the limit to less than
    limit × (1 + x). `score` is (below - above) / sqrt(below + above): 3 and more is no chance if both sides
    were alike. `verdict` is "conspicuous" where there are 1.5 times as many below and the score is 3 or more.
    """
    limit = int(given["limit"] * 100)
    width = int(limit * given["percent"] / 100)
    if width < _STEPS:
        raise CouldNotCheckError(_("The range beside the limit is too narrow to look at."))
    fen = table.hundredths(given["column"])
    rows, n, below, above, total = table.one(
        f"select count(*), count({fen}), count(*) filter ({fen} >= $low and {fen} < $limit), "
        f"count(*) filter ({fen} >= $limit and {fen} < $high), "
        f"coalesce(sum({fen}) filter ({fen} >= $low and {fen} < $limit), 0) from data",
        low=limit - width,
        limit=limit,
        high=limit + width,
    )
    if n == 0:
        raise CouldNotCheckError(_("The column {column} is empty.").format(column=given["column"]))
    score = (below - above) / sqrt(below + above) if below + above else 0.0
    conspicuous = below >= _CONSPICUOUS_RATIO * above and score >= _CONSPICUOUS_SCORE
    words = _("{below} amounts lie up to {percent}% below {limit}, {above} as far above it: {verdict}.")
    return Outcome(
        test=TEST.name,
        n=n,
        rows=below,
        figures={
            "below": below,
            "above": above,
            "below_sum_fen": int(total),
            "ratio": below / above if above else None,
            "share": below / n,
            "score": score,
            "verdict": "conspicuous" if conspicuous else "inconspicuous",
            "empty": rows - n,
        },
        words=words.format(
            below=said.count(below),
            above=said.count(above),
            percent=said.number(given["percent"]),
            limit=said.number(given["limit"]),
            verdict=_("conspicuously many below") if conspicuous else _("nothing conspicuous"),
        ),
        cautions=(_("{n} rows have no amount.").format(n=said.count(rows - n)),) if rows > n else (),
        is_usual=not conspicuous,
        offending=table.question(
            f"select * from data where {fen} >= $low and {fen} < $limit order by {fen} desc, _row",
            low=limit - width,
            limit=limit,
        ),
        picture=_picture(table, fen, limit, width, below="at_risk" if conspicuous else "neutral"),
    )


def _picture(table: Subject, fen: str, limit: int, width: int, *, below: str) -> Picture:
    counts = dict(
        table.ask(
            f"select cast(floor(({fen} - $low) * {_STEPS} / $width) as integer), count(*) from data "
            f"where {fen} >= $low and {fen} < $high group by 1",
            low=limit - width,
            high=limit + width,
            width=float(width),
        )
    )
    steps = range(2 * _STEPS)
    starts = [limit - width + width * step // _STEPS for step in steps]
    return Picture(
        "columns",
        _("How many amounts lie on either side of the limit?"),
        pd.DataFrame(
            {
                "label": [said.amount(start) for start in starts],
                "value": [counts.get(step, 0) for step in steps],
                "code": [str(start) for start in starts],
                "meaning": [below if step < _STEPS else "neutral" for step in steps],
            }
        ),
    )


TEST = QuickTest(
    "below_threshold",
    mark("Just below a limit"),
    mark(
        "Compares amounts just below a limit with those just above it. More below than above points to "
        "contracts that were split or priced to stay clear of a tender or an approval."
    ),
    (
        Param("column", mark("Amount"), "column", wants="number", is_required=True),
        Param("limit", mark("Limit amount"), "number", least=0.01, is_required=True),
        Param(
            "percent",
            mark("Range beside the limit in percent"),
            "number",
            default=Decimal(10),
            least=0.1,
            most=100,
        ),
    ),
    below_threshold,
)
