"""整改反馈表: what makes a workbook the sheet that a unit fills in and the bureau reads back.

Each line carries a check value over the finding, its revision and the unit that it was sent to.
"""

from datetime import datetime

from data import signed_sheet
from data.language import mark

FORMAT = "audit-rectification/1"
# In the order of the sheet; what the unit fills in is named in ANSWERED.
COLUMNS = {
    "finding_code": mark("Finding number"),
    "title": mark("Problem"),
    "amount": mark("Amount found (yuan)"),
    "rectified": mark("Amount rectified (yuan)"),
    "due_date": mark("Rectification limit"),
    "answer": mark("Result of rectification"),
    "account": mark("Account of rectification"),
    "money_kind": mark("Kind of money"),
    "money": mark("Amount rectified this time (yuan)"),
    "fact_date": mark("Date of the fact"),
    "filled_by": mark("Filled in by"),
    "check": mark("Check value (do not change)"),
}
ANSWERED = ("answer", "account", "money_kind", "money", "fact_date", "filled_by")
# What a unit may answer, by the step that it is.
ANSWERS = {
    "measure": mark("Measures decided"),
    "progress": mark("Still rectifying"),
    "submit": mark("Rectified in full"),
}


def check_value(finding_id: int, revision: int, unit_id: int, recorded_at: datetime) -> str:
    """The check value of a finding as it is sent out to a unit."""
    return signed_sheet.check_value(FORMAT, finding_id, revision, *_told(unit_id, recorded_at))


def signature(finding_id: int, revision: int, unit_id: int, recorded_at: datetime) -> str:
    """The part of a check value that ties it to this finding, this unit and this installation."""
    return signed_sheet.signed(FORMAT, finding_id, revision, *_told(unit_id, recorded_at))


def _told(unit_id: int, recorded_at: datetime) -> tuple[str, str]:
    return str(unit_id), f"{recorded_at:%Y-%m-%dT%H:%M:%S}"
