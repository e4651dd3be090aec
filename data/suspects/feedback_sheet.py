"""反馈表: what makes a workbook a feedback sheet, for the one who writes it and the one who reads it back.

Each row carries a check value: the number of the suspect, the revision it was sent out at, and a signature
over these and over whom it was issued to, which nobody makes without the secret of this installation.
"""

from datetime import datetime

from data import signed_sheet
from data.language import mark

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


def receiver_key(section_code: str | None, region_code: str | None) -> str:
    """Whom a suspect is issued to, in one word: "section:CODE" or "region:CODE"; "" where it is to nobody."""
    return f"section:{section_code}" if section_code else f"region:{region_code}" if region_code else ""


def check_value(suspect_id: int, revision: int, receiver: str, recorded_at: datetime) -> str:
    """The check value of a suspect as it is sent out to a receiver (`receiver_key`)."""
    return signed_sheet.check_value(FORMAT, suspect_id, revision, receiver, _moment(recorded_at))


def signature(suspect_id: int, revision: int, receiver: str, recorded_at: datetime) -> str:
    """The part of a check value that ties it to this suspect, its receiver and this installation."""
    return signed_sheet.signed(FORMAT, suspect_id, revision, receiver, _moment(recorded_at))


def _moment(recorded_at: datetime) -> str:
    return f"{recorded_at:%Y-%m-%dT%H:%M:%S.%f}"
