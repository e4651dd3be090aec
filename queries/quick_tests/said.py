"""Numbers in the sentences of the tests."""

from decimal import Decimal


def count(number: int) -> str:
    """12,345"""
    return f"{number:,}"


def share(part: float, whole: float) -> str:
    """A share with one decimal: 12.3%; "0%" of nothing."""
    return f"{100 * part / whole:.1f}%" if whole else "0%"


def amount(hundredths: int | None) -> str:
    """An amount in whole hundredths, in the unit of its column: 1,234.50 and 1,234"""
    value = Decimal(hundredths or 0) / 100
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"


def number(value: Decimal) -> str:
    """A number as somebody would write it: 0.5, 1,000"""
    return f"{value.normalize():,f}"
