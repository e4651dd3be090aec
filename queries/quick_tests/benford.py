"""Benford: leading digits follow a known law; amounts that were made up, split or capped do not.

Digits are those of whole hundredths, never of floating-point numbers. Bands of the mean absolute deviation
(MAD) after M. Nigrini, Benford's Law (2012), table 7.1.
"""

from collections.abc import Mapping
from math import log10
from typing import Any

import pandas as pd

from data.language import _, mark
from queries.quick_tests import said
from queries.quick_tests.declaration import Param, QuickTest
from queries.quick_tests.outcome import CouldNotCheckError, Outcome, Picture
from queries.quick_tests.subject import Subject

_FEWEST = 1_000  # below, the bands of the MAD mean little
# For each kind of digits: limits of close, acceptable and marginal conformity.
BANDS = {
    "first": (0.006, 0.012, 0.015),
    "second": (0.008, 0.010, 0.012),
    "first_two": (0.0012, 0.0018, 0.0022),
}
_VERDICTS = {
    "close": mark("close conformity"),
    "acceptable": mark("acceptable conformity"),
    "marginal": mark("marginally acceptable conformity"),
    "none": mark("no conformity"),
}
_USUAL = {"close", "acceptable"}
_DIGITS = {
    "first": mark("First digit"),
    "second": mark("Second digit"),
    "first_two": mark("First two digits"),
}
_SIGNS = {"positive": mark("Above zero"), "negative": mark("Below zero"), "all": mark("Both")}
_MEETS = {"positive": "> 0", "negative": "< 0", "all": "<> 0"}


def expected_shares(digits: str) -> dict[int, float]:
    """Benford's share of each digit, or pair of digits."""
    if digits == "second":
        return {last: sum(log10(1 + 1 / (10 * first + last)) for first in range(1, 10)) for last in range(10)}
    return {
        number: log10(1 + 1 / number) for number in (range(1, 10) if digits == "first" else range(10, 100))
    }


def benford(table: Subject, given: Mapping[str, Any]) -> Outcome:
    """`mad`, `chi2` with `degrees_of_freedom`, `digits`, `verdict`, and the `top` digits most in surplus.

    Each of `digits`: digits, count, expected (a count), deviation (count - expected), actual_share,
    expected_share. Rows are those that begin with one of the top digits.
    """
    kind, sign = given["digits"], _MEETS[given["sign"]]
    fen = table.hundredths(given["column"])
    leading = _leading(kind, fen)
    counts = dict(
        table.ask(f"select {leading} as leading, count(*) from data where {fen} {sign} group by all")
    )
    n = sum(counts.values())
    if n == 0:
        raise CouldNotCheckError(_("No amount in {column} has such a sign.").format(column=given["column"]))
    shares = expected_shares(kind)
    digits = [
        {
            "digits": number,
            "count": counts.get(number, 0),
            "expected": n * law,
            "deviation": counts.get(number, 0) - n * law,
            "actual_share": counts.get(number, 0) / n,
            "expected_share": law,
        }
        for number, law in shares.items()
    ]
    mad = sum(abs(item["actual_share"] - item["expected_share"]) for item in digits) / len(digits)
    verdict = next(
        (name for name, limit in zip(_VERDICTS, BANDS[kind], strict=False) if mad <= limit), "none"
    )
    is_usual = verdict in _USUAL
    surplus = [item for item in digits if item["deviation"] > 0]
    top = sorted(surplus, key=lambda item: -item["deviation"])[: given["top"]]
    top_digits = [int(item["digits"]) for item in top]
    (looked_past,) = table.one(f"select count(*) - {n} from data")
    return Outcome(
        test=TEST.name,
        n=n,
        rows=sum(int(item["count"]) for item in top),
        figures={
            "mad": mad,
            "chi2": sum(item["deviation"] ** 2 / item["expected"] for item in digits),
            "degrees_of_freedom": len(digits) - 1,
            "verdict": verdict,
            "top": top_digits,
            "not_looked_at": looked_past,
            "digits": digits,
        },
        words=_(
            "{n} amounts: {verdict} with Benford's law (MAD {mad:.6f}). Most above expectation: {digits}."
        ).format(
            n=said.count(n),
            verdict=_(_VERDICTS[verdict]),
            mad=mad,
            digits="、".join(f"{item['digits']} (+{item['deviation']:,.0f})" for item in top) or "—",
        ),
        cautions=_cautions(n, verdict),
        is_usual=is_usual,
        offending=table.question(
            f"select {leading} as _digits, * from data where {fen} {sign} and {leading} in "
            "(select unnest($top_digits)) order by _digits, _row",
            top_digits=top_digits,
        ),
        picture=Picture(
            "columns",
            _("Which digits are more frequent than expected?"),
            pd.DataFrame(
                {
                    "label": [str(item["digits"]) for item in digits],
                    "value": [item["actual_share"] for item in digits],
                    "expected": [item["expected_share"] for item in digits],
                    "code": [str(item["digits"]) for item in digits],
                    "meaning": [
                        "at_risk" if item["digits"] in top_digits and not is_usual else "neutral"
                        for item in digits
                    ],
                }
            ),
            "percent",
        ),
    )


def _leading(kind: str, fen: str) -> str:
    text = f"rpad(cast(abs({fen}) as varchar), 2, '0')"
    first, length = {"first": (1, 1), "second": (2, 1), "first_two": (1, 2)}[kind]
    return f"cast(substr({text}, {first}, {length}) as integer)"


def _cautions(n: int, verdict: str) -> tuple[str, ...]:
    found = []
    if n < _FEWEST:
        found.append(_("Fewer than {n} amounts: the deviation says little.").format(n=said.count(_FEWEST)))
    if verdict == "none":
        found.append(
            _(
                "A deviation is a reason to look, not a fault: fixed prices, limits and small ranges "
                "deviate too."
            )
        )
    return tuple(found)


TEST = QuickTest(
    "benford",
    mark("Benford's law"),
    mark(
        "Compares leading digits with Benford's law. Amounts that were invented, split or pressed below a "
        "limit show digits more often than nature gives them."
    ),
    (
        Param("column", mark("Amount"), "column", wants="number", is_required=True),
        Param("digits", mark("Digits"), "choice", default="first_two", choices=_DIGITS),
        Param("sign", mark("Amounts"), "choice", default="positive", choices=_SIGNS),
        Param("top", mark("Digits to open"), "whole", default=2, least=1, most=90),
    ),
    benford,
)
