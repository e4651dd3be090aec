"""屡审屡犯 as persons decide it: whether a finding is the same problem that was found before."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Day, Flag, Key, Moment, Name, Words


class RepeatDecision(Base):
    """认定: somebody decided that a finding is, or is not, a repeat. The newest by its day counts.

    What the ledger itself states (Finding.is_repeat) holds until the first decision.
    """

    __tablename__ = "repeat_decision"

    repeat_decision_id: Mapped[Key]
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"), index=True)
    prior_finding_id: Mapped[int | None] = mapped_column(ForeignKey("finding.finding_id"))
    is_repeat: Mapped[Flag]
    reason: Mapped[Words]
    fact_date: Mapped[Day]
    user_name: Mapped[Name]
    recorded_at: Mapped[Moment]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.event_id"))
