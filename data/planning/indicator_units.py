"""The units of plan indicators: how their whole numbers are kept, and read from what a person types.

Percent are kept in basis points, money in 分, counts and days as they are. A unit "on baseline" has figures
of its base unit, while its targets are rises over the baseline in basis points: +10 % over the years before.
"""

from decimal import Decimal, InvalidOperation

BASIS_POINTS = 10_000
_ON_BASELINE = "_on_baseline"
# What one of the kept whole numbers is worth in the unit that is typed: %, piece, day, 万元.
_TYPED = {
    "percent": Decimal("0.01"),
    "count": Decimal(1),
    "days": Decimal(1),
    "fen": Decimal("0.000001"),
}
_LARGEST = 10**17  # a whole number of the database has room for it


def base_unit(unit: str) -> str:
    """The unit of the figures: "percent", "count", "days" or "fen"."""
    return unit.removesuffix(_ON_BASELINE)


def is_on_baseline(unit: str) -> bool:
    """Whether the targets of the unit are rises over the baseline."""
    return unit.endswith(_ON_BASELINE)


def on_baseline(baseline: int, rise: int) -> int:
    """The figure that lies `rise` basis points over the baseline, the next whole number upwards."""
    return -(-baseline * (BASIS_POINTS + rise) // BASIS_POINTS)


def in_kpi_terms(value: int, unit: str) -> float:
    """A kept figure as a KPI has it: a rate as 0–1, money in 分."""
    return value / BASIS_POINTS if unit == "percent" else value


def typed(text: str, unit: str) -> int | None:
    """The whole number of a base unit that stands for what was typed; None where it cannot be kept exactly.

    Percent may have two decimals ("95.5", "95.5%"), money is in 万元 with six, counts and days have none.
    """
    plain = text.strip().replace(",", "").replace("，", "").removesuffix("%").removesuffix("％").strip()
    try:
        number = Decimal(plain) / _TYPED[unit]
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number) > _LARGEST or number != number.to_integral_value():
        return None
    return int(number)


def as_typed(value: int, unit: str) -> str:
    """The figure as `typed` reads it again."""
    number = (Decimal(value) * _TYPED[unit]).normalize()
    return f"{number:f}"
