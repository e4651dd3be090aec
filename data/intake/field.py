"""One field that a file can state: its kind, its label, and the closed list it takes its codes from."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.language import _, language

CODE_LENGTH, NAME_LENGTH = 64, 400  # as the database keeps them (data/schema/base.py)


@dataclass(frozen=True)
class Field:
    """One field. `title` is a message id; a field that is declared outside the code brings its `chinese`.

    `kind`: words, name, code, credit_code, identity_number, date, dates, month_start, month_end,
    deadline, week, year, money, figure,
    count, half_days, flag, choice or choices.
    """

    name: str
    part: str
    kind: str
    title: str
    codes: Mapping[str, str] | None = None
    chinese: str = ""

    @property
    def label(self) -> str:
        """Its label in the current language."""
        return self.chinese if self.chinese and language() == "zh" else _(self.title)
