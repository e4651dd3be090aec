"""反馈表: what makes a workbook a feedback sheet, for the one who writes it and the one who reads it back.

Each row carries a check value: the number of the suspect, the revision it was sent out at, and a digest that
no row of another bureau or of another suspect has.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime

from data.language import _, language, mark, use_language

FORMAT = "audit-feedback/1"
# In the order of the sheet; what the receiver fills in is named in ANSWERED.
COLUMNS = {
    "suspect_id": mark("Suspect number"),
    "model": mark("Audit model"),
    "entity": mark("Entity"),
    "summary": mark("Suspect"),
    "amount": mark("Amount suspected (yuan)"),
    "due_date": mark("Answer due by"),
    "answer": mark("Result of the check"),
    "confirmed": mark("Amount confirmed (yuan)"),
    "account": mark("Account of the check"),
    "checked_by": mark("Checked by"),
    "checked_date": mark("Date of the check"),
    "check": mark("Check value (do not change)"),
}
ANSWERED = ("answer", "confirmed", "account", "checked_by", "checked_date")
_CHECK = re.compile(r"(\d{1,17})-(\d{1,9})-([0-9a-f]{16})")


@dataclass(frozen=True)
class Sent:
    """What a check value says was sent out: a suspect at a revision."""

    suspect_id: int
    revision: int
    digest: str


def check_value(suspect_id: int, revision: int, model_code: str, recorded_at: datetime) -> str:
    """The check value of a suspect as it is sent out."""
    return f"{suspect_id}-{revision}-{digest_of(suspect_id, revision, model_code, recorded_at)}"


def digest_of(suspect_id: int, revision: int, model_code: str, recorded_at: datetime) -> str:
    """The part of a check value that ties it to this suspect of this database."""
    told = json.dumps([FORMAT, suspect_id, revision, model_code, f"{recorded_at:%Y-%m-%dT%H:%M:%S.%f}"])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def sent(value: str) -> Sent | None:
    """What a check value says; None where the text is none."""
    found = _CHECK.fullmatch(value.strip())
    return Sent(int(found[1]), int(found[2]), found[3]) if found else None


def spellings(message: str) -> frozenset[str]:
    """The words of a message in every language: a sheet comes back in the one it was made in."""
    spoken = language()
    try:
        use_language("zh")
        return frozenset((message, _(message)))
    finally:
        use_language(spoken)
