"""What checking found, rule by rule, and the share of cells without fault. Codes, not words: see words.py."""

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data.checking.quality import NOTHING, Judged


@dataclass(frozen=True)
class Place:
    """One fault: its line in the file, the column, what stood there, why it is one.

    `detail` is what the value was compared with: a bound, the other day, the line of an equal key.
    """

    line: int
    column: str
    value: str | None
    reason: str
    detail: str | None = None


@dataclass(frozen=True)
class RuleReport:
    """How often one rule was broken in one column, and the first places. Rows with a notice were kept."""

    rule: str
    column: str
    faults: int
    is_notice: bool
    places: tuple[Place, ...]


@dataclass(frozen=True)
class TotalCheck:
    """A total that the file, or whoever delivered it, states, and what its rows add up to.

    Money in fen, anything else as it is; the column "" is the number of rows.
    """

    column: str
    stated: str
    found: str
    line: int | None  # of the row of totals; None where it was stated apart

    @property
    def agrees(self) -> bool:
        """Whether they are the same."""
        return self.stated == self.found


@dataclass(frozen=True)
class Report:
    """The report on one file. `unchecked` are (rule, column, reason) of rules that could not be applied.

    `quality_basis_points` is the share of cells with a rule that keep it, rounded down; None without any.
    `judged` are the cells it is the share of.
    """

    rows: int
    accepted: int
    quarantined: int
    quality_basis_points: int | None
    rules: tuple[RuleReport, ...]
    unchecked: tuple[tuple[str, str, str], ...] = ()
    totals: tuple[TotalCheck, ...] = ()
    missing: tuple[str, ...] = ()  # columns of the dataset that the file does not have; they are null
    titles: dict[str, str] = dataclasses.field(default_factory=dict)  # headings as written, by column
    judged: Judged = NOTHING

    def as_json(self) -> str:
        """For the column `report` of a version."""
        return json.dumps(dataclasses.asdict(self), ensure_ascii=False)


def report_from_json(text: str) -> Report:
    """The report that `as_json` wrote."""
    return report_of(json.loads(text))


def report_of(raw: Mapping[str, Any]) -> Report:
    """The report in what a version keeps (Version.report). Raises KeyError where nothing was checked."""
    rules = tuple(
        RuleReport(**entry | {"places": tuple(Place(**place) for place in entry["places"])})
        for entry in raw["rules"]
    )
    kept = {entry.name: raw[entry.name] for entry in dataclasses.fields(Report) if entry.name in raw}
    return Report(
        **kept
        | {
            "rules": rules,
            "unchecked": tuple(map(tuple, raw["unchecked"])),
            "totals": tuple(TotalCheck(**entry) for entry in raw["totals"]),
            "missing": tuple(raw["missing"]),
            "judged": Judged(**raw.get("judged", {})),  # reports of earlier releases have none
        }
    )
