"""What a report consists of, before it is a document or a workbook."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from queries.catalog import Kpi
from queries.figure_words import show
from queries.filters import Filters
from queries.run import Number

Part = Literal["value", "numerator", "denominator"]


@dataclass(frozen=True)
class Told:
    """One figure of a report, as `manage.py kpi` gives it.

    `part` says which number of the KPI it is; `by` and `code` which group of a breakdown, if any. A change
    has `before`: the question whose answer was taken off, and `value` is the difference. `frozen_on` says
    that what was taken off (or told, where there is no `before`) is the snapshot's of that day.
    """

    number: int
    kpi: str
    part: Part
    filters: Filters
    by: str
    code: str
    value: Number | None
    format: str
    before: Filters | None = None
    frozen_on: date | None = None

    @property
    def bookmark(self) -> str:
        """The name by which the document marks the figure."""
        return f"figure_{self.number}"

    def __str__(self) -> str:
        """The figure in words of the language."""
        return show(self.value, self.format) if self.before is None else change_words(self.value, self.format)


def change_words(value: Number | None, format: str) -> str:  # noqa: A002
    """A difference with its sign; that of two rates in points (百分点)."""
    if value is None:
        return show(None, format)
    sign = "+" if value > 0 else ""
    if format == "percent":
        points = show(value, "percent").removesuffix("%")
        return points if points == "0.00" else sign + points
    words = show(value, format)
    return words if value == 0 else sign + words


Cell = str | Told


@dataclass(frozen=True)
class Heading:
    """一、… (level 1) or （一）… (level 2); the number is put before it when it is written."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Words and figures in a row."""

    parts: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table of figures; `name` is that of its sheet. The first column is of words."""

    title: str
    name: str
    header: tuple[str, ...]
    lines: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Rows:
    """Rows behind a figure, in the columns of the KPI; the document has the first `shown` of them."""

    title: str
    name: str
    kpi: Kpi
    filters: Filters
    rows: pd.DataFrame
    columns: tuple[str, ...]
    shown: int


@dataclass(frozen=True)
class Picture:
    """Bars: a figure of each group, longest first; `png` is empty where this machine has no Chinese font."""

    title: str
    figures: tuple[tuple[str, Told], ...]
    png: bytes


Block = Heading | Paragraph | Table | Rows | Picture


@dataclass(frozen=True)
class Report:
    """A report with all its figures, in the order of their numbers."""

    kind: str
    title: str
    subtitle: str
    bureau: str
    filters: Filters
    scope_words: str
    data_version: str
    blocks: tuple[Block, ...]
    told: tuple[Told, ...]
