"""整改真实性核查: findings that are said to be rectified, drawn to be looked at again, and what was found."""

from sqlalchemy import Float, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.schema.base import Base, Code, Day, Key, Moment, Name, Words


class TruthSample(Base):
    """抽样: one draw. The same seed over the same findings draws the same ones."""

    __tablename__ = "truth_sample"

    truth_sample_id: Mapped[Key]
    draw_method: Mapped[Code]  # see data/codes.py: DRAW_METHOD
    seed: Mapped[int]
    population: Mapped[int]  # findings there were to draw from
    reason: Mapped[Words]
    fact_date: Mapped[Day]
    user_name: Mapped[Name]
    recorded_at: Mapped[Moment]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.event_id"))


class TruthCandidate(Base):
    """可抽问题: a finding that a sample could have drawn, and its weight: 1 where all had the same chance.

    Samples that were drawn before these were kept have none.
    """

    __tablename__ = "truth_candidate"

    truth_sample_id: Mapped[int] = mapped_column(ForeignKey("truth_sample.truth_sample_id"), primary_key=True)
    finding_id: Mapped[int] = mapped_column(primary_key=True)  # no key: the proof outlives the finding
    weight: Mapped[float] = mapped_column(Float)


class TruthCheck(Base):
    """One finding of a sample, with the weight it was drawn by: 1 where each had the same chance."""

    __tablename__ = "truth_check"
    __table_args__ = (UniqueConstraint("truth_sample_id", "finding_id"),)

    truth_check_id: Mapped[Key]
    truth_sample_id: Mapped[int] = mapped_column(ForeignKey("truth_sample.truth_sample_id"))
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.finding_id"), index=True)
    weight: Mapped[float] = mapped_column(Float)


class TruthResult(Base):
    """What a check on the spot found; the newest by its day counts, none is ever changed."""

    __tablename__ = "truth_result"

    truth_result_id: Mapped[Key]
    truth_check_id: Mapped[int] = mapped_column(ForeignKey("truth_check.truth_check_id"), index=True)
    truth_answer: Mapped[Code]  # see data/codes.py: TRUTH_ANSWER
    note: Mapped[Words]
    fact_date: Mapped[Day]
    user_name: Mapped[Name]
    recorded_at: Mapped[Moment]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.event_id"))
