"""What stands between {{ and }} in a template, and what a letter puts there.

The names are Chinese because the templates are: whoever writes one in Word types them.
"""

import re
from dataclasses import dataclass
from datetime import date

MARK = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
OF_LETTER = {
    "审计机关": "the bureau",
    "主送": "the addressee",
    "责任单位": "the unit that has to rectify",
    "文号": "the document number, or room for it",
    "发文日期": "the day it is sent, or room for it",
    "回复期限": "the day until which an answer is asked for",
    "问题数": "how many findings are listed",
    "问题金额合计": "the amounts found, in 万元",
    "未整改金额合计": "what of them is still open, in 万元",
    "涉及金额": "both sums as part of a sentence, nothing where no finding has an amount",
    "涉及未整改金额": "what is still open as part of a sentence, nothing where no finding has an amount",
    "要求": "what is asked of the addressee",
}
OF_FINDING = {
    "序号": "its place in the list",
    "问题编号": "its number",
    "问题": "its title",
    "项目": "the audit project",
    "问题金额": "the amount found, in 万元",
    "未整改金额": "what is still open, in 万元",
    "整改时限": "its limit",
    "逾期天数": "days past the limit on the day of the decision",
    "已采取措施": "the steps of supervision taken before this one, with their days",
}


@dataclass(frozen=True)
class ListedFinding:
    """A finding as the letter lists it, with its figures of the day of the decision."""

    finding_code: str
    title: str
    project: str
    amount_fen: int | None
    open_fen: int | None
    due_date: date | None
    steps: str  # taken before, in words; "" where there was none


@dataclass(frozen=True)
class LetterText:
    """All that a letter says. Without a number and a day it is a draft, with room for both."""

    step: str
    bureau: str
    addressee: str
    unit: str
    demand: str
    decided_date: date
    answer_due_date: date | None
    document_number: str
    sent_date: date | None
    findings: tuple[ListedFinding, ...]

    @property
    def has_money(self) -> bool:
        """Whether a finding has an amount: “0.00” of those without would read as if all were rectified."""
        return any(each.amount_fen for each in self.findings)

    @property
    def found_fen(self) -> int:
        """The amounts found, of all findings listed."""
        return sum(each.amount_fen or 0 for each in self.findings)

    @property
    def open_fen(self) -> int:
        """What is still open of them on the day of the decision."""
        return sum(each.open_fen or 0 for each in self.findings)


def letter_values(text: LetterText) -> dict[str, str]:
    """The words of each placeholder of the letter."""
    found, still_open = _wan(text.found_fen), _wan(text.open_fen)
    still_left = f"未整改金额 {still_open} 万元"
    return {
        "审计机关": text.bureau,
        "主送": text.addressee,
        "责任单位": text.unit,
        "文号": text.document_number or "〔    〕    号",
        "发文日期": in_chinese(text.sent_date) or "    年  月  日",
        "回复期限": in_chinese(text.answer_due_date) or "（不要求书面回复）",
        "问题数": str(len(text.findings)),
        "问题金额合计": found,
        "未整改金额合计": still_open,
        "涉及金额": f"，涉及问题金额 {found} 万元，其中{still_left}" if text.has_money else "",
        "涉及未整改金额": f"，涉及{still_left}" if text.has_money else "",
        "要求": text.demand,
    }


def finding_values(text: LetterText, place: int) -> dict[str, str]:
    """The words of each placeholder of the finding at that place, from nought."""
    finding = text.findings[place]
    late = (text.decided_date - finding.due_date).days if finding.due_date else 0
    return {
        "序号": str(place + 1),
        "问题编号": finding.finding_code,
        "问题": finding.title,
        "项目": finding.project,
        "问题金额": _wan(finding.amount_fen),
        "未整改金额": _wan(finding.open_fen),
        "整改时限": finding.due_date.isoformat() if finding.due_date else "未定",
        "逾期天数": str(late) if late > 0 else "未到期",
        "已采取措施": finding.steps or "无",
    }


def in_chinese(day: date | None) -> str:
    """2026年7月1日; nothing for no day."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def _wan(fen: int | None) -> str:
    """万元 to the cent of it; a dash for a finding without an amount."""
    if fen is None:
        return "—"
    units = (fen + 5_000) // 10_000  # hundredths of 万元
    return f"{units // 100:,}.{units % 100:02d}"
