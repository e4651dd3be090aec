"""整改反馈表 back: what units answered, checked and entered."""

from components.figures import show
from components.sheet_in import sheet_in
from data.closing.answer_sheet import ANSWERS
from data.closing.answers import Checked, bring_in, check_answers
from data.language import _


def answers_in() -> None:
    """Draw the way in for one file."""
    sheet_in(_("Rectification sheet that came back"), check_answers, bring_in, _told, key="answers")


def _told(line: Checked, fate: str) -> dict[str, object]:
    step = line.answer.step
    return {
        _("Line"): line.answer.line,
        _("Finding number"): line.answer.finding_code,
        _("What becomes of it"): fate,
        _("Reason"): line.reason or None,
        _("Result of rectification"): _(ANSWERS[step.act]) if step else None,
        _("Account of rectification"): step.note if step else None,
        _("Amount rectified"): show(sum(step.money.values()), "fen") if step and step.money else None,
        _("Date of the fact"): step.fact_date if step else None,
    }
