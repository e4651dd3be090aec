"""What the figure of an indicator has to keep to, be it typed by a person or read from a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.language import _
from data.planning.indicator_units import BASIS_POINTS, as_typed, base_unit, is_on_baseline

_WHOLE = BASIS_POINTS  # 100 %


class IndicatorError(Exception):
    """A rule stands against the entry; the message says which, in the language of the context.

    `field` is what the rule is about, by its name in the register of values.
    """

    def __init__(self, message: str, field: str = "value") -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True)
class IndicatorTerms:
    """What a plan says of an indicator; `targets` are the kept figures of its targets."""

    kpi: str | None
    unit_of_measure: str
    first_year: int
    last_year: int
    targets: Sequence[int]


def check_entered(terms: IndicatorTerms) -> None:
    """Raise IndicatorError for an indicator that the database computes."""
    if terms.kpi:
        raise IndicatorError(
            _("This indicator is computed from the database; its figure is not entered."), "indicator_code"
        )


def check_day(terms: IndicatorTerms, *, year: int, day: date, today: date) -> None:
    """Raise IndicatorError for a year outside the plan or to come, and for a day outside year and today."""
    if not terms.first_year <= year <= min(terms.last_year, today.year):
        words = _("The year lies in the plan, {first} to {last}, and has begun.")
        raise IndicatorError(words.format(first=terms.first_year, last=terms.last_year), "year")
    if not date(year, 1, 1) <= day <= today:
        words = _("The day of the figure lies between the first day of its year and {today}.")
        raise IndicatorError(words.format(today=today.isoformat()), "fact_date")


def check_number(terms: IndicatorTerms, number: int) -> None:
    """Raise IndicatorError for a share of more than the whole and for a figure below nought.

    A rate stays within 100 % unless the plan itself asks for more.
    """
    if base_unit(terms.unit_of_measure) == "percent":
        goals = () if is_on_baseline(terms.unit_of_measure) else terms.targets
        highest = max([_WHOLE, *goals])
        if number > highest:
            raise IndicatorError(
                _("A share has at most {highest} %.").format(highest=as_typed(highest, "percent"))
            )
    if number < 0:
        raise IndicatorError(_("The figure is not below nought."))
