"""What somebody says of a step of a finding, and why a step cannot be taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


class FindingStepError(ValueError):
    """The step cannot be taken; the message says why and of which finding, in the reader's language."""


@dataclass(frozen=True)
class Step:
    """What a step says. `fact_date` None: the bureau's day. Amounts are 分 by MONEY_KIND.

    `money` is what was rectified with the step; with a reopening it is what is taken back. `planned` are the
    dated goals of a phased rectification.
    """

    act: str
    note: str = ""
    fact_date: date | None = None
    document_number: str = ""
    receiving_body: str = ""
    rectification_type: str | None = None
    new_due_date: date | None = None
    answer_due_date: date | None = None
    planned: tuple[tuple[date, str], ...] = ()
    money: Mapping[str, int] = field(default_factory=dict)
