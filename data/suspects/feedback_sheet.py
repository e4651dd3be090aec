"""反馈表: what makes a workbook a feedback sheet, for the one who writes it and the one who reads it back.

Each row carries a check value: the number of the suspect, the revision it was sent out at, and a signature
over these and over whom it was issued to, which nobody makes without the secret of this installation.
"""

import hmac
import json
import re
from dataclasses import dataclass
from datetime import datetime

from data.access.cookie_key import key_for
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
    signature: str


def receiver_key(section_code: str | None, region_code: str | None) -> str:
    """Whom a suspect is issued to, in one word: "section:CODE" or "region:CODE"; "" where it is to nobody."""
    return f"section:{section_code}" if section_code else f"region:{region_code}" if region_code else ""


def check_value(suspect_id: int, revision: int, receiver: str, recorded_at: datetime) -> str:
    """The check value of a suspect as it is sent out to a receiver (`receiver_key`)."""
    return f"{suspect_id}-{revision}-{signature(suspect_id, revision, receiver, recorded_at)}"


def signature(suspect_id: int, revision: int, receiver: str, recorded_at: datetime) -> str:
    """The part of a check value that ties it to this suspect, its receiver and this installation."""
    told = json.dumps([suspect_id, revision, receiver, f"{recorded_at:%Y-%m-%dT%H:%M:%S.%f}"])
    return hmac.digest(key_for(FORMAT), told.encode(), "sha256").hex()[:16]


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
