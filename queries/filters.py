"""What a reader asked for (Filters) and what a reader may see (Scope): frozen, hashable, and always bound."""

from dataclasses import dataclass, field, replace
from datetime import date

# Dimensions whose codes begin with a year: 2026, 2026-11.
_BY_TIME = {
    "plan_year",
    "found_month",
    "rectified_month",
    "due_month",
    "entry_month",
    "delivered_month",
    "work_month",
    "booked_month",
    "registered_month",
}


@dataclass(frozen=True)
class Filters:
    """The choices of the filter bar and of a drill; None means: not narrowed.

    `year` is the plan year (项目计划年度). `region` takes in the regions below it. `drill` narrows further to
    values of dimensions, in the order they were clicked; an empty value is 未填.
    """

    as_of: date
    year: int | None = None
    region: str | None = None
    section: str | None = None
    project_type: str | None = None
    amount_band: str | None = None
    in_work_report: bool | None = None
    leader_instruction: bool | None = None
    drill: tuple[tuple[str, str], ...] = ()

    def a_year_before(self) -> "Filters":
        """The same question for the same day of last year, and for the plan before where a year is chosen."""
        try:
            day = self.as_of.replace(year=self.as_of.year - 1)
        except ValueError:  # 29 February
            day = self.as_of.replace(year=self.as_of.year - 1, day=28)
        drill = tuple((name, _a_year_earlier(name, value)) for name, value in self.drill)
        return replace(self, as_of=day, year=self.year - 1 if self.year else None, drill=drill)


def _a_year_earlier(dimension: str, value: str) -> str:
    if dimension not in _BY_TIME or not value[:4].isdecimal():
        return value
    return f"{int(value[:4]) - 1:04}{value[4:]}"


@dataclass(frozen=True)
class Scope:
    """The rows a user may see: those of a region (with the regions below it) or of a section, or all.

    `sees_staff`: whether rows may say who of the bureau's staff they are about (see queries/columns.py). It
    narrows no rows, so two scopes of the same rows are equal whatever it is.
    """

    region: str | None = None
    section: str | None = None
    sees_staff: bool = field(default=False, compare=False)


EVERYTHING = Scope(sees_staff=True)
