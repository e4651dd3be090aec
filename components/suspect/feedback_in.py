"""反馈表 back: what those who check suspects answered, checked and entered."""

from components.figures import show
from components.sheet_in import sheet_in
from data.codes import label
from data.language import _
from data.suspects.feedback import Checked, bring_in, check_feedback
from data.suspects.transitions import ANSWERS


def feedback_in() -> None:
    """Draw the way in for one file."""
    sheet_in(_("Feedback sheet that came back"), check_feedback, bring_in, _told, key="feedback")


def _told(line: Checked, fate: str) -> dict[str, object]:
    answer = line.answer
    fen = answer.amount_fen
    return {
        _("Line"): answer.line,
        _("Suspect number"): answer.sent.number if answer.sent else None,
        _("What becomes of it"): fate,
        _("Reason"): line.reason or None,
        _("Entity"): line.entity or None,
        _("Result of the check"): label("suspect_state", ANSWERS[answer.act]) if answer.act else None,
        _("Amount confirmed"): None if fen is None else show(fen, "fen"),
        _("Account of the check"): answer.note or None,
        _("Date of the check"): answer.checked_date,
    }
