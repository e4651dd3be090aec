"""Values as lengths to draw, and the axis that measures them."""

from dataclasses import dataclass
from typing import Any

from components.figures import is_missing, money_unit, money_units, show, unit_name

HEADROOM = 1.03  # the longest bar does not touch the edge
_FEW = 6  # ticks that an axis has room for
AIR = 0.15  # of the span of a line, above and below it


@dataclass(frozen=True)
class Lengths:
    """One scale for all values of a chart. `unit` is the money unit of the axis, None for other formats.

    Lengths are floats, because a pixel does not show the difference; figures are exact, from `show`.
    """

    format: str
    unit: str | None
    longest: float
    shortest: float

    def of(self, value: Any) -> float | None:
        """The length of a value; None where there is none."""
        return None if is_missing(value) else float(value) / (money_units()[self.unit] if self.unit else 1)

    def show(self, value: Any) -> str:
        """The value in words, money in the unit of the axis."""
        return show(value, self.format, self.unit)

    def unit_name(self) -> str:
        """The unit where the ticks do not carry it: 亿元, ¥ million, 天; "" for rates and plain counts."""
        return unit_name(self.format, self.unit) if self.format in {"fen", "days"} else ""

    def axis(self, *, from_zero: bool = True) -> dict[str, Any]:
        """Plotly's axis for these lengths; bars start at zero, lines show the span they move in."""
        low, high = min(0.0, self.shortest * HEADROOM), max(0.0, self.longest * HEADROOM)
        if not from_zero and self.longest > self.shortest:
            air = (self.longest - self.shortest) * AIR
            low = self.shortest - air if self.shortest < 0 else max(0.0, self.shortest - air)
            high = self.longest + air
        # There is no half of a finding.
        whole = {"dtick": 1} if self.format == "count" and high - low < _FEW else {}
        return whole | {
            "tickformat": ".1~%" if self.format == "percent" else ",~f",
            "nticks": _FEW,
            "range": [low, high or 1.0],
        }


def lengths(values: list[Any], format: str) -> Lengths:  # noqa: A002
    """The scale on which all these values are drawn; money in the unit that suits the largest."""
    known = [value for value in values if not is_missing(value)]
    unit = money_unit(max((abs(value) for value in known), default=0)) if format == "fen" else None
    divisor = money_units()[unit] if unit else 1
    drawn = [float(value) / divisor for value in known]
    return Lengths(format, unit, max(drawn, default=0.0), min(drawn, default=0.0))
