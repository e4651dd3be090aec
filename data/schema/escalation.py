"""督办升级: what a person decided on a proposal, the letters that went out, and what came back.

Which rung a finding has reached is said by SupervisionStep alone: sending a letter writes it.
"""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Fen, Key, Moment, Name, Words


class EscalationLetter(Base):
    """A letter of one rung to one addressee, about findings of one unit: decided, then sent or cancelled."""

    __tablename__ = "escalation_letter"

    escalation_letter_id: Mapped[Key]
    step: Mapped[Code]  # see data/codes.py: ESCALATION_STEP
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.unit_id"), index=True)
    addressee: Mapped[Name]  # 主送
    demand: Mapped[Words]  # 要求
    answer_due_date: Mapped[Day | None]
    decided_date: Mapped[Day]
    document_number: Mapped[Code | None]  # 文号, as the office gives it
    sent_date: Mapped[Day | None]
    sha256: Mapped[Code | None]  # of the file as it was sent
    cancelled_date: Mapped[Day | None]
    cancel_reason: Mapped[Words | None]
    recorded_at: Mapped[Moment]


class EscalationLetterFinding(Base):
    """A finding in a letter, with its figures of the day of the decision: they stand in the letter."""

    __tablename__ = "escalation_letter_finding"

    escalation_letter_id: Mapped[int] = mapped_column(
        ForeignKey("escalation_letter.escalation_letter_id"), primary_key=True
    )
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"), primary_key=True, index=True)
    due_date: Mapped[Day | None]
    amount_fen: Mapped[Fen | None]
    open_fen: Mapped[Fen | None]
    transfer_id: Mapped[int | None] = mapped_column(ForeignKey("transfer.transfer_id"))


class EscalationDecision(Base):
    """What was decided on a proposed rung: approved with its letter, put off until a day, or declined."""

    __tablename__ = "escalation_decision"

    escalation_decision_id: Mapped[Key]
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"), index=True)
    step: Mapped[Code]  # see data/codes.py: ESCALATION_STEP
    decision: Mapped[Code]  # see data/codes.py: ESCALATION_DECISION
    until_date: Mapped[Day | None]  # of what was put off: proposed again from that day
    due_date: Mapped[Day | None]  # the limit in force: what is declined stays so while it holds
    grounds: Mapped[Words | None]  # why it was proposed, in the words that the person read
    reason: Mapped[Words | None]
    escalation_letter_id: Mapped[int | None] = mapped_column(
        ForeignKey("escalation_letter.escalation_letter_id"), index=True
    )
    fact_date: Mapped[Day]
    user_name: Mapped[Name]
    recorded_at: Mapped[Moment]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.event_id"))


class EscalationReply(Base):
    """回复: what an addressee answered to a letter, and when it came in. Its papers are attachments."""

    __tablename__ = "escalation_reply"

    escalation_reply_id: Mapped[Key]
    escalation_letter_id: Mapped[int] = mapped_column(
        ForeignKey("escalation_letter.escalation_letter_id"), index=True
    )
    received_date: Mapped[Day]
    content: Mapped[Words]
    user_name: Mapped[Name]
    recorded_at: Mapped[Moment]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.event_id"))
