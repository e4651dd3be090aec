"""What a quick test gives back, and how it says that it could not check."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import pandas as pd

from queries.quick_tests.subject import Question


class CouldNotCheckError(Exception):
    """The test cannot be made on this table; the message says why, in the reader's language."""


@dataclass(frozen=True)
class Picture:
    """A small table to draw: columns `label`, `value`, `code`, `meaning`, and `expected` where one is known.

    `kind` is "columns" (upright, in an order of their own) or "bars" (to compare); `format` that of the
    charts: "count" or "percent". `meaning` is a meaning of the palette: "neutral", "at_risk" or "breach".
    """

    kind: str
    title: str
    frame: pd.DataFrame
    format: str = "count"


@dataclass(frozen=True)
class Outcome:
    """The answer of one test, or `not_checked`: the reason why there is none.

    `n` counts the rows looked at, `rows` those that stand out. `figures` is ready for JSON. `offending` asks
    for the rows that stand out, each with its number `_row` and all columns of the table; nothing is read
    before it is asked. Where the test finds groups, `is_grouped`, the rows carry their `_group`. `cautions`
    are sentences on what limits the answer. `is_usual`: the whole is as it should be, and the rows are shown
    for whoever wants to look further.
    """

    test: str
    n: int = 0
    rows: int = 0
    figures: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    words: str = ""
    cautions: tuple[str, ...] = ()
    offending: Question | None = None
    is_grouped: bool = False
    is_usual: bool = False
    picture: Picture | None = None
    not_checked: str | None = None

    def as_json(self) -> dict[str, Any]:
        """`test`, `n`, `rows`, the figures of the test, `words`, `cautions` and `not_checked`."""
        answer = {"test": self.test, "n": self.n, "rows": self.rows} | dict(self.figures)
        return answer | {
            "words": self.words,
            "cautions": list(self.cautions),
            "not_checked": self.not_checked,
        }
